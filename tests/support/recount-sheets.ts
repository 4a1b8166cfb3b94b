/**
 * Absences and averages of weekly sheets counted a second time, from the tables of a folder and
 * domain.md §6 and §9 alone: nothing of the program is imported. Cells are read from the text as
 * the source wrote it, by the table of codes it was read by.
 */
import type Database from 'better-sqlite3';
import { dayOf, lessonsOf } from './recount.ts';

export interface RecountedSheet {
  /** Missed lessons by the meaning in the table of codes; codes it does not know under «?». */
  readonly missed: Readonly<Record<string, number>>;
  /** By subject, to the hundredth: «4,33». */
  readonly averages: ReadonlyMap<string, string>;
  /** Days the averages cover. */
  readonly from: string;
  readonly to: string;
}

interface Mark {
  readonly subject: string;
  readonly date: string;
  readonly text: string;
  readonly codes: number;
}

const LATIN = 'ABCEHKMOPTXY';
const CYRILLIC = 'АВСЕНКМОРТХУ';

/** «нн5» → Н, Н, 5; «Б 3/4» → Б, 3, 4. */
const piecesOf = (text: string, known: ReadonlyMap<string, string>): readonly string[] => {
  const pieces: string[] = [];
  const letters = Array.from(text.toUpperCase(), (char) => CYRILLIC[LATIN.indexOf(char)] ?? char);
  let rest = letters.join('');
  while (rest !== '') {
    const code = [...known.keys()]
      .toSorted((a, b) => b.length - a.length)
      .find((one) => rest.startsWith(one));
    const piece = code ?? /^(?:[1-5][+-]?|[А-ЯЁ]+)/u.exec(rest)?.[0] ?? rest.charAt(0);
    if (!/[\s/,;]/u.test(piece)) pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return pieces;
};

/** Meaning by code of every table of codes. */
const codeTables = (db: Database.Database): ReadonlyMap<number, ReadonlyMap<string, string>> => {
  const rows = db.prepare('SELECT code_table_id AS id, code, meaning FROM mark_codes').all() as {
    id: number;
    code: string;
    meaning: string;
  }[];
  const tables = new Map<number, Map<string, string>>();
  for (const { id, code, meaning } of rows)
    tables.set(id, (tables.get(id) ?? new Map<string, string>()).set(code, meaning));
  return tables;
};

const reasons = new Set(['ill', 'excused', 'unexcused', 'absent']);

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const hundredths = (values: readonly number[]): string => {
  const sum = values.reduce((total, value) => total + value, 0);
  const rounded = Math.round((sum * 100) / values.length + 1e-9);
  return `${Math.floor(rounded / 100)},${String(rounded % 100).padStart(2, '0')}`;
};

export const recountSheet = (
  db: Database.Database,
  { student, classId, week }: { student: number; classId: number; week: string },
): RecountedSheet => {
  const tables = codeTables(db);
  const read = ({ text, codes }: Mark): readonly (readonly [string, string | undefined])[] => {
    const known = tables.get(codes) ?? new Map<string, string>();
    return piecesOf(text, known).map((piece) => [piece, known.get(piece)]);
  };
  const marksOf = (from: string, to: string): readonly Mark[] =>
    db
      .prepare(
        `SELECT s.name AS subject, l.on_date AS date, m.text, m.code_table_id AS codes
         FROM marks m JOIN lessons l ON l.id = m.lesson_id JOIN subjects s ON s.id = l.subject_id
         WHERE m.student_id = ? AND m.ended_at IS NULL AND l.on_date BETWEEN ? AND ?`,
      )
      .all(student, from, to) as Mark[];
  const monday = dayOf(week);
  const holds = lessonsOf(db, student);
  const last = [6, 5, 4, 3, 2, 1, 0].map((plus) => monday + plus).find(holds) ?? monday;
  const to = dateOf(last);
  const { from } = db
    .prepare(
      `SELECT t.starts_on AS "from" FROM terms t JOIN classes c
         ON c.school_year_id = t.school_year_id AND c.parallel = t.parallel
       WHERE c.id = ? AND ? BETWEEN t.starts_on AND t.ends_on`,
    )
    .get(classId, to) as { from: string };
  const missed: Record<string, number> = {};
  for (const mark of marksOf(week, dateOf(monday + 6)))
    for (const [piece, meaning] of read(mark)) {
      const isMark = meaning === undefined && /^[1-5][+-]?$/u.test(piece);
      const key = meaning ?? '?';
      if (!isMark && (key === '?' || reasons.has(key))) missed[key] = (missed[key] ?? 0) + 1;
    }
  const values = new Map<string, number[]>();
  for (const mark of marksOf(from, to).filter(({ date }) => holds(dayOf(date))))
    for (const [piece, meaning] of read(mark))
      if (meaning === undefined && /^[1-5][+-]?$/u.test(piece))
        values.set(mark.subject, [...(values.get(mark.subject) ?? []), Number(piece.charAt(0))]);
  const averages = new Map([...values].map(([subject, own]) => [subject, hundredths(own)]));
  return { missed, averages, from, to };
};
