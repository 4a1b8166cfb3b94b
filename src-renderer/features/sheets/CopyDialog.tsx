import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { IssuedRow } from '../../../src-main/contract/sheets-fields.ts';
import { SheetPreview, useIsOnTop, useLiveSheet } from '../../printing/index.ts';
import { buttons } from '../../strings/common.ts';
import { issued, list } from '../../strings/sheets.ts';
import { reprint as text } from '../../strings/sheets-print.ts';
import { Icon, showDate } from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { openCopies } from './print-copies.ts';
import css from './sheets.module.css';

const columns: readonly SmallColumn<IssuedRow>[] = [
  {
    key: 'student',
    title: list.student,
    render: ({ studentName, className, weekTitle, recipient }) => (
      <>
        {studentName}
        <Text size="xs" c="dimmed">
          {className}, {weekTitle}
          {recipient !== null && `, ${issued.forWhom(recipient)}`}
        </Text>
      </>
    ),
  },
  { key: 'number', title: issued.number, align: 'right', render: ({ number }) => number },
  { key: 'printedOn', title: list.printedOn, render: ({ printedOn }) => showDate(printedOn) },
  { key: 'copy', title: text.copy, render: ({ copies }) => text.copyNumber(copies + 1) },
];

export interface CopyDialogProps {
  readonly ids: readonly number[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What is printed once more: which sheets, of which day, and how they look. */
export const CopyDialog = ({ ids, onDone, onClose }: CopyDialogProps): JSX.Element => {
  const query = useLiveSheet('sheets.prepareCopies', { ids: [...ids] });
  const isOnTop = useIsOnTop();
  const { data } = query;
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.title(ids.length)}
      size={860}
      closeOnClickOutside={false}
      closeOnEscape={isOnTop}
    >
      <Stack gap="md">
        <div className={css['run']}>
          <Stack gap="sm">
            <Text size="sm">{text.message(ids.length)}</Text>
            <div className={css['copies']} role="region" aria-label={text.sheets} tabIndex={0}>
              {data && (
                <SmallTable
                  label={text.sheets}
                  columns={columns}
                  rows={data.sheets}
                  rowKey={({ id }) => id}
                  empty=""
                />
              )}
            </div>
          </Stack>
          <SheetPreview query={query} label={text.page} title={text.page} printable={false} />
        </div>
        <Group justify="flex-end" gap="xs" className={css['runButtons'] ?? ''}>
          <Button variant="default" onClick={onClose}>
            {buttons.cancel}
          </Button>
          <Button
            data-autofocus
            leftSection={<Icon name="print" size={16} />}
            // A disabled button would lose the focus while the copies are made ready.
            aria-disabled={data === undefined}
            data-disabled={data === undefined || undefined}
            onClick={() => data && openCopies(data, onDone)}
          >
            {text.confirm(ids.length)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
