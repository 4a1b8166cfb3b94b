import { Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { home as text } from '../../strings/journal.ts';
import { Panel, StatusBadge, showDate } from '../../ui/index.ts';
import css from './journal.module.css';
import { journalLink, journalOfYear } from './links.ts';

type Journals = OperationOutput<'home.attention'>['journals'];

/** Journals of past terms without a certified print (S2 §1.2). */
export const HomeJournals = ({ journals }: { readonly journals: Journals }): JSX.Element => {
  const { total, periods } = journals;
  return (
    <Panel
      title={
        <Group gap={8}>
          {text.title}
          {total > 0 && <StatusBadge tone="bad">{text.late(total)}</StatusBadge>}
        </Group>
      }
    >
      <Stack gap={6}>
        {periods.map(({ title, schoolYear, startYear, endedOn, classNames }) => (
          <div key={`${endedOn} ${title}`}>
            <Link href={journalOfYear(startYear)} className={css['owed'] ?? ''}>
              {text.period(title, schoolYear)}
            </Link>{' '}
            <span className={css['soft']}>{text.ended(showDate(endedOn))}</span>
            <div>{text.classes(classNames)}</div>
          </div>
        ))}
        {total === 0 && (
          <Text size="sm" c="dimmed">
            {text.none}
          </Text>
        )}
        <Link href={journalLink}>{text.open}</Link>
      </Stack>
    </Panel>
  );
};
