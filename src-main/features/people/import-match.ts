import type { IsoDate } from '../../domain/dates.ts';
import { differByOneLetter } from '../../domain/duplicates.ts';
import { shortDate } from '../../domain/russian.ts';
import type { RecognisedStudent } from '../../spreadsheets/people/recognised.ts';
import type { StoredStudent } from './import-store.ts';

/**
 * Whom a row of the file means (domain.md §1): name and birth date are the key; without a birth
 * date the class stands in for it; whatever remains unclear is asked, never merged silently.
 */

export type Match =
  | { readonly result: 'new' }
  | { readonly result: 'found'; readonly student: StoredStudent }
  | {
      readonly result: 'question';
      readonly code: string;
      readonly reason: string;
      readonly candidates: readonly StoredStudent[];
    };

/** A row with its folded full name. */
export interface FoldedRow {
  readonly row: RecognisedStudent;
  readonly search: string;
}

interface Matched extends FoldedRow {
  readonly match: Match;
}

type Stored = ReadonlyMap<string, readonly StoredStudent[]>;

const inClass = (students: readonly StoredStudent[], className: string) =>
  students.filter(({ enrolment }) => enrolment?.className === className);

const onlyOne = <T>(items: readonly T[]): T | null =>
  items.length === 1 ? (items[0] ?? null) : null;

/** Same name and birth date; of several such, the one of the same class. */
const exactMatch = (
  row: RecognisedStudent,
  students: readonly StoredStudent[],
): StoredStudent | null => {
  if (row.birthDate === null) return null;
  const same = students.filter(({ birthDate }) => birthDate === row.birthDate);
  return onlyOne(same) ?? onlyOne(inClass(same, row.className));
};

/** The same person beyond doubt: name, birth date and class. */
const fullMatch = (
  row: RecognisedStudent,
  students: readonly StoredStudent[],
): StoredStudent | null => exactMatch(row, inClass(students, row.className));

/** Same name and class where a birth date is missing on either side. */
const classMatch = (
  row: RecognisedStudent,
  students: readonly StoredStudent[],
): StoredStudent | null => {
  const same = inClass(students, row.className);
  const found = onlyOne(same);
  return found && (row.birthDate === null || found.birthDate === null) ? found : null;
};

const digits = (date: IsoDate): string => date.replaceAll('-', '');

/** Dates a slip of the pen apart: one digit, two neighbours swapped, day and month swapped. */
export const similarDates = (a: IsoDate, b: IsoDate): boolean => {
  const swapped = `${a.slice(0, 4)}-${a.slice(8)}-${a.slice(5, 7)}`;
  return swapped === b || a.slice(5) === b.slice(5) || differByOneLetter(digits(a), digits(b));
};

const isSuspect = (row: RecognisedStudent, { birthDate, enrolment }: StoredStudent): boolean =>
  row.birthDate === null ||
  birthDate === null ||
  birthDate === row.birthDate ||
  (enrolment?.className === row.className && similarDates(birthDate, row.birthDate));

const dated = (date: string | null): string =>
  date === null ? 'без даты рождения' : `${shortDate(date)} г. р.`;

const questionOf = (row: RecognisedStudent, candidates: readonly StoredStudent[]): Match => {
  const [first] = candidates;
  const known = `${dated(first?.birthDate ?? null)}, ${first?.enrolment?.className ?? first?.laterClass ?? 'без класса'}`;
  return {
    result: 'question',
    code: candidates.length > 1 ? 'several-namesakes' : 'namesake',
    reason:
      candidates.length > 1
        ? `Учеников с таким именем несколько (${candidates.length}). Выберите, кто это, или загрузите как нового.`
        : `В базе есть ученик с таким именем (${known}), в файле – ${dated(row.birthDate)}, ${row.className}. Это один человек?`,
    candidates,
  };
};

const repeatedInFile: Match = {
  result: 'question',
  code: 'repeated-in-file',
  reason:
    'Ученик с тем же именем и датой рождения уже есть в этом файле в другом классе. Если это другой ребёнок, загрузите его как нового, иначе пропустите строку.',
  candidates: [],
};

/** First pass over one name: rows that name a stored student beyond doubt take him. */
const claim = (
  rows: readonly (readonly [index: number, row: RecognisedStudent])[],
  students: readonly StoredStudent[],
  found: Map<number, StoredStudent>,
): readonly StoredStudent[] => {
  if (students.length === 0) return students;
  let free = students;
  for (const matchOne of [fullMatch, exactMatch, classMatch])
    for (const [index, row] of rows) {
      if (found.has(index)) continue;
      const student = matchOne(row, free);
      // Two rows without a birth date in one class fit one student equally well: asked.
      const rivals = rows.filter(
        ([other, one]) => other !== index && !found.has(other) && matchOne(one, free) === student,
      );
      if (!student || rivals.some(([, one]) => one.className === row.className)) continue;
      found.set(index, student);
      free = free.filter(({ id }) => id !== student.id);
    }
  return free;
};

/** The same name and birth date in an earlier row, or in a row whose student is known. */
const repeats = (
  rows: readonly (readonly [number, RecognisedStudent])[],
  found: ReadonlyMap<number, StoredStudent>,
  index: number,
  row: RecognisedStudent,
): boolean =>
  row.birthDate !== null &&
  rows.some(
    ([other, one]) => (other < index || found.has(other)) && one.birthDate === row.birthDate,
  );

const matchName = (
  rows: readonly (readonly [number, RecognisedStudent])[],
  students: readonly StoredStudent[],
): readonly (readonly [number, Match])[] => {
  const found = new Map<number, StoredStudent>();
  const free = claim(rows, students, found);
  return rows.map(([index, row]) => {
    const student = found.get(index);
    if (student) return [index, { result: 'found', student }];
    const suspects = free.filter((one) => isSuspect(row, one));
    if (suspects.length > 0) return [index, questionOf(row, suspects)];
    return [index, repeats(rows, found, index, row) ? repeatedInFile : { result: 'new' }];
  });
};

/** `personKey` of a name that is folded already: folding is the dear part of it. */
const keyOfFolded = (search: string): string => search.split(' ').toSorted().join(' ');

/** Decides every row; rows of one name are looked at together. The order is kept. */
export const matchStudents = (rows: readonly FoldedRow[], stored: Stored): readonly Matched[] => {
  const groups = new Map<string, (readonly [number, RecognisedStudent])[]>();
  rows.forEach(({ row, search }, index) => {
    const key = keyOfFolded(search);
    const group = groups.get(key);
    if (group) group.push([index, row]);
    else groups.set(key, [[index, row]]);
  });
  const matches: Match[] = Array.from<Match>({ length: rows.length });
  for (const [key, group] of groups)
    for (const [index, match] of matchName(group, stored.get(key) ?? [])) matches[index] = match;
  return rows.map((one, index) => ({ ...one, match: matches[index] ?? { result: 'new' } }));
};
