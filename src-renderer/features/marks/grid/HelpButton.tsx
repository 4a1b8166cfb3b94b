import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { meanings } from '../../../strings/marks-codes.ts';
import { grid, keyHelp as text } from '../../../strings/marks.ts';
import { Icon } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import { CodeTableField, useCodeTables } from '../CodeTableField.tsx';
import { choose, useEntry } from '../entry-store.ts';
import css from './grid.module.css';

type KeyRow = (typeof text.rows)[number];

interface CodeRow {
  readonly meaning: keyof typeof meanings;
  readonly codes: string;
}

const keyColumns: readonly SmallColumn<KeyRow>[] = [
  { key: 'key', title: text.key, width: 170, render: ([key]) => <b>{key}</b> },
  { key: 'action', title: text.action, render: ([, action]) => action },
];

const codeColumns: readonly SmallColumn<CodeRow>[] = [
  { key: 'codes', title: text.code, width: 110, render: ({ codes }) => <b>{codes}</b> },
  { key: 'meaning', title: text.meaning, render: ({ meaning }) => meanings[meaning] },
];

/** Codes of one meaning stand in one row. */
const useCodeRows = (codeTableId: number): readonly CodeRow[] => {
  const table = useCodeTables().data?.rows.find(({ id }) => id === codeTableId);
  return [...Map.groupBy(table?.codes ?? [], ({ meaning }) => meaning)].map(([meaning, codes]) => ({
    meaning,
    codes: codes.map(({ code }) => code).join(', '),
  }));
};

const Help = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const codeTableId = useEntry((choice) => choice.codeTableId);
  const codes = useCodeRows(codeTableId);
  return (
    <Modal opened onClose={onClose} title={text.title} size={900}>
      <Stack gap="sm">
        <Text size="sm">{text.note}</Text>
        <Group gap="xs">
          <Text size="sm" fw={700}>
            {grid.codeTable}
          </Text>
          <CodeTableField value={codeTableId} onChange={(id) => choose({ codeTableId: id })} />
        </Group>
        <div className={css['help']}>
          <SmallTable
            label={text.codes}
            columns={codeColumns}
            rows={codes}
            rowKey={({ meaning }) => meaning}
            empty={text.noCodes}
          />
          <SmallTable
            label={text.keys}
            columns={keyColumns}
            rows={text.rows}
            rowKey={([key]) => key}
            empty=""
          />
        </div>
      </Stack>
    </Modal>
  );
};

/** Keys of the grid, the codes that may be typed, and by which table they are read. */
export const HelpButton = (): JSX.Element => {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="keyboard" size={16} />}
        onClick={() => setOpened(true)}
      >
        {text.title}
      </Button>
      {opened && <Help onClose={() => setOpened(false)} />}
    </>
  );
};
