import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { id, isoDate, namePart, optionalLine, optionalNamePart, parallel } from './fields.ts';

/** Fields shared by the operations on people (domain.md §1). */

export const sex = z.enum(['male', 'female']);
/** Who somebody is to the child by law; whether he represents it: `domain/representation.ts`. */
export const relation = z.enum([
  'mother',
  'father',
  /** A parent whose sex nobody said. */
  'parent',
  'adoptive-parent',
  /** Опекун; попечитель from the child's 14th birthday by itself. */
  'guardian',
  'organisation',
  'proxy',
  /** A relative, «другое», deprived of rights: nothing more is stored. */
  'not-representative',
]);
/** Why an enrolment ended; null while it goes on. */
export const leaveReason = z.enum(['transferred', 'left', 'graduated', 'promoted', 'repeats']);
export const personKind = z.enum(['student', 'guardian', 'teacher']);

export type Sex = ValueOf<typeof sex>;
export type StudyForm = ValueOf<typeof studyForm>;
export type StudyPlace = ValueOf<typeof studyPlace>;
export type Relation = ValueOf<typeof relation>;
export type LeaveReason = ValueOf<typeof leaveReason>;
export type PersonKind = ValueOf<typeof personKind>;

/** Name as typed in a form. */
export const nameInput = {
  lastName: namePart,
  firstName: namePart,
  middleName: optionalNamePart,
} as const;

/** Name as answered; `fullName` is «Фамилия Имя Отчество». */
export const nameOutput = {
  fullName: z.string(),
  lastName: z.string(),
  firstName: z.string(),
  middleName: z.string().nullable(),
} as const;

export const contacts = {
  phone: optionalLine(60),
  email: optionalLine(120).refine(
    (text) => text === null || /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/u.test(text),
    'Укажите адрес вида имя@почта.ру',
  ),
  address: optionalLine(300),
} as const;

/** Upper-case Cyrillic letters after the number; empty where a parallel has one class. */
export const classLetter = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[А-ЯЁ]{0,3}$/u, 'Буква класса – одна–три русские буквы, например А');

/** What a link tells of the right to act for the child. */
export const linkFields = {
  relation,
  /** Document of the right: «постановление от 12.03.2026 № 45»; may be absent. */
  basis: optionalLine(200),
  /** A household of his own: a grade sheet of his own. */
  livesApart: z.boolean().default(false),
  /** The guardianship goes on after the child is 18; only of `guardian`. */
  afterMajority: z.boolean().default(false),
} as const;

/** A stored link as on a day. */
export const linkOutput = {
  relation,
  basis: z.string().nullable(),
  livesApart: z.boolean(),
  afterMajority: z.boolean(),
  /** «мать», «опекун», «попечитель»: by the child's age on the day. */
  relationName: z.string(),
  /** Whether he acts for the child on the day: signs and receives. */
  represents: z.boolean(),
  /** A person must still say whether he represents the child. */
  inDoubt: z.boolean(),
} as const;

export const guardianRef = z.strictObject({
  id,
  fullName: z.string(),
  ...linkOutput,
  phone: z.string().nullable(),
});

export const enrolmentRow = z.strictObject({
  id,
  classId: id,
  className: z.string(),
  parallel,
  /** «2025/2026» */
  schoolYear: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  leaveReason: leaveReason.nullable(),
});

/** Форма получения образования и обучения (ФЗ-273 17). */
export const studyForm = z.enum([
  'full-time',
  'part-time',
  'extramural',
  'family',
  'self-education',
]);
/** Where the pupil is taught: `home`: на дому; `medical`: в медицинской организации (ФЗ-273 41). */
export const studyPlace = z.enum(['school', 'home', 'medical']);

export const studyPeriodRow = z.strictObject({
  id,
  form: studyForm,
  place: studyPlace,
  startsOn: z.string(),
  endsOn: z.string().nullable(),
});

/** The day a list or a card speaks of; today when absent. */
export const onDate = isoDate.optional();
