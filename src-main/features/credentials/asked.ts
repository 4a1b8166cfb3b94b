import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationTable } from '../../contract/operations.ts';

/** Parsed input of an operation. */
export type Asked<N extends keyof OperationTable> = ParsedInputOf<OperationTable[N]>;
