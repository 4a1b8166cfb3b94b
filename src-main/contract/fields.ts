import { z } from 'zod';

/** Shared fields of the contract. Values are JSON only: dates are ISO strings. */

/** JSON that nobody changes. */
export type DeepReadonly<T> = T extends readonly (infer I)[]
  ? readonly DeepReadonly<I>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** What a schema describes: read by everyone, changed by nobody. */
export type ValueOf<S extends z.ZodType> = DeepReadonly<z.output<S>>;

const isRealDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** Row id of any table. */
export const id = z.int().positive();

/** Calendar date `YYYY-MM-DD` between 1900 and 2100; 30 February is refused. */
export const isoDate = z
  .string()
  .regex(/^(19|20)\d{2}-\d{2}-\d{2}$/u, 'Укажите дату в виде ДД.ММ.ГГГГ')
  .refine(isRealDate, 'Такой даты нет в календаре');

/** Point of time, ISO 8601 in UTC. */
export const isoTime = z.iso.datetime();

/** A line of text: trimmed, not empty. */
export const line = (max = 200) =>
  z
    .string('Заполните поле')
    .trim()
    .min(1, 'Заполните поле')
    .max(max, `Не длиннее ${max} знаков`)
    .regex(/^[^\p{Cc}]*$/u, 'Уберите служебные знаки (переносы строк, табуляцию)');

/** A line that may be absent: an empty string becomes null. */
export const optionalLine = (max = 200) =>
  z
    .string()
    .trim()
    .max(max, `Не длиннее ${max} знаков`)
    .regex(/^[^\p{Cc}]*$/u, 'Уберите служебные знаки (переносы строк, табуляцию)')
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null);

/** Several lines of text that may be absent. */
export const optionalText = (max = 4000) =>
  z
    .string()
    .trim()
    .max(max, `Не длиннее ${max} знаков`)
    .regex(/^[^\p{Cc}]*$|^[^\0]*$/u)
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null);

const nameLetters = /^[\p{L}][\p{L}\s.'’`()-]*$/u;

/** Part of a person's name. */
export const namePart = line(80).regex(nameLetters, 'Только буквы, дефис, пробел и апостроф');

/** A patronymic may be absent (domain.md §1). */
export const optionalNamePart = optionalLine(80).refine(
  (text) => text === null || nameLetters.test(text),
  'Только буквы, дефис, пробел и апостроф',
);

/** Hours as whole quarter-hours: 1 = 15 minutes, 96 = 24 hours (domain.md §2). */
export const quarterHours = z
  .int('Часы указываются с шагом 15 минут')
  .min(1, 'Укажите время больше нуля')
  .max(96, 'В сутках не больше 24 часов');

const wrongParallel = 'Класс от 1 до 12; 0 означает «1 дополнительный»';
/** 1..12; 0 is «1 дополнительный» (`domain/classes.ts`). */
export const parallel = z.int().min(0, wrongParallel).max(12, wrongParallel);

/** An opaque ticket for a file or folder; paths never cross the contract. */
export const handle = z.string().regex(/^[0-9a-f-]{36}$/u, 'Неверный номер файла');

/** A file ready to be opened, saved or downloaded by the host. */
export const outputFile = z.strictObject({
  handle,
  name: z.string(),
  /** Size in bytes. */
  size: z.int(),
});
export type OutputFile = ValueOf<typeof outputFile>;

export const nothing = z.strictObject({});

/** Reference to a row: `{ id }`. */
export const byId = z.strictObject({ id });

/**
 * What a command that overwrites or removes has read: `version` of the answer to the query.
 * Null: nothing was there. A record changed since is refused with `stale-version`.
 */
export const read = { version: z.int().min(0).nullable().default(null) } as const;

/** Reference to a row that was read. */
export const byIdRead = z.strictObject({ id, ...read });
