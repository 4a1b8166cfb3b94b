import type { AppealRow } from '../../../src-main/contract/appeals.ts';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { channels, columns as words, overdueWords, statuses } from '../../strings/appeals.ts';
import { choicesOf } from '../../ui/form/index.ts';
import { StatusBadge, showDate } from '../../ui/index.ts';
import { shortName } from '../../ui/names.ts';
import type { ListColumn } from '../../ui/lists/index.ts';
import { sameWords, yesNo } from '../../ui/lists/index.ts';
import { AppealStatusBadge } from './status.tsx';

export type JournalChoices = OperationOutput<'appeals.choices'>;

export const noChoices: JournalChoices = {
  years: [],
  classNames: [],
  subjects: [],
  responsible: [],
};

type Column = ListColumn<AppealRow>;

const whatColumns = ({ years, classNames, subjects }: JournalChoices): readonly Column[] => [
  {
    key: 'printedNumber',
    title: words.number,
    width: 68,
    sort: 'number',
    filter: { kind: 'choice', key: 'year', choices: sameWords(years) },
  },
  {
    key: 'date',
    title: words.date,
    kind: 'date',
    width: 96,
    sort: true,
    filter: { kind: 'dates', from: 'from', to: 'to' },
  },
  {
    key: 'registeredOn',
    title: words.registeredOn,
    kind: 'date',
    width: 96,
    sort: true,
    hidden: true,
    filter: { kind: 'dates', from: 'registeredFrom', to: 'registeredTo' },
  },
  {
    key: 'guardianName',
    title: words.guardianName,
    width: 130,
    render: ({ guardianName }) => shortName(guardianName),
  },
  {
    key: 'studentName',
    title: words.studentName,
    width: 130,
    sort: true,
    render: ({ studentName }) => shortName(studentName),
  },
  {
    key: 'programme',
    title: words.programme,
    width: 112,
    filter: { kind: 'choice', key: 'className', choices: sameWords(classNames) },
  },
  {
    key: 'subject',
    title: words.subject,
    width: 104,
    filter: { kind: 'choice', key: 'subject', choices: sameWords(subjects) },
  },
  { key: 'lessonTopic', title: words.lessonTopic, grow: true, width: 120 },
];

const workColumns = ({ responsible }: JournalChoices): readonly Column[] => [
  {
    key: 'status',
    title: words.status,
    kind: 'choice',
    labels: statuses,
    width: 146,
    filter: { kind: 'choice', key: 'status', choices: choicesOf(statuses) },
    render: ({ status }) => <AppealStatusBadge status={status} />,
  },
  {
    key: 'dueOn',
    title: words.dueOn,
    kind: 'date',
    width: 96,
    sort: true,
    filter: {
      kind: 'choice',
      key: 'overdue',
      choices: yesNo(overdueWords),
    },
    render: ({ dueOn, overdue }) =>
      overdue ? <StatusBadge tone="bad">{showDate(dueOn)}</StatusBadge> : undefined,
  },
  {
    key: 'responsibleName',
    title: words.responsibleName,
    width: 150,
    render: ({ responsibleName }) => responsibleName && shortName(responsibleName),
    filter: {
      kind: 'choice',
      key: 'responsibleId',
      choices: responsible.map(({ id, name }) => ({ value: id, label: name })),
    },
  },
  { key: 'quarterHours', title: words.quarterHours, kind: 'hours', width: 96 },
  { key: 'resourceCount', title: words.resourceCount, kind: 'number', width: 64 },
  {
    key: 'year',
    title: words.year,
    kind: 'number',
    width: 70,
    hidden: true,
    render: ({ year }) => String(year),
  },
  { key: 'preparerName', title: words.preparerName, width: 170, hidden: true },
  {
    key: 'channel',
    title: words.channel,
    kind: 'choice',
    labels: channels,
    width: 130,
    hidden: true,
    filter: { kind: 'choice', key: 'channel', choices: choicesOf(channels) },
  },
  { key: 'result', title: words.result, width: 200, hidden: true },
  { key: 'closedOn', title: words.closedOn, kind: 'date', width: 108, hidden: true },
];

/** Columns of the journal (S1, six obligatory fields first). */
export const journalColumns = (choices: JournalChoices): readonly Column[] => [
  ...whatColumns(choices),
  ...workColumns(choices),
];
