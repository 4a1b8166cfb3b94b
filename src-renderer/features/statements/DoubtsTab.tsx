import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo } from 'react';
import type { DoubtRow } from '../../../src-main/contract/statements-decisions.ts';
import { columns as words, doubts, doubtsTab as text } from '../../strings/statements.ts';
import { choicesOf } from '../../ui/form/index.ts';
import { navigate } from '../../ui/index.ts';
import type { ListColumn } from '../../ui/lists/index.ts';
import { DataTable } from '../../ui/lists/index.ts';
import { useClassChoices } from '../people/class-choices.ts';
import { statementLink, studentServiceLink } from './links.ts';

type Column = ListColumn<DoubtRow>;

const columnsOf = (classNames: ReturnType<typeof useClassChoices>): readonly Column[] => [
  {
    key: 'doubt',
    title: text.doubt,
    kind: 'choice',
    labels: doubts,
    width: 200,
    filter: { kind: 'choice', key: 'doubt', choices: choicesOf(doubts) },
  },
  { key: 'studentName', title: words.studentName, width: 200, sort: true },
  {
    key: 'className',
    title: words.className,
    width: 92,
    sort: true,
    filter: { kind: 'choice', key: 'className', choices: classNames },
  },
  { key: 'guardianName', title: words.guardianName, width: 190 },
  { key: 'since', title: text.since, kind: 'date', width: 124, sort: true },
  {
    key: 'text',
    title: text.what,
    width: 240,
    grow: true,
    render: (row) => <span title={row.text}>{row.text}</span>,
  },
];

const kinds = Object.keys(doubts);

/** One statement may have several doubts; a doubt about the student has no statement. */
const keyOf = ({ statementId, studentId, doubt }: DoubtRow): number =>
  statementId === null ? -studentId : statementId * kinds.length + kinds.indexOf(doubt);

const initial = { sort: { column: 'since', descending: false } };

/** What the program does not decide by itself: unsigned papers, parents who differ. */
export const DoubtsTab = (): JSX.Element => {
  const classNames = useClassChoices();
  const columns = useMemo(() => columnsOf(classNames), [classNames]);
  return (
    <>
      <Text size="sm" c="dimmed">
        {text.hint}
      </Text>
      <DataTable
        operation="statements.listDoubts"
        title={text.title}
        columns={columns}
        rowKey={keyOf}
        onOpen={({ statementId, studentId }) =>
          navigate(
            statementId === null ? studentServiceLink(studentId) : statementLink(statementId),
          )
        }
        initial={initial}
        empty={{ title: text.empty, hint: text.emptyHint }}
      />
    </>
  );
};
