import { Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { ControlScope, HeatMeasure } from '../../../src-main/contract/control.ts';
import { useOperation } from '../../api/hooks.ts';
import { heat as text, measures } from '../../strings/control.ts';
import { ChoiceField, choicesOf } from '../../ui/form/index.ts';
import { Pending } from '../../ui/index.ts';
import css from './control.module.css';
import { choose, useControl } from './control-store.ts';
import { HeatTable } from './HeatTable.tsx';
import { NothingHere } from './NothingHere.tsx';
import { ByField } from './OverviewTab.tsx';

const wordsOf = (measure: HeatMeasure): readonly string[] => {
  if (measure === 'volume') return text.lagLevels;
  return measure === 'marks' ? text.marksLevels : text.levels;
};

/** Colour, number or sign, and words of each state. */
const Legend = ({ measure }: { readonly measure: HeatMeasure }): JSX.Element => (
  <ul className={css['legend']} aria-label={text.legend}>
    {wordsOf(measure).map((words, level) => (
      <li key={words}>
        <span className={`${css['swatch']} ${css[`level${level}`]}`} aria-hidden="true" />
        {words}
      </li>
    ))}
    <li>
      <span className={`${css['swatch']} ${css['unknown']}`} aria-hidden="true">
        ?
      </span>
      {text.unknown}
    </li>
    <li>
      <span className={css['swatch']} aria-hidden="true">
        ·
      </span>
      {text.nothing}
    </li>
  </ul>
);

const Heat = ({ scope }: { readonly scope: ControlScope }): JSX.Element => {
  const { by, measure } = useControl();
  const query = useOperation('control.heatMap', { by, measure, ...scope }, { keepPrevious: true });
  return (
    <Pending query={query}>
      {(map) =>
        map.rows.length === 0 ? (
          <NothingHere />
        ) : (
          <Stack gap="xs" className={css['fill'] ?? ''}>
            <Group gap="sm">
              <ChoiceField
                name="measure"
                aria-label={text.measure}
                width={250}
                choices={choicesOf(measures)}
                value={measure}
                onChange={(next) => next !== null && choose({ measure: next })}
              />
              <ByField />
            </Group>
            <Text size="sm" c="dimmed">
              {text.hint[measure]} {text.more} {text.keys}
            </Text>
            <Legend measure={measure} />
            <HeatTable map={map} measure={measure} by={by} />
          </Stack>
        )
      }
    </Pending>
  );
};

/** Weeks across, classes, teachers or subjects down. */
export const HeatTab = ({ scope }: { readonly scope: ControlScope | null }): JSX.Element =>
  scope === null ? <></> : <Heat scope={scope} />;
