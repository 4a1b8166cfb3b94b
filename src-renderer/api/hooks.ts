import type { UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../src-main/contract/operations.ts';
import { callOperation } from './client.ts';
import type { CommandOptions } from './commands.ts';
import { runCommand } from './commands.ts';
import { transport } from './transport.ts';

export interface QueryOptions {
  /** False holds the call back, e.g. until a row is chosen. */
  readonly enabled?: boolean;
  /** Keep the last answer on screen while a new one comes (search boxes). */
  readonly keepPrevious?: boolean;
}

/** The answer of a query operation, cached and refreshed after every command. */
export const useOperation = <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
  { enabled = true, keepPrevious = false }: QueryOptions = {},
): UseQueryResult<OperationOutput<N>> =>
  useQuery({
    queryKey: [name, input],
    queryFn: ({ signal }) => callOperation(name, input, { signal }),
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  });

export interface Command<N extends OperationName> {
  /** Data, or null after a failure that was shown as a toast. */
  readonly run: (input: OperationInput<N>) => Promise<OperationOutput<N> | null>;
  readonly busy: boolean;
}

/** A command behind a button; forms use `useOfficeForm`. */
export const useCommand = <N extends OperationName>(
  name: N,
  options: CommandOptions<N> = {},
): Command<N> => {
  const [busy, setBusy] = useState(false);
  const run = async (input: OperationInput<N>): Promise<OperationOutput<N> | null> => {
    setBusy(true);
    try {
      return await runCommand(name, input, options);
    } finally {
      setBusy(false);
    }
  };
  return { run, busy };
};

/** What the host is and can do. */
export const useAbout = () =>
  useQuery({ queryKey: ['host.about'], queryFn: () => transport.about(), staleTime: Infinity })
    .data;
