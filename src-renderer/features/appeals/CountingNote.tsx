import { Alert } from '@mantine/core';
import type { JSX } from 'react';
import { useOperation } from '../../api/hooks.ts';
import { form as text } from '../../strings/appeals.ts';
import { isDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/index.ts';

export interface CountingNoteProps {
  readonly studentId: number | null;
  readonly dated: string | null;
}

/** Before an appeal is registered: why it will not go into the summary. It is no obstacle. */
export const CountingNote = ({ studentId, dated }: CountingNoteProps): JSX.Element | null => {
  const counting = useOperation(
    'appeals.counting',
    { studentId: studentId ?? 1, dated: dated ?? '' },
    { enabled: studentId !== null && isDay(dated) },
  ).data;
  if (!counting || counting.qualifies) return null;
  return (
    <Alert color="yellow" icon={<Icon name="warning" />} role="status">
      <b>{text.notCounted}</b> {counting.why} {text.notCountedHint}
    </Alert>
  );
};
