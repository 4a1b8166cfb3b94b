import { Text } from '@mantine/core';
import type { JSX } from 'react';
import type { AppealCard } from '../../../src-main/contract/appeals.ts';
import { ownValue } from '../../../src-main/domain/own-value.ts';
import { isDay } from '../../ui/dates.ts';
import { history as text } from '../../strings/appeals-card.ts';
import { channels, statuses } from '../../strings/appeals.ts';
import { Panel, showDate, showTime } from '../../ui/index.ts';
import css from './appeals.module.css';

type Entry = AppealCard['history'][number];
type Change = Entry['changes'][number];

/** Words of stored values; dates and names stand as they are. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: statuses,
  channel: channels,
};

const valueText = (column: string, value: Change['before']): string => {
  if (value === null || value === '') return text.nothing;
  const stored = String(value);
  return isDay(stored) ? showDate(stored) : (ownValue(words[column], stored) ?? stored);
};

const changeText = ({ column, before, after }: Change): string | null => {
  const title = text.columns[column];
  if (title === undefined) return null;
  const now = valueText(column, after);
  return before === null
    ? text.set(title, now)
    : text.change(title, valueText(column, before), now);
};

const HistoryItem = ({ entry }: { readonly entry: Entry }): JSX.Element => (
  <li>
    <Text size="sm">{text.operations[entry.operation] ?? text.otherOperation}</Text>
    <Text size="xs" c="dimmed">
      {showTime(entry.at)}, {entry.actor}
    </Text>
    {entry.changes.map((change) => {
      const words = changeText(change);
      return (
        words !== null && (
          <Text key={change.column} size="xs">
            {words}
          </Text>
        )
      );
    })}
  </li>
);

/** Who did what with the appeal, the newest first. */
export const HistoryPanel = ({ card }: { readonly card: AppealCard }): JSX.Element => (
  <Panel title={text.title}>
    {card.history.length === 0 ? (
      <Text size="sm" c="dimmed">
        {text.empty}
      </Text>
    ) : (
      <ul className={css['history']}>
        {card.history.map((entry) => (
          <HistoryItem key={entry.auditId} entry={entry} />
        ))}
      </ul>
    )}
  </Panel>
);
