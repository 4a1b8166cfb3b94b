import type { OperationName } from '../../../src-main/contract/operations.ts';

/** What a data folder tells, asked through the contract: lists, figures, modes, sheets, history. */
export type Tells = Readonly<Record<string, unknown>>;

/** Day on which folders of releases are made and asked. */
export const folderDay = '2026-03-16';

/** Password of every folder of a release; its people are invented. */
export const folderPassword = 'Сирень у крыльца 7';

const period = { from: '2025-09-01', to: folderDay };
const fortnight = { from: '2026-03-02', to: '2026-03-14' };

const questions: readonly (readonly [OperationName, object])[] = [
  ['settings.get', {}],
  ['people.listStudents', { limit: 50 }],
  ['people.listGuardians', { limit: 20 }],
  ['people.listTeachers', { limit: 20 }],
  ['people.listClasses', {}],
  ['people.listImports', {}],
  ['absences.list', { limit: 20 }],
  ['absences.listOverTwoWeeks', {}],
  ['appeals.list', { limit: 30 }],
  ['appeals.list', { search: 'мат', limit: 10 }],
  ['resources.list', { limit: 20 }],
  ['resources.listWorkEntries', { limit: 20 }],
  ['summary.list', {}],
  ['summary.listRows', { filters: { figure: 'appeals', ...period }, limit: 20 }],
  ['statements.list', { limit: 50 }],
  ['statements.listServedOnPaper', {}],
  ['credentials.list', { limit: 30 }],
  ['marks.listMarks', { filters: fortnight, limit: 30 }],
  ['marks.listLessons', { filters: fortnight, limit: 30 }],
  ['marks.listImports', {}],
  ['marks.listCodeTables', {}],
  ['control.overview', { by: 'class', ...period }],
  ['control.listLateMarks', { filters: period, limit: 20 }],
  ['sheets.listIssued', { limit: 30 }],
  ['sheets.listDue', { filters: { week: '2026-03-02' }, limit: 50 }],
  ['journal.listPrints', { limit: 20 }],
];

type Ask = (name: OperationName, input: object) => Promise<unknown>;

/** The history as it was; what is asked on opening (unlocking) is later than `newest`. */
const history = async (ask: Ask, newest: number): Promise<unknown> => {
  const page = (await ask('audit.list', { limit: 400 })) as {
    readonly rows: readonly { readonly id: number }[];
  };
  return page.rows.filter(({ id }) => id <= newest);
};

/** Asks everything; a refusal is kept as the answer. */
export const tellsOf = async (ask: Ask, newest: number): Promise<Tells> => {
  const told: Record<string, unknown> = { newest };
  for (const [name, input] of questions)
    told[`${name} ${JSON.stringify(input)}`] = await ask(name, input);
  told['audit.list'] = await history(ask, newest);
  return told;
};
