import type { UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../src-main/contract/operations.ts';
import { callForReply, queryClient } from './client.ts';
import type { CommandOptions } from './commands.ts';
import { runCommand } from './commands.ts';
import { takesVersion } from './input-schema.ts';
import { useReadAt } from './read-at.ts';
import type { CallOptions } from './transport.ts';
import { transport } from './transport.ts';

export interface QueryOptions {
  /** False holds the call back, e.g. until a row is chosen. */
  readonly enabled?: boolean;
  /** Keep the last answer on screen while a new one comes (search boxes). */
  readonly keepPrevious?: boolean;
}

/** What a query answers, and the last command it knows of: the `version` of what was read. */
export type Read<N extends OperationName> = OperationOutput<N> & { readonly seen: number | null };

/** Calls a query and keeps the version beside its answer, as every cached answer does. */
export const readOperation = async <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
  options: CallOptions,
): Promise<Read<N>> => {
  const { data, version } = await callForReply(name, input, options);
  return { ...(data as object), seen: version } as Read<N>;
};

/** The answer of a query operation, cached and refreshed after every command. */
export const useOperation = <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
  { enabled = true, keepPrevious = false }: QueryOptions = {},
): UseQueryResult<Read<N>> =>
  useQuery({
    queryKey: [name, input],
    queryFn: ({ signal }) => readOperation(name, input, { signal }),
    enabled,
    ...(keepPrevious && { placeholderData: keepPreviousData }),
  });

export interface Command<N extends OperationName> {
  /** Data, or null after a failure that was shown as a toast. */
  readonly run: (input: OperationInput<N>) => Promise<OperationOutput<N> | null>;
  readonly busy: boolean;
}

/**
 * A command behind a button; forms use `useOfficeForm`. One that overwrites or removes what the
 * screen shows says at which version it was read, unless the call names another.
 */
export const useCommand = <N extends OperationName>(
  name: N,
  options: CommandOptions<N> = {},
): Command<N> => {
  const [busy, setBusy] = useState(false);
  const version = useReadAt();
  const run = async (input: OperationInput<N>): Promise<OperationOutput<N> | null> => {
    setBusy(true);
    try {
      const own = (await takesVersion(name)) ? { version, ...input } : input;
      return await runCommand(name, own, options);
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

/** The oldest version of the cached answers of a list: what its shown rows were read at. */
export const listReadAt = (name: OperationName): number | null => {
  const answers = queryClient.getQueriesData<{ readonly seen: number | null }>({
    queryKey: [name],
  });
  const versions = answers.flatMap(([, data]) => (data?.seen ? [data.seen] : []));
  return versions.length === 0 ? null : Math.min(...versions);
};
