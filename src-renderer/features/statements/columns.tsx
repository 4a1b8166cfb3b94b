import type { StatementRow } from '../../../src-main/contract/statements-fields.ts';
import { printedNumber } from '../../../src-main/domain/numbering.ts';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import {
  columns as words,
  kinds,
  scanWords,
  signedWords,
  states,
} from '../../strings/statements.ts';
import { choicesOf } from '../../ui/form/index.ts';
import { StatusBadge } from '../../ui/index.ts';
import { shortName } from '../../ui/names.ts';
import type { ListColumn } from '../../ui/lists/index.ts';
import { sameWords, yesNo } from '../../ui/lists/index.ts';
import { StateBadge } from './badges.tsx';

export type StatementChoices = OperationOutput<'statements.choices'>;

export const noChoices: StatementChoices = { years: [], classNames: [] };

type Column = ListColumn<StatementRow>;

const whoColumns = ({ classNames }: StatementChoices): readonly Column[] => [
  {
    key: 'studentName',
    title: words.studentName,
    width: 124,
    grow: true,
    sort: true,
    render: ({ studentName }) => shortName(studentName),
  },
  {
    key: 'className',
    title: words.className,
    width: 84,
    sort: true,
    filter: { kind: 'choice', key: 'className', choices: sameWords(classNames) },
  },
  {
    key: 'guardianName',
    title: words.guardianName,
    width: 124,
    sort: true,
    render: ({ guardianName }) => (guardianName === null ? undefined : shortName(guardianName)),
  },
];

const howColumns: readonly Column[] = [
  {
    key: 'state',
    title: words.state,
    kind: 'choice',
    labels: states,
    width: 128,
    filter: { kind: 'choice', key: 'state', choices: choicesOf(states) },
    render: ({ state }) => <StateBadge state={state} />,
  },
  {
    key: 'signedOn',
    title: words.signedOn,
    kind: 'date',
    width: 132,
    filter: { kind: 'choice', key: 'signed', choices: yesNo(signedWords) },
    render: ({ signedOn, state }) =>
      signedOn === null && (state === 'standing' || state === 'waiting') ? (
        <StatusBadge tone="warning">{signedWords.false}</StatusBadge>
      ) : undefined,
  },
  {
    key: 'hasScan',
    title: words.hasScan,
    hidden: true,
    kind: 'choice',
    labels: scanWords,
    width: 76,
    filter: { kind: 'choice', key: 'hasScan', choices: yesNo(scanWords) },
  },
  { key: 'withdrawnOn', title: words.withdrawnOn, kind: 'date', width: 104, hidden: true },
  { key: 'withdrawReason', title: words.withdrawReason, width: 180, hidden: true },
];

/** Columns of the journal of statements. */
export const statementColumns = (choices: StatementChoices): readonly Column[] => [
  {
    key: 'number',
    title: words.number,
    kind: 'number',
    width: 60,
    sort: true,
    filter: { kind: 'choice', key: 'year', choices: sameWords(choices.years) },
    render: (row) => printedNumber(row),
  },
  {
    key: 'registeredOn',
    title: words.registration,
    kind: 'date',
    width: 134,
    sort: true,
    filter: { kind: 'dates', from: 'from', to: 'to' },
  },
  { key: 'date', title: words.date, kind: 'date', width: 124, sort: true, hidden: true },
  {
    key: 'kind',
    title: words.kind,
    kind: 'choice',
    labels: kinds,
    width: 190,
    filter: { kind: 'choice', key: 'kind', choices: choicesOf(kinds) },
  },
  ...whoColumns(choices),
  ...howColumns,
  {
    key: 'year',
    title: words.year,
    kind: 'number',
    width: 70,
    hidden: true,
    render: ({ year }) => String(year),
  },
];
