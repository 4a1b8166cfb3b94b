import { z } from 'zod';
import type { ErrorField } from '../contract/errors.ts';
import { OfficeError } from '../contract/errors.ts';

z.config(z.locales.ru());

const toField = (issue: z.core.$ZodIssue): ErrorField => ({
  path: issue.path.join('.'),
  message: issue.message,
});

/**
 * Parses untrusted input at the border; strict objects refuse unknown keys.
 * @throws OfficeError `invalid-input` with the offending fields
 */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new OfficeError(
    'invalid-input',
    'Проверьте отмеченные поля.',
    parsed.error.issues.map(toField),
  );
};
