/** A row of a table that is about one lesson. */
export interface LessonRow {
  readonly className: string;
  readonly subject: string;
  readonly date: string;
  /** Number of the lesson on the day; null: the table does not tell. */
  readonly number: number | null;
}

const keyOf = ({ className, subject, date }: LessonRow): string =>
  `${className}|${subject}|${date}`;

/**
 * Which lesson of the subject on the day a row is about, by the numbers of lessons: a class that had
 * it as the 2nd and the 5th lesson had it twice. Null where the table does not tell numbers.
 */
export const ranksOf = (rows: readonly LessonRow[]): ((row: LessonRow) => number | null) => {
  if (!rows.some(({ number }) => number !== null)) return () => null;
  const numbers = new Map<string, number[]>();
  for (const row of rows) {
    if (row.number === null) continue;
    const key = keyOf(row);
    const known = numbers.get(key);
    if (!known) numbers.set(key, [row.number]);
    else if (!known.includes(row.number)) known.push(row.number);
  }
  for (const list of numbers.values()) list.sort((a, b) => a - b);
  return (row) =>
    row.number === null ? null : (numbers.get(keyOf(row))?.indexOf(row.number) ?? -1) + 1 || null;
};
