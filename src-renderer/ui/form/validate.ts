import type { FormErrors } from '@mantine/form';
import type { z } from 'zod';
import type { OperationName } from '../../../src-main/contract/operations.ts';
import { fields as text } from '../../strings/common.ts';

/**
 * The contract comes when the first form is sent: the start of the program pays neither for zod nor
 * for the schemas. zod is set up first; it decides at the making of a schema whether to compile.
 */
const inputSchema = async (operation: OperationName): Promise<z.ZodType> => {
  await import('../../api/zod-setup.ts');
  const { operations } = await import('../../../src-main/contract/operations.ts');
  return operations[operation].input;
};

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    input,
  );

/** «Expected a string, got null» says nothing to a secretary; «fill the field» does. */
const messageOf = (issue: z.core.$ZodIssue, input: unknown): string => {
  const value = valueAt(input, issue.path);
  const isEmpty = value === null || value === undefined || value === '';
  const isTypeIssue = ['invalid_type', 'invalid_value', 'invalid_union'].includes(issue.code);
  return isEmpty && isTypeIssue ? text.required : issue.message;
};

/** Russian errors by path from the schema the core itself uses; empty when the input is right. */
export const schemaErrors = async (
  operation: OperationName,
  input: unknown,
): Promise<FormErrors> => {
  const parsed = (await inputSchema(operation)).safeParse(input);
  if (parsed.success) return {};
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const path = issue.path.join('.');
    errors[path] ??= messageOf(issue, input);
  }
  return errors;
};
