import type { FieldChange } from '../../contract/imports.ts';
import { fullName, personKey } from '../../domain/names.ts';
import type { RecognisedTeacher } from '../../spreadsheets/people/recognised.ts';
import type { PlanItem, TeacherAction } from './import-plan.ts';
import { planItem } from './import-plan.ts';
import type { StoredTeacher, TeacherStore } from './import-store.ts';

type Lesson = TeacherAction['assignments'][number];

interface Duties {
  readonly assignments: readonly Lesson[];
  readonly leads: readonly string[];
  readonly warnings: readonly string[];
}

const lessonsOf = (row: RecognisedTeacher): readonly Lesson[] =>
  row.assignments.flatMap(({ subject, classNames }) =>
    classNames.map((className) => ({ subject, className })),
  );

const subjectsWithoutClasses = (row: RecognisedTeacher): readonly string[] =>
  row.assignments
    .filter(({ classNames }) => classNames.length === 0)
    .map(({ subject }) => `Предмет «${subject}» без классов не загружен. Укажите классы.`);

/** Duties of the file without classes another teacher of the same file already leads. */
const dutiesOf = (row: RecognisedTeacher, led: Map<string, string>): Duties => {
  const warnings = [...subjectsWithoutClasses(row)];
  const leads = row.classTeacherOf.filter((className) => {
    const other = led.get(className);
    if (other === undefined) led.set(className, fullName(row));
    else
      warnings.push(
        `Классным руководителем ${className} в файле уже указан другой педагог: ${other}.`,
      );
    return other === undefined;
  });
  return { assignments: lessonsOf(row), leads, warnings };
};

const grouped = (lessons: readonly Lesson[]): string =>
  [...Map.groupBy(lessons, ({ subject }) => subject)]
    .map(([subject, same]) => `${subject}: ${same.map(({ className }) => className).join(', ')}`)
    .join('; ');

const placeOf = (row: RecognisedTeacher) => ({
  where: row.where,
  fullName: fullName(row),
  details: row.assignments.map(({ subject }) => subject).join(', '),
});

const action = (
  row: RecognisedTeacher,
  id: number | null,
  { assignments, leads }: Pick<Duties, 'assignments' | 'leads'>,
): TeacherAction => ({ kind: 'teacher', id, person: row, assignments, leads });

/** What the file adds to a stored teacher; nothing is taken away by an import. */
const update = (
  row: RecognisedTeacher,
  teacher: StoredTeacher,
  duties: Duties,
  store: TeacherStore,
) => {
  const assignments = duties.assignments.filter(
    ({ subject, className }) => !store.assignments.has(`${teacher.id}|${subject}|${className}`),
  );
  const leads = duties.leads.filter((name) => store.leaders.get(name)?.id !== teacher.id);
  const added: readonly FieldChange[] =
    assignments.length === 0
      ? []
      : [{ field: 'assignments', title: 'Нагрузка', was: null, becomes: grouped(assignments) }];
  const led = leads.map((name) => ({
    field: 'classTeacher',
    title: `Классный руководитель ${name}`,
    was: store.leaders.get(name)?.fullName ?? null,
    becomes: teacher.fullName,
  }));
  return { changes: [...added, ...led], action: action(row, teacher.id, { assignments, leads }) };
};

const question = (
  row: RecognisedTeacher,
  namesakes: readonly StoredTeacher[],
  duties: Duties,
  store: TeacherStore,
): PlanItem =>
  planItem({
    status: 'question',
    ...placeOf(row),
    warnings: duties.warnings,
    code: 'several-namesakes',
    reason: `Педагогов с таким именем несколько (${namesakes.length}). Выберите, кто это.`,
    candidates: namesakes.map(({ id, fullName: name }) => ({
      id,
      fullName: name,
      birthDate: null,
      className: null,
      phone: null,
      children: [],
    })),
    resolve(answer) {
      const chosen = namesakes.find(({ id }) => id === answer);
      return chosen ? update(row, chosen, duties, store).action : action(row, null, duties);
    },
  });

/** Plans «Справочник педагоги» (formats.md H): a teacher is known by the folded full name. */
export const planTeachers = (
  rows: readonly RecognisedTeacher[],
  store: TeacherStore,
): readonly PlanItem[] => {
  const led = new Map<string, string>();
  return rows.map((row) => {
    const duties = dutiesOf(row, led);
    const { warnings } = duties;
    const namesakes = store.byKey.get(personKey(row)) ?? [];
    const [teacher] = namesakes;
    if (!teacher)
      return planItem({
        status: 'new',
        ...placeOf(row),
        warnings,
        action: action(row, null, duties),
      });
    if (namesakes.length > 1) return question(row, namesakes, duties, store);
    const { changes, action: change } = update(row, teacher, duties, store);
    return changes.length === 0
      ? planItem({ status: 'same', ...placeOf(row), warnings })
      : planItem({ status: 'changed', ...placeOf(row), warnings, changes, action: change });
  });
};
