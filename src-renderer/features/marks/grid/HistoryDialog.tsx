import { Modal, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { useOperation } from '../../../api/hooks.ts';
import { states } from '../../../strings/common.ts';
import { history as text } from '../../../strings/marks.ts';
import { Pending, StatusBadge, showDate, showTime } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';

type Mark = OperationOutput<'marks.history'>['marks'][number];

export interface HistoryDialogProps {
  readonly lessonId: number;
  readonly studentId: number;
  /** Whose cell and which one. */
  readonly about: string;
  readonly onClose: () => void;
}

const columns: readonly SmallColumn<Mark>[] = [
  { key: 'text', title: text.text, render: (mark) => <b>{mark.text}</b> },
  { key: 'shown', title: text.codes, render: ({ shown }) => shown },
  {
    key: 'entered',
    title: text.entered,
    render: ({ enteredOn }) => (enteredOn === null ? states.nothing : showDate(enteredOn)),
  },
  { key: 'seen', title: text.seen, render: ({ seenAt }) => showTime(seenAt) },
  {
    key: 'unseen',
    title: text.unseen,
    render: ({ unseenAt }) => (unseenAt === null ? states.nothing : showTime(unseenAt)),
  },
  {
    key: 'ended',
    title: text.ended,
    render: ({ endedAt }) => (endedAt === null ? states.nothing : showTime(endedAt)),
  },
  {
    key: 'reason',
    title: text.reason,
    render: ({ endedReason }) => (
      <StatusBadge tone={endedReason === null ? 'good' : 'neutral'}>
        {endedReason === null ? text.stands : text.reasons[endedReason]}
      </StatusBadge>
    ),
  },
];

/** Every record that ever stood in a cell, the newest first. */
export const HistoryDialog = (props: HistoryDialogProps): JSX.Element => {
  const { lessonId, studentId, about, onClose } = props;
  const query = useOperation('marks.history', { lessonId, studentId });
  return (
    <Modal opened onClose={onClose} title={text.title} size="xl">
      <Stack gap="sm">
        <Text size="sm" fw={700}>
          {about}
        </Text>
        <Pending query={query}>
          {({ marks }) => (
            <SmallTable
              label={text.title}
              columns={columns}
              rows={marks}
              rowKey={({ id }) => id}
              empty={text.empty}
            />
          )}
        </Pending>
      </Stack>
    </Modal>
  );
};
