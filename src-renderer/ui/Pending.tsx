import { Alert, Button, Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { ReadAt, useReadAt } from '../api/read-at.ts';
import { messageOf } from '../api/toasts.tsx';
import { buttons, states } from '../strings/common.ts';

export interface PendingProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

const seenIn = (data: unknown): number | null =>
  typeof data === 'object' && data !== null && 'seen' in data && typeof data.seen === 'number'
    ? data.seen
    : null;

/** Of two answers a form may be filled from, the older one says what has been seen. */
const older = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

/** The answer of a query once it is there; a loader before, the refusal's text instead. */
export const Pending = <T,>({ query, children }: PendingProps<T>): JSX.Element => {
  const around = useReadAt();
  if (query.data !== undefined)
    return <ReadAt value={older(around, seenIn(query.data))}>{children(query.data)}</ReadAt>;
  if (query.error)
    return (
      <Alert color="red" role="alert">
        {messageOf(query.error)}{' '}
        <Button variant="subtle" size="compact-xs" onClick={() => void query.refetch()}>
          {buttons.retry}
        </Button>
      </Alert>
    );
  return <Loader size="sm" m="lg" role="status" aria-label={states.loading} />;
};
