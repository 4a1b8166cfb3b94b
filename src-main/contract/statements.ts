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
import { relation } from './people-fields.ts';
import {
  serviceMode,
  serviceModeKind,
  statementContent,
  statementDraft,
  statementForm,
  statementKind,
  statementProblem,
  statementRow,
  statementState,
} from './statements-fields.ts';
import { statementForms } from './statements-forms.ts';

/** Statements about the electronic diary and the service mode they give (S2 §7; domain.md §5). */

const family = z.strictObject({
  guardianId: id,
  guardianName: z.string(),
  /** Null: no longer linked to the student. */
  relation: relation.nullable(),
  parent: serviceMode,
  student: serviceMode,
  /** Oldest first; `from` null is the time before the first statement. */
  history: z.array(
    z.strictObject({ from: isoDate.nullable(), parent: serviceMode, student: serviceMode }),
  ),
  /** Statements of the parent and the child's consents, oldest first. */
  statements: z.array(statementRow),
  /** Statements that could not have been made by today's data, with the reasons. */
  impossible: z.array(z.strictObject({ statementId: id, problems: z.array(statementProblem) })),
});

/** A parent who is owed printouts on a day, and why (S2 §7). */
export const servedOnPaperRow = z.strictObject({
  studentId: id,
  studentName: z.string(),
  className: z.string().nullable(),
  classId: id.nullable(),
  guardianId: id,
  guardianName: z.string(),
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
        parallel: z.int().min(1).max(11),
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
      scan: z
        .strictObject({ name: z.string(), size: z.int(), type: z.enum(['pdf', 'jpg', 'png']) })
        .nullable(),
      /** What may be done now; buttons follow it. `hint` says why withdrawal is not possible. */
      allowed: z.strictObject({
        sign: z.boolean(),
        withdraw: z.boolean(),
        cancelWithdrawal: z.boolean(),
        annulMistake: z.boolean(),
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
   * `registered-before-date`, `dates-out-of-order`; the first one is the error's code),
   * `statement-in-future`, `statement-not-enrolled`, `statement-guardian-not-linked`,
   * `declension-doubtful`, `statement-resume-before`, `statement-reason-missing`, `school-not-set`.
   */
  'statements.register': command(
    z.strictObject({
      kind: statementKind,
      studentId: id,
      guardianId: id,
      date: isoDate,
      registeredOn: isoDate,
      signed: z.boolean().default(false),
      /** Keep the confirmed forms of names for this person. */
      rememberNames: z.boolean().default(true),
      ...statementForm,
    }),
    z.strictObject({ id, year: z.int(), number: z.int() }),
    { undoable: false },
  ),
  /** Null takes the mark back. */
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
  /** Chains of a student per parent, with the service mode today and before. */
  'statements.ofStudent': query(
    z.strictObject({ studentId: id }),
    z.strictObject({ today: isoDate, student: serviceMode, families: z.array(family) }),
  ),
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
} as const;
