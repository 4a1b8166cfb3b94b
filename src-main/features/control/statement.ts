import type { OperationOutput } from '../../contract/operations.ts';
import type { Asked, Context } from '../context.ts';
import { absencesInScope } from './absences.ts';
import { readSettings, requireSchool } from '../settings/index.ts';
import type { Scope } from './scope.ts';
import { scopeOf } from './scope.ts';
import { statementDocument } from './forms/statement.ts';
import type { StatementFaults } from './forms/statement.ts';
import { figuresOf, groupRows, groupsOf, partsInScope } from './figures.ts';
import type { Part } from './figures.ts';
import { readPairs } from './pairs.ts';
import { lessonPage } from './lessons-list.ts';
import { markPage } from './marks-list.ts';
import type { Names } from './names.ts';
import { noTeacherTitle } from './names.ts';
import { emptyWeekPage } from './pair-lists.ts';
import { parallelTitle } from '../../domain/classes.ts';

type Input = Asked<'control.statement'>;

/** Rows of a kind of fault the paper lists; the whole list goes to XLSX. */
const mostRows = 300;

const question = { search: '', sort: null, offset: 0, limit: mostRows } as const;

const faultsOf = async (
  { by: _by, details: _details, ...filters }: Input,
  parts: readonly Part[],
  names: Names,
  { db, clock }: Context,
): Promise<StatementFaults> => {
  const today = clock.today();
  const lessons = (fault: 'no-homework' | 'no-topic') =>
    lessonPage(db, { ...question, filters: { ...filters, fault } }, today);
  return {
    late: await markPage(db, { ...question, filters }, today),
    withoutHomework: await lessons('no-homework'),
    withoutTopic: await lessons('no-topic'),
    emptyWeeks: emptyWeekPage(parts, names, { ...question, filters }),
  };
};

/** «Класс 8А, предмет «Алгебра», педагог …»; empty for the whole school. */
const scopeWords = (scope: Scope, { classes, subjects, teachers }: Names): readonly string[] => [
  ...(scope.parallel === undefined ? [] : [`параллель ${parallelTitle(scope.parallel)}-х классов`]),
  ...classes.filter(({ id }) => id === scope.classId).map(({ title }) => `класс ${title}`),
  ...(scope.subjectId === undefined ? [] : [`предмет «${subjects.get(scope.subjectId) ?? ''}»`]),
  ...(scope.teacherId === undefined ? [] : [`педагог ${teachers.get(scope.teacherId) ?? ''}`]),
  ...(scope.withoutTeacher === true ? [noTeacherTitle.toLowerCase()] : []),
];

/** «Справка о контроле ведения электронного журнала» (S2 §1.3 and closing paragraph). */
export const controlStatement = async (
  input: Input,
  context: Context,
): Promise<OperationOutput<'control.statement'>> => {
  const { db, clock, documents } = context;
  const scope = scopeOf(input, clock.today());
  const named = await readPairs(db, scope);
  const parts = partsInScope(named.pairs, scope);
  const { credentials } = await readSettings(db);
  const model = statementDocument({
    school: await requireSchool(db),
    systemName: credentials.systemName,
    period: scope.passed,
    on: scope.today,
    by: input.by,
    about: scopeWords(scope, named.names),
    teacher:
      scope.teacherId === undefined ? null : (named.names.teachers.get(scope.teacherId) ?? null),
    total: figuresOf(parts),
    absences: await absencesInScope(db, scope, named.names),
    groups: groupRows(groupsOf(named, input.by, scope)),
    faults: input.details ? await faultsOf(input, parts, named.names, context) : null,
  });
  return { document: documents.put(model), title: model.title };
};
