import type { FieldChange } from '../../contract/imports.ts';
import { parallelOrder, parseClassName } from '../../domain/classes.ts';
import { addDays, maxDate } from '../../domain/dates.ts';
import { fold, fullName } from '../../domain/names.ts';
import { shortDate } from '../../domain/russian.ts';
import type { RecognisedStudent } from '../../spreadsheets/people/recognised.ts';
import type { ClassMove, PlanItem, StudentAction } from './import-plan.ts';
import { changesBetween, planItem } from './import-plan.ts';
import type { FoldedRow } from './import-match.ts';
import { matchStudents } from './import-match.ts';
import type { StoredStudent } from './import-store.ts';
import { studentCandidate } from './import-store.ts';
import type { ImportYear } from './import-year.ts';

const sexName = { male: 'мужской', female: 'женский' } as const;

const orderOf = (name: string): number => parallelOrder(parseClassName(name)?.parallel ?? -1);

type Enrolment = NonNullable<StoredStudent['enrolment']>;

/**
 * The class differs inside the year of the file. A past year knows no day of the transfer: a class
 * held since 1 September is corrected in place, a history with transfers is trusted as it is.
 */
const moveInsideYear = (
  { id: enrolmentId, startsOn, endsOn }: Enrolment,
  className: string,
  { from, onDate, isPast }: ImportYear,
): ClassMove | null => {
  if (isPast) return startsOn === from ? { way: 'replace', className, enrolmentId } : null;
  return startsOn >= onDate
    ? { way: 'replace', className, enrolmentId }
    : { way: 'move', className, from: onDate, to: endsOn, enrolmentId, reason: 'transferred' };
};

/**
 * How a stored student gets into the class of the file: enrolments of an earlier school year end
 * on 31 August, transfers happen on the day of the import. Enrolments of a later year are not
 * looked at here, so they are neither closed nor moved.
 */
const moveOf = (student: StoredStudent, className: string, year: ImportYear): ClassMove | null => {
  const { from: yearStart, onDate, closesOn } = year;
  const { enrolment } = student;
  if (!enrolment) return { way: 'enrol', className, from: yearStart, to: closesOn };
  const { id: enrolmentId, endsOn } = enrolment;
  const isOfYear = enrolment.yearStart === yearStart;
  // A past file lists whoever was there on its own day: those who left later did leave.
  const isHistory = isOfYear && year.isPast;
  if (endsOn !== null && endsOn < onDate && !isHistory) {
    const back = endsOn < yearStart ? yearStart : maxDate(onDate, addDays(endsOn, 1));
    return { way: 'enrol', className, from: back, to: closesOn };
  }
  if (!isOfYear) {
    const isNext = orderOf(className) > orderOf(enrolment.className);
    const reason = isNext ? 'promoted' : 'repeats';
    const to = endsOn ?? closesOn;
    return { way: 'move', className, from: yearStart, to, enrolmentId, reason };
  }
  return enrolment.className === className ? null : moveInsideYear(enrolment, className, year);
};

const moveChange = (student: StoredStudent, move: ClassMove): FieldChange => ({
  field: 'className',
  title: move.way === 'move' ? `Класс с ${shortDate(move.from)}` : 'Класс',
  was: move.way === 'enrol' ? null : (student.enrolment?.className ?? null),
  becomes: move.className,
});

const fieldsOf = (student: StoredStudent, row: RecognisedStudent) =>
  changesBetween([
    {
      column: 'birth_date',
      title: 'Дата рождения',
      was: student.birthDate,
      becomes: row.birthDate,
      show: shortDate,
    },
    {
      column: 'sex',
      title: 'Пол',
      was: student.sex,
      becomes: row.sex,
      show: (value) => (value === 'male' ? sexName.male : sexName.female),
    },
    { column: 'address', title: 'Адрес', was: student.address, becomes: row.address },
  ]);

const create = ({ row, search }: FoldedRow, { from, closesOn }: ImportYear): StudentAction => ({
  kind: 'student',
  id: null,
  person: row,
  search,
  set: {},
  move: { way: 'enrol', className: row.className, from, to: closesOn },
});

const update = ({ row, search }: FoldedRow, student: StoredStudent, year: ImportYear) => {
  const { changes, set } = fieldsOf(student, row);
  const move = moveOf(student, row.className, year);
  const { id } = student;
  const action: StudentAction = { kind: 'student', id, person: row, search, set, move };
  return { changes: move ? [...changes, moveChange(student, move)] : changes, action };
};

const placeOf = (row: RecognisedStudent) => ({
  where: row.where,
  fullName: fullName(row),
  details: [row.className, row.birthDate === null ? '' : shortDate(row.birthDate)]
    .filter((text) => text !== '')
    .join(', '),
});

const matchedItem = (folded: FoldedRow, student: StoredStudent, year: ImportYear): PlanItem => {
  const { changes, action } = update(folded, student, year);
  const place = placeOf(folded.row);
  return changes.length === 0
    ? planItem({ status: 'same', ...place })
    : planItem({ status: 'changed', ...place, changes, action });
};

const question = (
  folded: FoldedRow,
  { code, reason }: { readonly code: string; readonly reason: string },
  candidates: readonly StoredStudent[],
  year: ImportYear,
): PlanItem =>
  planItem({
    status: 'question',
    ...placeOf(folded.row),
    code,
    reason,
    candidates: candidates.map(studentCandidate),
    resolve(answer) {
      const chosen = candidates.find(({ id }) => id === answer);
      return chosen ? update(folded, chosen, year).action : create(folded, year);
    },
  });

/** Plans the students of a contingent or of class lists. */
export const planStudents = (
  rows: readonly RecognisedStudent[],
  stored: ReadonlyMap<string, readonly StoredStudent[]>,
  year: ImportYear,
): { readonly items: readonly PlanItem[]; readonly notInFile: number } => {
  const folded = rows.map((row) => ({ row, search: fold(fullName(row)) }));
  const matches = matchStudents(folded, stored);
  const seen = new Set<number>();
  const items = matches.map(({ match, ...one }) => {
    switch (match.result) {
      case 'new':
        return planItem({ status: 'new', ...placeOf(one.row), action: create(one, year) });
      case 'found':
        seen.add(match.student.id);
        return matchedItem(one, match.student, year);
      default:
        for (const { id } of match.candidates) seen.add(id);
        return question(one, match, match.candidates, year);
    }
  });
  let notInFile = 0;
  for (const same of stored.values())
    for (const { id, enrolment } of same) {
      const studies = enrolment && (enrolment.endsOn === null || enrolment.endsOn >= year.onDate);
      if (studies && !seen.has(id)) notInFile += 1;
    }
  return { items, notInFile };
};
