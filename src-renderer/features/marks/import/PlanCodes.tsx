import { Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { meanings } from '../../../strings/marks-codes.ts';
import { codes as text } from '../../../strings/marks-import.ts';
import { Panel, StatusBadge } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import { TwoColumns } from '../../../ui/layout.tsx';
import { CodeTableField } from '../CodeTableField.tsx';
import { choose, useEntry } from '../entry-store.ts';
import type { Preview } from './import-store.ts';
import { readFiles } from './import-store.ts';

type Legend = Preview['legend'][number];
type Unknown = Preview['unknownCodes'][number];

const says = (meaning: Legend['meaning']): string => (meaning === null ? '' : meanings[meaning]);

const legendColumns: readonly SmallColumn<Legend>[] = [
  { key: 'code', title: text.code, width: 60, render: ({ code }) => <b>{code}</b> },
  { key: 'title', title: text.inFile, render: ({ title }) => title },
  {
    key: 'meaning',
    title: text.read,
    render: ({ meaning, known }) => {
      if (meaning === null) return <StatusBadge tone="warning">{text.notUnderstood}</StatusBadge>;
      return known !== null && known !== meaning
        ? text.instead(says(meaning), says(known))
        : says(meaning);
    },
  },
];

const unknownColumns: readonly SmallColumn<Unknown>[] = [
  { key: 'code', title: text.code, width: 60, render: ({ code }) => <b>{code}</b> },
  {
    key: 'count',
    title: text.cells,
    width: 70,
    align: 'right',
    render: ({ count }) => count.toLocaleString('ru'),
  },
  {
    key: 'where',
    title: text.where,
    render: ({ fileName, sheet, address }) => text.placeOf(fileName, sheet, address),
  },
];

/** By which codes the files are read: the table, what files explain, what nobody explains. */
export const PlanCodes = ({ preview }: { readonly preview: Preview }): JSX.Element => {
  const codeTableId = useEntry((choice) => choice.codeTableId);
  const { legend, unknownCodes } = preview;
  return (
    <Panel
      title={text.title}
      actions={
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {text.table}
          </Text>
          <CodeTableField
            value={codeTableId}
            onChange={(id) => {
              choose({ codeTableId: id });
              void readFiles();
            }}
          />
        </Group>
      }
    >
      <TwoColumns
        left={
          <Stack gap={4}>
            <Text size="sm" fw={700}>
              {text.legend}
            </Text>
            <SmallTable
              label={text.legend}
              columns={legendColumns}
              rows={legend}
              rowKey={({ code, title }) => `${code} ${title}`}
              empty={text.noLegend}
            />
          </Stack>
        }
        right={
          <Stack gap={4}>
            <Text size="sm" fw={700}>
              {text.unknown}
            </Text>
            <SmallTable
              label={text.unknown}
              columns={unknownColumns}
              rows={unknownCodes}
              rowKey={({ code }) => code}
              empty={text.noUnknown}
            />
            {unknownCodes.length > 0 && (
              <Text size="xs" c="dimmed">
                {text.unknownHint}
              </Text>
            )}
          </Stack>
        }
      />
    </Panel>
  );
};
