import { Button, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { AbsenceRow } from '../../../src-main/contract/absences.ts';
import { useCommand } from '../../api/hooks.ts';
import {
  absences as text,
  closing,
  columns as words,
  deleting,
  documents,
  excusedWords,
  form,
  openness,
  reasons,
  twoWeekWords,
} from '../../strings/absences.ts';
import { choicesOf } from '../../ui/form/index.ts';
import { StatusBadge, confirm, navigate, showPeriod } from '../../ui/index.ts';
import type { ListColumn } from '../../ui/lists/index.ts';
import { DataTable, yesNo } from '../../ui/lists/index.ts';
import { AbsenceDialog } from './AbsenceForm.tsx';
import { CloseAbsenceDialog } from './CloseAbsence.tsx';

const columnsOf = (close: (row: AbsenceRow) => void): readonly ListColumn<AbsenceRow>[] => [
  { key: 'studentName', title: words.studentName, width: 196, sort: true },
  {
    key: 'className',
    title: words.className,
    width: 84,
    filter: { kind: 'text', key: 'className' },
  },
  {
    key: 'from',
    title: words.from,
    kind: 'date',
    width: 104,
    sort: true,
    filter: { kind: 'dates', from: 'from', to: 'to' },
  },
  {
    key: 'to',
    title: words.to,
    kind: 'date',
    width: 104,
    sort: true,
    filter: { kind: 'choice', key: 'open', choices: yesNo(openness) },
    render: (row) =>
      row.to === null ? (
        <Button
          variant="light"
          size="compact-xs"
          tabIndex={-1}
          aria-label={closing.buttonFor(row.studentName)}
          onClick={() => close(row)}
        >
          {closing.button}
        </Button>
      ) : undefined,
  },
  { key: 'calendarDays', title: words.calendarDays, kind: 'number', width: 72 },
  { key: 'schoolDays', title: words.schoolDays, kind: 'number', width: 84 },
  {
    key: 'twoWeeks.passes',
    title: words.twoWeeks,
    kind: 'choice',
    labels: twoWeekWords,
    width: 156,
    filter: { kind: 'choice', key: 'overTwoWeeks', choices: yesNo(twoWeekWords) },
    render: ({ twoWeeks }) =>
      twoWeeks.passes ? (
        <StatusBadge tone="warning">{twoWeekWords.true}</StatusBadge>
      ) : (
        <Text span size="sm" c="dimmed">
          {twoWeekWords.false}
        </Text>
      ),
  },
  { key: 'twoWeeks.why', title: words.why, grow: true, width: 260 },
  {
    key: 'reason',
    title: words.reason,
    kind: 'choice',
    labels: reasons,
    width: 170,
    filter: { kind: 'choice', key: 'reason', choices: choicesOf(reasons) },
  },
  {
    key: 'document',
    title: words.document,
    kind: 'choice',
    labels: documents,
    width: 180,
    hidden: true,
    filter: { kind: 'choice', key: 'document', choices: choicesOf(documents) },
  },
  {
    key: 'excused',
    title: words.excused,
    kind: 'choice',
    labels: excusedWords,
    width: 128,
    filter: { kind: 'choice', key: 'excused', choices: yesNo(excusedWords) },
  },
  { key: 'missedLessons', title: words.missedLessons, width: 220, hidden: true },
  { key: 'note', title: words.note, width: 180, hidden: true },
];

type Opened = { readonly what: 'edit' | 'close'; readonly row: AbsenceRow } | null;

const initial = { sort: { column: 'from', descending: true } };
const removal = { success: form.deleted };

/** All absences: open, close by F8, delete by Delete with undo. */
export const AbsenceList = (): JSX.Element => {
  const [opened, setOpened] = useState<Opened>(null);
  const { run } = useCommand('absences.delete', removal);
  const close = (): void => setOpened(null);
  const columns = useMemo(() => columnsOf((row) => setOpened({ what: 'close', row })), []);
  const remove = async (row: AbsenceRow): Promise<void> => {
    const message = deleting.message(row.studentName, showPeriod(row.from, row.to));
    if (
      !(await confirm({ title: deleting.title, message, confirm: deleting.button, danger: true }))
    )
      return;
    close();
    await run({ id: row.id });
  };
  return (
    <>
      <DataTable
        operation="absences.list"
        title={text.title}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => setOpened({ what: 'edit', row })}
        rowKeys={{
          F8: (row) => row.to === null && setOpened({ what: 'close', row }),
          Delete: (row) => void remove(row),
        }}
        initial={initial}
        empty={{
          title: text.empty,
          hint: text.emptyHint,
          action: <Button onClick={() => navigate('/absences/new')}>{text.newAbsence}</Button>,
        }}
      />
      <Text size="xs" c="dimmed">
        {text.keysHint}
      </Text>
      {opened?.what === 'edit' && (
        <AbsenceDialog
          absence={opened.row}
          onClose={close}
          onRemove={(row) => void remove(row)}
          onCloseAbsence={(row) => setOpened({ what: 'close', row })}
        />
      )}
      {opened?.what === 'close' && <CloseAbsenceDialog absence={opened.row} onClose={close} />}
    </>
  );
};
