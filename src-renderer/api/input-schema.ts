import type { z } from 'zod';
import type { OperationName } from '../../src-main/contract/operations.ts';

/**
 * The contract comes when the first form is sent: the start of the program pays neither for zod nor
 * for the schemas. zod is set up first; it decides at the making of a schema whether to compile.
 */
export const inputSchema = async (operation: OperationName): Promise<z.ZodType> => {
  await import('./zod-setup.ts');
  const { operations } = await import('../../src-main/contract/operations.ts');
  return operations[operation].input;
};

/** Whether the command overwrites what was read, so that it takes the version of it. */
export const takesVersion = async (operation: OperationName): Promise<boolean> => {
  const input = await inputSchema(operation);
  return 'shape' in input && 'version' in (input.shape as object);
};
