import { fullName, personKey } from '../../domain/names.ts';
import { shortDate } from '../../domain/russian.ts';
import type {
  NamedStudent,
  RecognisedGuardian,
  Rejected,
} from '../../spreadsheets/people/recognised.ts';
import type { StoredStudent } from './import-store.ts';

/** Stored students a row of guardians may mean: by birth date, else by class, else by name. */
const fitting = (
  named: NamedStudent,
  namesakes: readonly StoredStudent[],
): readonly StoredStudent[] => {
  const inClass = (students: readonly StoredStudent[]): readonly StoredStudent[] =>
    named.className === null
      ? students
      : students.filter(({ enrolment }) => enrolment?.className === named.className);
  if (named.birthDate === null) return inClass(namesakes);
  const sameBirth = namesakes.filter(({ birthDate }) => birthDate === named.birthDate);
  if (sameBirth.length === 0)
    return named.className === null
      ? []
      : inClass(namesakes.filter(({ birthDate }) => birthDate === null));
  return sameBirth.length === 1 ? sameBirth : inClass(sameBirth);
};

const describe = (named: NamedStudent): string =>
  [
    fullName(named),
    named.birthDate === null ? '' : `${shortDate(named.birthDate)} г. р.`,
    named.className ?? '',
  ]
    .filter((text) => text !== '')
    .join(', ');

const refusal = (row: RecognisedGuardian, code: string, message: string): Rejected => ({
  where: row.where,
  code,
  message: `Лист «${row.where.sheet}», ${row.where.address}: ${message}`,
  cells: [fullName(row), row.phone ?? '', row.email ?? '', describe(row.student)],
});

/** The child of a guardian's row, or why it is not clear who that is. */
export const findChild = (
  row: RecognisedGuardian,
  students: ReadonlyMap<string, readonly StoredStudent[]>,
): { readonly student: StoredStudent } | Rejected => {
  const found = fitting(row.student, students.get(personKey(row.student)) ?? []);
  const [student] = found;
  if (!student)
    return refusal(
      row,
      'student-not-found',
      `ученика «${describe(row.student)}» в базе нет. Сначала загрузите список обучающихся или исправьте ФИО, дату рождения и класс.`,
    );
  if (found.length > 1)
    return refusal(
      row,
      'student-ambiguous',
      `учеников «${describe(row.student)}» в базе ${found.length}. Укажите дату рождения и класс.`,
    );
  return { student };
};
