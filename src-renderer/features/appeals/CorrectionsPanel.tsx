import { Text } from '@mantine/core';
import type { JSX } from 'react';
import type { AppealCorrection } from '../../../src-main/contract/appeals-history.ts';
import { card, correction as text } from '../../strings/appeals-card.ts';
import { Panel, showDate } from '../../ui/index.ts';
import css from './appeals.module.css';

/** What was corrected under the number, as the journal prints it; nothing while nothing was. */
export const CorrectionsPanel = ({
  corrections,
}: {
  readonly corrections: readonly AppealCorrection[];
}): JSX.Element | null =>
  corrections.length === 0 ? null : (
    <Panel title={card.corrections}>
      <ul className={css['history']}>
        {corrections.map(({ id, correctedOn, was, became, reason }) => (
          <li key={id}>
            <Text size="sm">
              {showDate(correctedOn)}: {text.instead(was, became)}
            </Text>
            <Text size="xs" c="dimmed">
              {text.because(reason)}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
