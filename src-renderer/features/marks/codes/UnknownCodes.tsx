import { Button, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useOperation } from '../../../api/hooks.ts';
import { codes as text } from '../../../strings/mark-codes.ts';
import { Panel, Pending, showDate } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import type { UnknownRecord } from './unknown.ts';
import { unknownRecords } from './unknown.ts';

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
