import type { ReactNode } from 'react';
import type { DueRow } from '../../../src-main/contract/sheets-fields.ts';
import { daysBetween } from '../../../src-main/domain/dates.ts';
import { states } from '../../strings/common.ts';
import { list as text, modes, statuses } from '../../strings/sheets.ts';
import { choicesOf } from '../../ui/form/index.ts';
import { showDate } from '../../ui/index.ts';
import type { ListColumn } from '../../ui/lists/index.ts';
import { SheetModeBadge, SheetStatusBadge } from './badges.tsx';

type Column = ListColumn<DueRow>;

/** One number for a recipient in a week: a list may show several weeks of one student. */
export const dueKey = ({ studentId, recipientId, week }: DueRow): number =>
  (studentId * 10_000 + daysBetween('2000-01-03', week) / 7) * 1_000_000 + (recipientId ?? 0);

/** The day the next step is due by; nothing when all is done. */
const dueOf = ({ status, printBy, handBy }: DueRow): string => {
  if (status === 'owed' || status === 'not-printed') return showDate(printBy);
  return status === 'printed' || status === 'not-handed' ? showDate(handBy) : '';
};

/** `16.11 – 20.11`: the year stands above the list. */
const week: Column = {
  key: 'weekTitle',
  title: text.week,
  width: 112,
  sort: 'week',
  render: ({ week: monday, lastDay, weekTitle }) => (
    <span title={weekTitle}>
      {showDate(monday).slice(0, 5)} – {showDate(lastDay).slice(0, 5)}
    </span>
  ),
};

/** The day of printing; reprints stand after it. */
const printedOf = ({ printedOn, copies }: DueRow): ReactNode =>
  copies === 0 ? (
    showDate(printedOn) || states.nothing
  ) : (
    <span title={text.copiesHint(copies)}>{text.withCopies(showDate(printedOn), copies)}</span>
  );

const columns: readonly Column[] = [
  { key: 'studentName', title: text.student, width: 164, grow: true, sort: true },
  { key: 'className', title: text.class, width: 74, sort: true },
  { key: 'guardians', title: text.guardians, width: 140, sort: true },
  {
    key: 'mode',
    title: text.mode,
    kind: 'choice',
    labels: modes,
    width: 132,
    sort: true,
    filter: { kind: 'choice', key: 'mode', choices: choicesOf(modes) },
    render: ({ mode }) => <SheetModeBadge mode={mode} />,
  },
  {
    key: 'status',
    title: text.status,
    kind: 'choice',
    labels: statuses,
    width: 156,
    sort: true,
    render: ({ status }) => <SheetStatusBadge status={status} />,
  },
  { key: 'printBy', title: text.due, kind: 'date', width: 90, sort: true, render: dueOf },
  {
    key: 'printedOn',
    title: text.printedOn,
    kind: 'date',
    width: 114,
    sort: true,
    render: printedOf,
  },
  { key: 'handedOn', title: text.handedOn, kind: 'date', width: 90, sort: true, hidden: true },
  { key: 'copies', title: text.copies, kind: 'number', width: 76, hidden: true },
  { key: 'handBy', title: text.handBy, kind: 'date', width: 110, hidden: true },
  { key: 'sheets', title: text.sheets, kind: 'number', width: 76, hidden: true },
  {
    key: 'studentConsented',
    title: text.consented,
    kind: 'choice',
    labels: text.consentedWords,
    width: 150,
    hidden: true,
  },
];

const [name, ...others] = columns as readonly [Column, ...Column[]];
/** Several weeks tell the delay by themselves; the dates of it give their room up. */
const withWeeks: readonly Column[] = [
  name,
  week,
  ...others.map((column) => (column.key === 'printBy' ? { ...column, hidden: true } : column)),
];

/** Columns of the due list; the week only where several weeks stand together. */
export const dueColumns = (earlier: boolean): readonly Column[] => (earlier ? withWeeks : columns);
