import type { Knex } from 'knex';
import type { OperationName, OperationTable } from '../contract/operations.ts';
import { schoolYearSpan } from '../domain/calendar.ts';
import type { RecordRows, RowsOf } from '../database/row-version.ts';
import type { Asked } from '../features/context.ts';

/** For every command: what it overwrites, or why it overwrites nothing somebody has read. */

export type CommandName = {
  [N in OperationName]: OperationTable[N]['kind'] extends 'command' ? N : never;
}[OperationName];

/**
 * - `adds`: only new rows;
 * - `rules`: its own rules refuse what no longer holds (a closed appeal is not closed twice);
 * - `cells`: every cell says what the window saw in it, and the handler compares;
 * - `taste`: the last choice is the right one.
 */
export type NoOverwrite = 'adds' | 'rules' | 'cells' | 'taste';

export interface Overwrite<N extends CommandName> {
  /** Whether an existing record is refused without its version; a removal may come without. */
  readonly required: boolean;
  readonly rows: (input: Asked<N>, db: Knex) => RecordRows | Promise<RecordRows>;
}

export type Decision<N extends CommandName> = NoOverwrite | Overwrite<N>;

const one = (table: string, id: number): RowsOf => ({ table, match: { id } });

/** The record by its id; nothing while it is new. */
const byId =
  (table: string) =>
  ({ id }: { readonly id: number | null }): RecordRows =>
    id === null ? [] : [one(table, id)];

const setting = (key: string) => ({
  required: true,
  rows: (): RecordRows => [{ table: 'settings', match: { key } }],
});

const saves = <I>(rows: (input: I, db: Knex) => RecordRows | Promise<RecordRows>) => ({
  required: true,
  rows,
});
const removes = <I>(rows: (input: I) => RecordRows) => ({ required: false, rows });

const pair = (table: string) => (input: { readonly keep: number; readonly drop: number }) => [
  one(table, input.keep),
  one(table, input.drop),
];

const teacher = ({ id, assignments, classTeacherOf }: Asked<'people.saveTeacher'>): RecordRows =>
  id === null
    ? []
    : [
        one('teachers', id),
        ...(assignments ? [{ table: 'teaching_assignments', match: { teacher_id: id } }] : []),
        ...(classTeacherOf ? [{ table: 'classes', match: { class_teacher_id: id } }] : []),
      ];

const credential = ({ id }: { readonly id: number | null }): RecordRows =>
  id === null
    ? []
    : [
        one('credentials', id),
        { table: 'credential_students', match: { credential_id: id } },
        { table: 'credential_secrets', match: { credential_id: id } },
      ];

const yearParts = ['parallels', 'terms', 'holidays', 'moved_days'] as const;

const year = async (
  { startYear }: { readonly startYear: number },
  db: Knex,
): Promise<RecordRows> => {
  const head = { table: 'school_years', match: { starts_on: schoolYearSpan(startYear).from } };
  const stored: { id: number } | undefined = await db(head.table).where(head.match).first('id');
  if (!stored) return [head];
  return [head, ...yearParts.map((table) => ({ table, match: { school_year_id: stored.id } }))];
};

const codeTable = ({ id }: { readonly id: number | null }): RecordRows =>
  id === null
    ? []
    : [one('code_tables', id), { table: 'mark_codes', match: { code_table_id: id } }];

const form = (table: string) => (input: { readonly kind: string }) => [
  { table, match: { form: `statements.${input.kind}` } },
];

const scan = ({ id }: { readonly id: number }): RecordRows => [
  { table: 'statement_scans', match: { statement_id: id } },
];

const passport = ({ studentId }: { readonly studentId: number }): RecordRows => [
  { table: 'passports', match: { student_id: studentId } },
];

const link = (input: { readonly studentId: number; readonly guardianId: number }): RecordRows => [
  {
    table: 'guardianships',
    match: { student_id: input.studentId, guardian_id: input.guardianId },
  },
];

/** A new command does not compile before it is decided here. */
export const overwrites: { readonly [N in CommandName]: Decision<N> } = {
  'people.saveStudent': saves(byId('students')),
  'people.enrol': 'adds',
  'people.transfer': 'rules',
  'people.repeat': 'rules',
  'people.leave': 'rules',
  'people.saveEnrolment': saves(byId('enrolments')),
  'people.deleteEnrolment': removes(byId('enrolments')),
  'people.saveStudyPeriod': saves(byId('study_periods')),
  'people.deleteStudyPeriod': removes(byId('study_periods')),
  'people.deleteStudent': removes(byId('students')),
  'people.saveGuardian': saves(byId('guardians')),
  'people.linkGuardian': saves(link),
  'people.unlinkGuardian': removes(link),
  'people.deleteGuardian': removes(byId('guardians')),
  'people.saveTeacher': saves(teacher),
  'people.deleteTeacher': removes(byId('teachers')),
  'people.saveClass': saves(byId('classes')),
  'people.deleteClass': removes(byId('classes')),
  'people.markDistinct': 'adds',
  'people.mergeStudents': saves(pair('students')),
  'people.mergeGuardians': saves(pair('guardians')),
  'people.mergeTeachers': saves(pair('teachers')),
  'people.commitImport': 'rules',
  // The count that was read is named in the command and compared.
  'people.emptyPersonalField': 'rules',

  'absences.save': saves(byId('absences')),
  'absences.close': 'rules',
  'absences.delete': removes(byId('absences')),

  'appeals.register': 'adds',
  'appeals.update': saves(byId('appeals')),
  'appeals.correct': saves(byId('appeals')),
  'appeals.recordPortalCheck': saves(byId('appeals')),
  'appeals.assignPreparer': saves(byId('appeals')),
  'appeals.linkResource': 'rules',
  'appeals.postResource': 'rules',
  'appeals.setPrepared': 'rules',
  'appeals.unlinkResource': 'rules',
  'appeals.close': 'rules',
  'appeals.reopen': 'rules',
  'appeals.annul': 'rules',

  'resources.save': saves(byId('resources')),
  'resources.delete': removes(byId('resources')),
  'resources.saveWorkEntry': saves(byId('work_entries')),
  'resources.deleteWorkEntry': removes(byId('work_entries')),

  'summary.finalise': 'adds',
  'summary.reissue': 'adds',
  'summary.export': 'adds',

  'credentials.save': saves(credential),
  'credentials.delete': removes(credential),
  'credentials.reveal': 'adds',
  'credentials.issue': 'rules',
  'credentials.sign': 'rules',
  'credentials.takeBack': 'rules',
  'credentials.wipe': 'rules',
  'credentials.reissue': saves(credential),
  'credentials.revoke': 'rules',
  'credentials.commitImport': 'rules',

  'statements.register': 'rules',
  'statements.markSigned': saves(byId('statements')),
  'statements.correct': saves(byId('statements')),
  'statements.settle': saves(byId('statements')),
  // A new decision stands beside the old one; who differs is checked anew.
  'statements.decideAccess': 'adds',
  'statements.withdraw': 'rules',
  'statements.cancelWithdrawal': 'rules',
  'statements.annulMistake': 'rules',
  'statements.attachScan': saves(scan),
  'statements.removeScan': removes(scan),
  'statements.saveNameCases': saves(({ kind, id }: Asked<'statements.saveNameCases'>) => [
    { table: 'name_cases', match: { person_kind: kind, person_id: id ?? 0 } },
  ]),
  'statements.saveWording': saves(form('form_wordings')),
  'statements.resetWording': removes(form('form_wordings')),
  'statements.saveTemplate': saves(form('form_templates')),
  'statements.removeTemplate': removes(form('form_templates')),

  'passports.save': saves(passport),
  'passports.remove': removes(passport),
  'passports.purge': 'rules',

  'marks.saveLesson': saves(byId('lessons')),
  'marks.deleteLesson': removes(byId('lessons')),
  'marks.saveCells': 'cells',
  'marks.saveFinalMarks': 'cells',
  'marks.saveCodeTable': saves(codeTable),
  'marks.deleteCodeTable': removes(codeTable),
  'marks.commitImport': 'rules',

  'sheets.issue': 'adds',
  'sheets.reprint': 'adds',
  'sheets.markHandedOver': 'rules',
  'sheets.clearHandedOver': 'rules',

  'journal.print': 'adds',
  'journal.certify': 'rules',

  'control.saveLoads': 'cells',

  'calendar.saveYear': saves(year),

  'settings.saveSchool': setting('school'),
  'settings.savePaper': setting('paper'),
  'settings.saveTwoWeekRule': setting('twoWeekRule'),
  'settings.saveAppealRules': setting('appealRules'),
  'settings.saveCredentials': setting('credentials'),
  'settings.saveSheets': setting('sheets'),
  'settings.saveStudyForms': setting('studyForms'),
  'settings.savePersonalFields': setting('personalFields'),
  'settings.saveAppearance': 'taste',

  // Whoever knows the password may change it; the wrong one is refused.
  'lock.setPassword': 'rules',
  'lock.unlock': 'adds',
  'lock.changePassword': 'rules',
  'lock.recover': 'rules',
  'lock.newRecoveryCode': 'rules',
  'lock.confirmRecoveryKept': 'rules',
  'lock.saveIdle': setting('idleMinutes'),

  'lists.saveView': saves(({ list, name }: Asked<'lists.saveView'>) => [
    { table: 'saved_views', match: { list, name } },
  ]),
  'lists.deleteView': removes(byId('saved_views')),

  'audit.undo': 'rules',
  'audit.redo': 'rules',
};
