import { QueryClient } from '@tanstack/react-query';
import type { Reply } from '../../src-main/contract/operation.ts';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../src-main/contract/operations.ts';
import { unwrap } from './failure.ts';
import type { CallOptions } from './transport.ts';
import { transport } from './transport.ts';

/** Answers of queries; every command makes all of them stale. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // There is no network: a failed call is an answer, not a lost packet.
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
      gcTime: 60_000,
    },
  },
});

/** A success reply with typed data. */
export type Success<N extends OperationName> = Extract<
  Reply<OperationOutput<N>>,
  { readonly ok: true }
>;

/**
 * Calls an operation and gives the whole reply.
 * @throws OperationError
 */
export const callForReply = async <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
  options?: CallOptions,
): Promise<Success<N>> => {
  const reply = await transport.call(name, input, options);
  unwrap(reply);
  return reply as Success<N>;
};

/**
 * Calls an operation and gives its data; for places where a hook does not fit.
 * @throws OperationError
 */
export const callOperation = async <N extends OperationName>(
  name: N,
  input: OperationInput<N>,
  options?: CallOptions,
): Promise<OperationOutput<N>> => (await callForReply(name, input, options)).data;
