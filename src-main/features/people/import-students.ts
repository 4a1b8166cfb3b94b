import { parseClassName } from '../../domain/classes.ts';
import { schoolYearOf, schoolYearSpan } from '../../domain/calendar.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { addDays, maxDate } from '../../domain/dates.ts';
import { fold, fullName } from '../../domain/names.ts';
import { shortDate } from '../../domain/russian.ts';
import type { RecognisedStudent } from '../../spreadsheets/people/recognised.ts';
import type { ClassMove, FieldChange, PlanItem, StudentAction } from './import-plan.ts';
import { changesBetween, planItem } from './import-plan.ts';
import type { FoldedRow } from './import-match.ts';
import { matchStudents } from './import-match.ts';
import type { StoredStudent } from './import-store.ts';
import { studentCandidate } from './import-store.ts';

const sexName = { male: 'мужской', female: 'женский' } as const;

const parallelOf = (name: string): number => parseClassName(name)?.parallel ?? 0;

/**
 * How a stored student gets into the class of the file: enrolments of an earlier school year end
 * on 31 August, transfers happen on the day of the import, a later year is left alone.
 */
const moveOf = (student: StoredStudent, className: string, onDate: IsoDate): ClassMove | null => {
  const yearStart = schoolYearSpan(schoolYearOf(onDate)).from;
  const { enrolment } = student;
  if (!enrolment) return { way: 'enrol', className, from: yearStart };
  if (enrolment.yearStart > yearStart) return null;
  const { id: enrolmentId, endsOn } = enrolment;
  if (endsOn !== null && endsOn < onDate) {
    const back = endsOn < yearStart ? yearStart : maxDate(onDate, addDays(endsOn, 1));
    return { way: 'enrol', className, from: back };
  }
  if (enrolment.yearStart < yearStart) {
    const isNext = parallelOf(className) > parallelOf(enrolment.className);
    const reason = isNext ? 'promoted' : 'repeats';
    return { way: 'move', className, from: yearStart, enrolmentId, reason };
  }
  if (enrolment.className === className) return null;
  return enrolment.startsOn >= onDate
    ? { way: 'replace', className, enrolmentId }
    : { way: 'move', className, from: onDate, enrolmentId, reason: 'transferred' };
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

const create = ({ row, search }: FoldedRow, onDate: IsoDate): StudentAction => ({
  kind: 'student',
  id: null,
  person: row,
  search,
  set: {},
  move: {
    way: 'enrol',
    className: row.className,
    from: schoolYearSpan(schoolYearOf(onDate)).from,
  },
});

const update = ({ row, search }: FoldedRow, student: StoredStudent, onDate: IsoDate) => {
  const { changes, set } = fieldsOf(student, row);
  const move = moveOf(student, row.className, onDate);
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

const matchedItem = (folded: FoldedRow, student: StoredStudent, onDate: IsoDate): PlanItem => {
  const { changes, action } = update(folded, student, onDate);
  const place = placeOf(folded.row);
  return changes.length === 0
    ? planItem({ status: 'same', ...place })
    : planItem({ status: 'changed', ...place, changes, action });
};

const question = (
  folded: FoldedRow,
  { code, reason }: { readonly code: string; readonly reason: string },
  candidates: readonly StoredStudent[],
  onDate: IsoDate,
): PlanItem =>
  planItem({
    status: 'question',
    ...placeOf(folded.row),
    code,
    reason,
    candidates: candidates.map(studentCandidate),
    resolve(answer) {
      const chosen = candidates.find(({ id }) => id === answer);
      return chosen ? update(folded, chosen, onDate).action : create(folded, onDate);
    },
  });

/** Plans the students of a contingent or of class lists. */
export const planStudents = (
  rows: readonly RecognisedStudent[],
  stored: ReadonlyMap<string, readonly StoredStudent[]>,
  onDate: IsoDate,
): { readonly items: readonly PlanItem[]; readonly notInFile: number } => {
  const folded = rows.map((row) => ({ row, search: fold(fullName(row)) }));
  const matches = matchStudents(folded, stored);
  const seen = new Set<number>();
  const items = matches.map(({ match, ...one }) => {
    switch (match.result) {
      case 'new':
        return planItem({ status: 'new', ...placeOf(one.row), action: create(one, onDate) });
      case 'found':
        seen.add(match.student.id);
        return matchedItem(one, match.student, onDate);
      default:
        for (const { id } of match.candidates) seen.add(id);
        return question(one, match, match.candidates, onDate);
    }
  });
  let notInFile = 0;
  for (const same of stored.values())
    for (const { id, enrolment } of same) {
      const studies = enrolment && (enrolment.endsOn === null || enrolment.endsOn >= onDate);
      if (studies && !seen.has(id)) notInFile += 1;
    }
  return { items, notInFile };
};
