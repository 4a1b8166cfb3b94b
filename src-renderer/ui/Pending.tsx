import { Alert, Button, Loader } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { JSX, ReactNode } from 'react';
import { messageOf } from '../api/toasts.tsx';
import { buttons, states } from '../strings/common.ts';

export interface PendingProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** The answer of a query once it is there; a loader before, the refusal's text instead. */
export const Pending = <T,>({ query, children }: PendingProps<T>): JSX.Element => {
  if (query.data !== undefined) return <>{children(query.data)}</>;
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
