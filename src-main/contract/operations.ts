import { auditOperations } from './audit.ts';
import { listsOperations, printingOperations } from './lists.ts';
import type { InputOf, OutputOf } from './operation.ts';
import { settingsOperations } from './settings.ts';

/** The whole contract: every host carries exactly these operations and nothing else. */
export const operations = {
  ...settingsOperations,
  ...listsOperations,
  ...printingOperations,
  ...auditOperations,
} as const;

export type OperationTable = typeof operations;
export type OperationName = keyof OperationTable;
export type OperationInput<N extends OperationName> = InputOf<OperationTable[N]>;
export type OperationOutput<N extends OperationName> = OutputOf<OperationTable[N]>;

export const isOperationName = (name: string): name is OperationName =>
  Object.hasOwn(operations, name);
