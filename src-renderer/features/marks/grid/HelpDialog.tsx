import { Modal, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { meanings } from '../../../strings/mark-codes.ts';
import { keyHelp as text } from '../../../strings/marks.ts';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import { useCodeTables } from '../CodeTableField.tsx';
import css from './grid.module.css';

export interface HelpDialogProps {
  readonly codeTableId: number;
  readonly onClose: () => void;
}

const keyColumns = [
  {
    key: 'key',
    title: text.key,
    width: 210,
    render: ([key]: readonly [string, string]) => <b>{key}</b>,
  },
  { key: 'action', title: text.action, render: ([, action]: readonly [string, string]) => action },
];

/** Keys of the grid and the codes that may be typed. */
export const HelpDialog = ({ codeTableId, onClose }: HelpDialogProps): JSX.Element => {
  const table = useCodeTables().data?.rows.find(({ id }) => id === codeTableId);
  return (
    <Modal opened onClose={onClose} title={text.title} size="xl">
      <Stack gap="sm">
        <Text size="sm">{text.note}</Text>
        <div className={css['help']}>
          <SmallTable
            label={text.keys}
            columns={keyColumns}
            rows={text.rows}
            rowKey={([key]) => key}
            empty=""
          />
          <SmallTable
            label={text.codes}
            columns={[
              { key: 'code', title: text.code, width: 70, render: ({ code }) => <b>{code}</b> },
              { key: 'meaning', title: text.meaning, render: ({ meaning }) => meanings[meaning] },
            ]}
            rows={table?.codes ?? []}
            rowKey={({ code }) => code}
            empty=""
          />
        </div>
      </Stack>
    </Modal>
  );
};
