import { Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { ServedOnPaperRow } from '../../../src-main/contract/statements.ts';
import {
  columns as words,
  paper as text,
  paperModes,
  statements,
} from '../../strings/statements.ts';
import { isDay } from '../../ui/dates.ts';
import { DateField, choicesOf } from '../../ui/form/index.ts';
import { EmptyState, navigate, todayIso } from '../../ui/index.ts';
import type { ListColumn } from '../../ui/lists/index.ts';
import { DataTable } from '../../ui/lists/index.ts';
import { useClassChoices } from '../people/class-choices.ts';
import { ModeBadge } from './badges.tsx';
import { statementLink } from './links.ts';

type Column = ListColumn<ServedOnPaperRow>;

const columnsOf = (classNames: ReturnType<typeof useClassChoices>): readonly Column[] => [
  { key: 'studentName', title: words.studentName, width: 180, sort: true },
  {
    key: 'className',
    title: words.className,
    width: 92,
    sort: true,
    filter: { kind: 'choice', key: 'className', choices: classNames },
  },
  { key: 'guardianName', title: words.guardianName, width: 180 },
  {
    key: 'mode',
    title: text.mode,
    kind: 'choice',
    labels: paperModes,
    width: 184,
    filter: { kind: 'choice', key: 'mode', choices: choicesOf(paperModes) },
    render: ({ mode }) => <ModeBadge mode={mode} />,
  },
  { key: 'since', title: text.since, kind: 'date', width: 124, sort: true },
  {
    key: 'studentConsented',
    title: text.consented,
    kind: 'choice',
    labels: text.consentedWords,
    width: 110,
  },
  {
    key: 'reason',
    title: text.reason,
    width: 190,
    grow: true,
    render: ({ reason }) => <span title={reason}>{reason}</span>,
  },
];

const initial = { sort: { column: 'className', descending: false } };

/** Everyone who is owed printouts on a day, and the paragraph that gives it (S2 §7). */
export const PaperTab = (): JSX.Element => {
  const [on, setOn] = useState<string | null>(todayIso());
  const classNames = useClassChoices();
  const columns = useMemo(() => columnsOf(classNames), [classNames]);
  const fixed = useMemo(() => ({ on }), [on]);
  return (
    <>
      <Group gap="sm" align="flex-end">
        <DateField name="on" label={text.on} value={on} onChange={setOn} width={150} />
        <Text size="sm" c="dimmed" pb={8}>
          {text.onHint}
        </Text>
      </Group>
      {isDay(on) ? (
        <DataTable
          operation="statements.listServedOnPaper"
          title={statements.paperTab}
          columns={columns}
          fixedFilters={fixed}
          rowKey={(row) => row.statementId}
          onOpen={(row) => navigate(statementLink(row.statementId))}
          initial={initial}
          empty={{ title: text.empty, hint: text.emptyHint }}
        />
      ) : (
        <EmptyState title={text.badDate} />
      )}
    </>
  );
};
