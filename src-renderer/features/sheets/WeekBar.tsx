import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { addDays, isoWeek, mondayOf } from '../../../src-main/domain/dates.ts';
import { week as text } from '../../strings/sheets.ts';
import type { IconName } from '../../ui/index.ts';
import { Icon, showPeriod, todayIso, useHotkey } from '../../ui/index.ts';
import css from './sheets.module.css';

type Week = OperationOutput<'sheets.weeks'>['weeks'][number];

interface ArrowProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
}

const Arrow = ({ icon, label, onClick }: ArrowProps): JSX.Element => (
  <ActionIcon variant="default" size={30} aria-label={label} title={label} onClick={onClick}>
    <Icon name={icon} size={16} />
  </ActionIcon>
);

/** «Неделя 47: 16–20 ноября 2026 г.»; a week that is not in the list by its dates. */
const nameOf = (week: string, weeks: readonly Week[]): string =>
  text.name(
    isoWeek(week).week,
    weeks.find((item) => item.week === week)?.title ?? showPeriod(week, addDays(week, 5)),
  );

/** What is left to do of a week, in two words. */
const leftOf = ({ owed, waiting, printed, notPrinted, notHanded }: Week): string => {
  if (owed === 0) return text.nothing;
  const late = notPrinted + notHanded;
  if (late > 0) return text.late(late);
  return waiting + printed > 0 ? text.left(waiting + printed) : text.done;
};

const isLate = ({ notPrinted, notHanded }: Week): boolean => notPrinted + notHanded > 0;

export interface WeekBarProps {
  /** Monday, ISO. */
  readonly week: string;
  /** School weeks to choose from, the newest first. */
  readonly weeks: readonly Week[];
  readonly onChange: (week: string) => void;
  /** False while a dialog or a preview owns the keys. */
  readonly keys: boolean;
}

/** Which week the printouts are of: a step back, a step on, or any school week with its debts. */
export const WeekBar = ({ week, weeks, onChange, keys }: WeekBarProps): JSX.Element => {
  const current = mondayOf(todayIso());
  const step = (by: number) => (): void => onChange(addDays(week, 7 * by));
  useHotkey(keys ? 'Alt+PageUp' : null, step(-1));
  useHotkey(keys ? 'Alt+PageDown' : null, step(1));
  return (
    <Group gap={6} wrap="nowrap" role="group" aria-label={text.label}>
      <Arrow icon="chevronLeft" label={text.previous} onClick={step(-1)} />
      <Menu position="bottom-start" width={480} disabled={weeks.length === 0}>
        <Menu.Target>
          <Button
            variant="default"
            className={css['week'] ?? ''}
            title={text.choose}
            rightSection={<Icon name="chevronDown" size={14} />}
          >
            <span aria-live="polite">{nameOf(week, weeks)}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={css['weeks'] ?? ''}>
          {weeks.map((item) => (
            <Menu.Item
              key={item.week}
              aria-current={item.week === week}
              rightSection={
                <span className={isLate(item) ? css['late'] : css['soft']}>{leftOf(item)}</span>
              }
              onClick={() => onChange(item.week)}
            >
              {nameOf(item.week, weeks)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Arrow icon="chevronRight" label={text.next} onClick={step(1)} />
      {week === current ? (
        <Text size="sm" c="dimmed" pl={4}>
          {text.isThis}
        </Text>
      ) : (
        <Button variant="subtle" size="compact-sm" onClick={() => onChange(current)}>
          {text.toThis}
        </Button>
      )}
    </Group>
  );
};
