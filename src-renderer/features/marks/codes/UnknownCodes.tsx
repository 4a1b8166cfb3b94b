import { Button, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { useOperation } from '../../../api/hooks.ts';
import { codes as text } from '../../../strings/marks-codes.ts';
import { Panel, Pending, showDate } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';

type Mark = OperationOutput<'marks.listMarks'>['rows'][number];

interface UnknownRecord {
  /** The cell as its source wrote it. */
  readonly text: string;
  readonly count: number;
  readonly example: Mark;
  /** What most likely is the code: the cell without marks and signs between them. */
  readonly code: string;
}

const likelyCode = (text: string): string =>
  text.replaceAll(/(?<![\p{L}\d])[1-5][+-]?(?![\p{L}\d])|[\s/,;]/gu, '').slice(0, 10) || text;

/** Cells with unknown codes by their spelling, the most frequent first. */
const unknownRecords = (marks: readonly Mark[]): readonly UnknownRecord[] =>
  [...Map.groupBy(marks, ({ text }) => text)]
    .flatMap(([text, [example, ...rest]]) =>
      example ? [{ text, example, count: rest.length + 1, code: likelyCode(text) }] : [],
    )
    .toSorted((a, b) => b.count - a.count);

export interface UnknownCodesProps {
  readonly onAdd: (code: string) => void;
}

/** Enough to see what is met; the list «Оценки» shows all. */
const shown = 1000;

const columnsWith = (onAdd: UnknownCodesProps['onAdd']): readonly SmallColumn<UnknownRecord>[] => [
  {
    key: 'text',
    title: text.record,
    render: ({ text: record, example }) => (
      <>
        <b>{record}</b>
        <Text size="xs" c="dimmed">
          {text.exampleOf(
            example.fullName,
            example.className,
            example.subject,
            showDate(example.date),
          )}
        </Text>
      </>
    ),
  },
  {
    key: 'count',
    title: text.count,
    width: 60,
    align: 'right',
    render: ({ count }) => count.toLocaleString('ru'),
  },
  {
    key: 'add',
    title: '',
    width: 130,
    render: ({ code }) => (
      <Button variant="default" size="compact-xs" onClick={() => onAdd(code)}>
        {text.add(code)}
      </Button>
    ),
  },
];

/** Codes met so far that no table explains, offered for adding. */
export const UnknownCodes = ({ onAdd }: UnknownCodesProps): JSX.Element => {
  const query = useOperation('marks.listMarks', { filters: { state: 'unknown' }, limit: shown });
  return (
    <Panel title={text.unknownTitle}>
      <Stack gap="xs">
        <Pending query={query}>
          {({ rows, total }) => (
            <>
              {total > 0 && (
                <Text size="xs" c="dimmed">
                  {text.unknownHint}
                </Text>
              )}
              <SmallTable
                label={text.unknownTitle}
                columns={columnsWith(onAdd)}
                rows={unknownRecords(rows)}
                rowKey={({ text: record }) => record}
                empty={text.unknownEmpty}
              />
              {total > shown && (
                <Text size="xs" c="dimmed">
                  {text.more(shown)}
                </Text>
              )}
            </>
          )}
        </Pending>
      </Stack>
    </Panel>
  );
};
