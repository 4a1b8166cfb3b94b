import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { id, isoDate, line, optionalLine, optionalText } from './fields.ts';

/** Shapes of the statements about the electronic diary (S2 §7; domain.md §5, §10). */

export const statementKind = z.enum([
  'refusal',
  'impossibility',
  'annulment',
  'consent-14',
  'permission-18',
]);
export type StatementKindName = ValueOf<typeof statementKind>;

/** The adult student's own statements have forms of their own. */
export const statementFormKind = z.enum([
  ...statementKind.options,
  'own-refusal',
  'own-impossibility',
  'own-annulment',
]);
export type StatementFormName = ValueOf<typeof statementFormKind>;

/**
 * `standing` works today; `waiting` is not signed yet; `ended` was replaced or annulled by a later
 * paper, or the student came of age; `withdrawn` by its author's word; `mistake` was registered by
 * mistake and only keeps its number.
 */
export const statementState = z.enum(['standing', 'waiting', 'ended', 'withdrawn', 'mistake']);
export type StatementState = ValueOf<typeof statementState>;

export const serviceModeKind = z.enum([
  'electronic',
  'paper-impossibility',
  'paper-refusal',
  'own-consent',
  'student-of-age',
]);
export type ServiceModeName = ValueOf<typeof serviceModeKind>;

/** How somebody is served and the paragraph of S2 that gives it. */
export const serviceMode = z.strictObject({
  mode: serviceModeKind,
  /** The statement that gives the mode; null for the electronic service by default. */
  statementId: id.nullable(),
  since: isoDate.nullable(),
  title: z.string(),
  /** Russian: the rule, its paragraph and the statement it rests on. */
  reason: z.string(),
});

/** A reason to refuse a statement, tied to a field of the form. */
export const statementProblem = z.strictObject({
  code: z.string(),
  path: z.string(),
  message: z.string(),
});

/** A name or a position in an oblique case, as the form prints it. */
export const declinedText = z.strictObject({
  /** The nominative it was made from. */
  source: z.string(),
  text: z.string(),
  /** The user must look at it and confirm before the statement is registered. */
  doubtful: z.boolean(),
  /** Russian reasons of the doubt. */
  reasons: z.array(z.string()),
  /** The user's own form, kept for this person. */
  overridden: z.boolean(),
});

export const refusalRef = z.strictObject({
  id,
  year: z.int(),
  number: z.int(),
  letter: z.string().nullable(),
  date: isoDate,
});

export const statementRow = z.strictObject({
  id,
  year: z.int(),
  /** 1, 2, 3… within the calendar year of registration; never reused. */
  number: z.int(),
  /** «а» of «13а», a paper forgotten between two numbers; null = an ordinary number. */
  letter: z.string().nullable(),
  letterReason: z.string().nullable(),
  kind: statementKind,
  studentId: id,
  /**
   * The parent of the statement; of a consent the one whose refusal it names, of a permission the
   * one permitted; null: the adult student states for himself.
   */
  guardianId: id.nullable(),
  /** Names and class as they were on the day of registration. */
  studentName: z.string(),
  guardianName: z.string().nullable(),
  className: z.string(),
  parallel: z.int(),
  /** The day written on the paper. */
  date: isoDate,
  registeredOn: isoDate,
  signedOn: isoDate.nullable(),
  /** It works from this day: the signed paper is registered. Null: it waits for the signature. */
  inForceFrom: isoDate.nullable(),
  withdrawnOn: isoDate.nullable(),
  withdrawReason: z.string().nullable(),
  mistakeReason: z.string().nullable(),
  state: statementState,
  hasScan: z.boolean(),
});
export type StatementRow = ValueOf<typeof statementRow>;

/** Everything the printed form says, frozen at registration; a reprint has the same text. */
export const statementContent = z.strictObject({
  /** Dative: «Директору». */
  position: z.string(),
  organisation: z.string(),
  /** Dative with initials: «Ивановой М. П.». */
  head: z.string(),
  /** Genitive, full; of a consent: the student. */
  applicantGenitive: z.string(),
  applicantSex: z.enum(['male', 'female']).nullable(),
  /** Nominative; «расшифровка» of the signature is made from them. Null: there is no parent in it. */
  guardianName: z.string().nullable(),
  studentName: z.string(),
  studentGenitive: z.string(),
  studentSex: z.enum(['male', 'female']).nullable(),
  /** «моего ребёнка», «моего подопечного» */
  childWord: z.string(),
  className: z.string(),
  birthDate: isoDate.nullable(),
  classTeacher: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  /** Name of the diary system; null = not set, a rule for the hand. */
  system: z.string().nullable(),
  /** Of a refusal may be absent; of impossibility: the cause S2 names unless changed. */
  reason: z.string().nullable(),
  /** Refusal only: print the remark that the service was offered. */
  offered: z.boolean(),
  /** Annulment only: the day the service starts again. */
  resumeOn: isoDate.nullable(),
  /** Annulment only: whether login and password are to be issued. */
  issueCredentials: z.boolean().nullable(),
  /** Annulment and consent: the refusal they speak of. */
  refusal: refusalRef.nullable(),
  /** The text itself: a wording changed later does not change a paper signed before. */
  paragraphs: z.array(z.string()),
});
export type StatementContent = ValueOf<typeof statementContent>;

/** What the user may change in the form before it is registered. */
export const statementForm = {
  address: optionalLine(300),
  phone: optionalLine(60),
  reason: optionalText(500),
  offered: z.boolean().default(false),
  resumeOn: isoDate.nullable().default(null),
  issueCredentials: z.boolean().default(false),
  passportShown: z.boolean().default(false),
  /** Forms as confirmed or typed; null = as the draft gives them. */
  names: z
    .strictObject({
      /** Genitive of the one who states: the parent, or the student of a consent. */
      applicantGenitive: line(200).nullable().default(null),
      /** Genitive of the child in the text. */
      studentGenitive: line(200).nullable().default(null),
      /** Dative of the head with initials. */
      head: line(120).nullable().default(null),
      /** Dative of the head's position. */
      position: line(120).nullable().default(null),
    })
    .default({ applicantGenitive: null, studentGenitive: null, head: null, position: null }),
  /** Said after looking at the doubtful forms; without it they are refused. */
  confirmedDeclensions: z.boolean().default(false),
} as const;

/** The prefilled form. Without a student: only the memo, the system and the text with blanks. */
export const statementDraft = z.strictObject({
  kind: statementKind,
  /** Of age and not under care: he states for himself (`guardianId` null). */
  ofAge: z.boolean(),
  /** Russian name of the statement. */
  title: z.string(),
  /**
   * Refusal only: what the service gives; shown before anything is typed, because the office steers
   * parents to the service (S2, closing note). Null for the other kinds.
   */
  benefits: z.strictObject({ title: z.string(), paragraphs: z.array(z.string()) }).nullable(),
  /** Why it cannot be registered now; empty when it can. */
  problems: z.array(statementProblem),
  /** The letter number that may be given on a day whose order has gone by. */
  letter: z.strictObject({ after: z.int(), letter: z.string() }).nullable(),
  student: z
    .strictObject({
      id,
      fullName: z.string(),
      className: z.string().nullable(),
      birthDate: isoDate.nullable(),
      age: z.int().nullable(),
    })
    .nullable(),
  /** Whom the statement may come from; of a consent: whose refusal it may rest on. */
  guardians: z.array(
    z.strictObject({
      id,
      fullName: z.string(),
      /** «мать», «попечитель»: as on the day of registration. */
      relationName: z.string(),
      represents: z.boolean(),
      mode: serviceMode,
      /** Why this parent cannot make this statement; empty when he can. */
      problems: z.array(statementProblem),
    }),
  ),
  guardianId: id.nullable(),
  /** The adult student states for himself. */
  byStudent: z.boolean(),
  names: z
    .strictObject({
      applicantGenitive: declinedText,
      studentGenitive: declinedText,
      head: declinedText,
      position: declinedText,
    })
    .nullable(),
  form: z.strictObject({
    address: z.string().nullable(),
    phone: z.string().nullable(),
    reason: z.string().nullable(),
    offered: z.boolean(),
    resumeOn: isoDate.nullable(),
    issueCredentials: z.boolean(),
    passportShown: z.boolean(),
  }),
  /** Whether the school keeps the applicant's address and phone; otherwise they are for the hand. */
  headerKept: z.strictObject({ address: z.boolean(), phone: z.boolean() }),
  system: z.strictObject({ name: z.string().nullable(), siteUrl: z.string().nullable() }),
  /** The standing refusal an annulment or a consent speaks of. */
  refusal: refusalRef.nullable(),
  /** Of a refusal: the phrase of S2 §7, locked. */
  obligatoryPhrase: z.string().nullable(),
  /** Paragraphs of the text as they would be printed now. */
  paragraphs: z.array(z.string()),
});
export type StatementDraft = ValueOf<typeof statementDraft>;
