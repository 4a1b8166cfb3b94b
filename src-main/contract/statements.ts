import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import {
  byId,
  handle,
  id,
  isoDate,
  line,
  nothing,
  optionalLine,
  outputFile,
  byIdRead,
  read,
} from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { command, query } from './operation.ts';
import {
  serviceMode,
  serviceModeKind,
  statementContent,
  statementDraft,
  statementForm,
  statementKind,
  statementRow,
  statementState,
} from './statements-fields.ts';
import { statementDecisions, statementDoubt } from './statements-decisions.ts';
import { statementForms } from './statements-forms.ts';

/** Statements about the electronic diary and the service mode they give (S2 §7; domain.md §5). */

/** Who is owed printouts on a day, and why (S2 §7): a parent, or the adult student himself. */
export const servedOnPaperRow = z.strictObject({
  studentId: id,
  studentName: z.string(),
  className: z.string().nullable(),
  classId: id.nullable(),
  /** Null: the adult student himself. */
  guardianId: id.nullable(),
  guardianName: z.string().nullable(),
  mode: z.enum(['paper-impossibility', 'paper-refusal']),
  /** The student himself is served electronically by his own consent. */
  studentConsented: z.boolean(),
  statementId: id,
  since: isoDate,
  reason: z.string(),
});
export type ServedOnPaperRow = ValueOf<typeof servedOnPaperRow>;

const nameCases = z.strictObject({
  genitive: optionalLine(200),
  dative: optionalLine(200),
  /** «Не склонять»: printed as it is in any case. */
  notDeclined: z.boolean().default(false),
});

/** `head` is the director of the settings and has no id. */
const casePerson = z.strictObject({
  kind: z.enum(['student', 'guardian', 'teacher', 'head']),
  id: id.nullable().default(null),
});

export const statementsOperations = {
  'statements.list': query(
    listInput(
      {
        kind: statementKind,
        state: statementState,
        signed: z.boolean(),
        hasScan: z.boolean(),
        className: z.string().max(20),
        parallel: z.int().min(0).max(12),
        year: z.int().min(1900).max(2100),
        studentId: id,
        guardianId: id,
        /** Day of registration. */
        from: isoDate,
        to: isoDate,
      },
      ['number', 'registeredOn', 'date', 'studentName', 'guardianName', 'className'],
    ),
    listOutput(statementRow),
  ),
  /** Years and classes in use, for the filters of the list. */
  'statements.choices': query(
    nothing,
    z.strictObject({ years: z.array(z.int()), classNames: z.array(z.string()) }),
  ),
  'statements.card': query(
    byId,
    z.strictObject({
      statement: statementRow,
      content: statementContent,
      title: z.string(),
      passportShown: z.boolean(),
      /** What a person has to decide about it. */
      doubts: z.array(z.strictObject({ doubt: statementDoubt, text: z.string() })),
      scan: z
        .strictObject({ name: z.string(), size: z.int(), type: z.enum(['pdf', 'jpg', 'png']) })
        .nullable(),
      /** What may be done now; buttons follow it. `hint` says why withdrawal is not possible. */
      allowed: z.strictObject({
        sign: z.boolean(),
        withdraw: z.boolean(),
        cancelWithdrawal: z.boolean(),
        annulMistake: z.boolean(),
        /** The text of an unsigned one can be corrected. */
        correct: z.boolean(),
        hint: z.string().nullable(),
      }),
    }),
  ),
  /** The prefilled form; `studentId` null before the student is chosen. */
  'statements.draft': query(
    z.strictObject({
      kind: statementKind,
      studentId: id.nullable().default(null),
      guardianId: id.nullable().default(null),
      /** The number a letter is asked for: the order of registration is kept by it. */
      letterAfter: z.int().min(1).nullable().default(null),
      /** The adult student states for himself; null: as the age says. */
      byStudent: z.boolean().nullable().default(null),
      /** A statement whose text is being corrected: it does not stand in its own way. */
      correcting: id.nullable().default(null),
      /** Both today when absent. */
      date: isoDate.optional(),
      registeredOn: isoDate.optional(),
    }),
    statementDraft,
  ),
  /**
   * Gives the next number of the calendar year. Refusals: the domain's codes as fields
   * (`refusal-stands`, `impossibility-stands`, `no-refusal-to-annul`, `no-refusal-for-consent`,
   * `consent-stands`, `student-under-14`, `birth-date-unknown`, `passport-not-shown`,
   * `registered-before-date`, `dates-out-of-order`, `same-waits`, `student-adult`,
   * `student-not-adult`, `permission-stands`; the first one is the error's code),
   * `statement-in-future`, `statement-not-enrolled`, `statement-guardian-not-linked`,
   * `statement-not-representative`,
   * `registration-out-of-order`, `registration-clock-back`, `registration-letter-refused`,
   * `declension-doubtful`, `statement-resume-before`, `statement-reason-missing`, `school-not-set`.
   */
  'statements.register': command(
    z.strictObject({
      kind: statementKind,
      studentId: id,
      /** Null: the adult student states for himself. */
      guardianId: id.nullable(),
      date: isoDate,
      registeredOn: isoDate,
      /** A paper forgotten between two numbers stands as a letter of the first, with the reason. */
      letterAfter: z.int().min(1).nullable().default(null),
      letterReason: optionalLine(300),
      signed: z.boolean().default(false),
      /** Keep the confirmed forms of names for this person. */
      rememberNames: z.boolean().default(true),
      ...statementForm,
    }),
    z.strictObject({ id, year: z.int(), number: z.int(), letter: z.string().nullable() }),
    { undoable: false },
  ),
  /**
   * Corrects the day and the text of a statement that nobody has signed yet; the number, the child,
   * the author and the kind stay. Refusals: `statement-signed` and as `statements.register`.
   */
  'statements.correct': command(
    z.strictObject({
      id,
      date: isoDate,
      rememberNames: z.boolean().default(true),
      ...statementForm,
      ...read,
    }),
    nothing,
  ),
  /**
   * The day of the signature: from its registration the statement works. Null takes the mark back
   * and the statement waits again. Refusals: the domain's codes, `later-statement-rests-on-it`.
   */
  'statements.markSigned': command(
    z.strictObject({ id, signedOn: isoDate.nullable(), ...read }),
    nothing,
  ),
  /** Only impossibility and consent, or any statement on the day of its registration. */
  'statements.withdraw': command(z.strictObject({ id, on: isoDate, reason: line(500) }), nothing, {
    undoable: false,
  }),
  /** A withdrawal typed by mistake; refused when a later statement rests on it. */
  'statements.cancelWithdrawal': command(byId, nothing, { undoable: false }),
  /** A registration typed by mistake: the number stays taken, the statement never worked. */
  'statements.annulMistake': command(z.strictObject({ id, reason: line(500) }), nothing, {
    undoable: false,
  }),
  /**
   * PDF, JPG or PNG by content, at most 10 MB; kept sealed in the database.
   * Refusals: `scan-unreadable`, `scan-too-big`, `vault-not-set`, `vault-locked`.
   */
  'statements.attachScan': command(z.strictObject({ id, file: handle, ...read }), nothing, {
    undoable: false,
  }),
  'statements.scan': query(byId, outputFile),
  'statements.removeScan': command(byIdRead, nothing, { undoable: false }),
  /** Mode on any day: of the student, and of each parent. */
  'statements.serviceMode': query(
    z.strictObject({ studentId: id, on: isoDate }),
    z.strictObject({
      student: serviceMode,
      parents: z.array(
        z.strictObject({
          guardianId: id,
          guardianName: z.string(),
          mode: serviceMode,
        }),
      ),
    }),
  ),
  /** Everyone owed printouts on a day (today when absent), by class and name. */
  'statements.listServedOnPaper': query(
    listInput({ on: isoDate, className: z.string().max(20), mode: serviceModeKind }, [
      'studentName',
      'className',
      'since',
    ]),
    listOutput(servedOnPaperRow),
  ),
  /** Share of refusals among the enrolled students today: overall and by class, for the chart. */
  'statements.shares': query(
    nothing,
    z.strictObject({
      overall: z.strictObject({
        students: z.int(),
        /** Students one of whose parents refuses, consents of the students not counted off. */
        refusals: z.int(),
        impossible: z.int(),
        /** Of the students of refusing parents: served electronically by their own consent. */
        consents: z.int(),
      }),
      classes: z.array(
        z.strictObject({
          classId: id,
          className: z.string(),
          students: z.int(),
          refusals: z.int(),
          impossible: z.int(),
          consents: z.int(),
        }),
      ),
    }),
  ),
  /** The kept forms of a person's name, with what the program itself makes of it. */
  'statements.nameCases': query(
    casePerson,
    z.strictObject({
      fullName: z.string(),
      kept: nameCases,
      genitive: z.strictObject({
        text: z.string(),
        doubtful: z.boolean(),
        reasons: z.array(z.string()),
      }),
      dative: z.strictObject({
        text: z.string(),
        doubtful: z.boolean(),
        reasons: z.array(z.string()),
      }),
    }),
  ),
  /** Everything empty = the program declines again. A changed name forgets the kept forms. */
  'statements.saveNameCases': command(
    z.strictObject({ ...casePerson.shape, ...nameCases.shape, ...read }),
    nothing,
  ),
  ...statementForms,
  ...statementDecisions,
} as const;
