import type { FormErrors } from '@mantine/form';
import type { z } from 'zod';
import type { OperationName } from '../../../src-main/contract/operations.ts';
import { inputSchema } from '../../api/input-schema.ts';
import { fields as text } from '../../strings/common.ts';

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
