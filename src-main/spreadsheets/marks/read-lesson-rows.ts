import type { PersonName } from '../../domain/names.ts';
import { placeOf } from '../workbook.ts';
import type { Row } from '../workbook.ts';
import type { FoundTable } from './find-table.ts';
import type { Gatherer } from './gather.ts';
import { markText } from './lines.ts';
import { outOfYear } from './read-mark-rows.ts';
import { PAUSE_ROWS, surveyRows } from './row-survey.ts';
import type { LessonRow, Pause, Survey } from './row-survey.ts';
import { rowBasics, TableReader } from './table-rows.ts';
import type { RowProblem } from './table-rows.ts';

interface DescribedRow extends LessonRow {
  readonly index: number;
  readonly topic: string | null;
  readonly homework: string | null;
  readonly teacher: PersonName | null;
}

const MAX_ORDINAL = 9;

/** A dash alone says that there is nothing. */
const textOrNull = (reader: TableReader, row: Row, field: 'topic' | 'homework'): string | null =>
  markText(reader.cell(row, field)) || null;

const readRow = (reader: TableReader, row: Row, index: number): DescribedRow | RowProblem => {
  const basics = rowBasics(reader, row);
  if (!('date' in basics)) return basics;
  return {
    ...basics,
    index,
    number: reader.lessonNumber(row),
    topic: textOrNull(reader, row, 'topic'),
    homework: textOrNull(reader, row, 'homework'),
    teacher: reader.teacher(row),
  };
};

const firstFree = (taken: (ordinal: number) => boolean): number => {
  let ordinal = 1;
  while (taken(ordinal)) ordinal += 1;
  return ordinal;
};

/** Lesson of the day, or why there is no place for one more. */
const ordinalOf = (row: DescribedRow, survey: Survey, into: Gatherer): number | RowProblem => {
  const taken = (ordinal: number): boolean =>
    into.hasLesson('described', row.className, row.subject, row.date, ordinal);
  const rank = survey.rank(row);
  if (rank !== null && taken(rank))
    return [
      'lessonNumber',
      'repeated-lesson',
      `урок № ${row.number} по этому предмету в этот день уже есть выше. Оставьте один.`,
    ];
  // Without numbers of lessons a day repeated is the next lesson of that day.
  const ordinal = rank ?? firstFree(taken);
  return ordinal > MAX_ORDINAL
    ? ['date', 'too-many-lessons', `больше ${MAX_ORDINAL} уроков предмета за день.`]
    : ordinal;
};

const place = (
  reader: TableReader,
  { index, number: _number, ...lesson }: DescribedRow,
  ordinal: number,
  into: Gatherer,
): void => {
  const where = placeOf(reader.table.sheet, index, reader.table.columns.date ?? 0);
  into.lesson({ ...lesson, where, ordinal, described: true });
};

/** Told once for every spelling. */
const warnTeacher = (
  reader: TableReader,
  row: Row,
  read: DescribedRow,
  told: Set<string>,
  into: Gatherer,
): void => {
  const text = reader.text(row, 'teacher');
  if (read.teacher !== null || text === '' || told.has(text)) return;
  told.add(text);
  const message = `«${text}» – нужны фамилия и имя учителя; урок останется без учителя.`;
  into.found.warnings.push(reader.reject(read.index, 'teacher', 'bad-teacher', message));
};

/** Reads a table with a row for every lesson: topic, homework (formats.md E). */
export const readLessonRows = async (
  table: FoundTable,
  date1904: boolean,
  className: string,
  into: Gatherer,
  pause: Pause,
): Promise<void> => {
  const reader = new TableReader(table, date1904, className);
  const survey = await surveyRows(reader, pause);
  into.year(survey.year);
  const { rejected } = into.found;
  const told = new Set<string>();
  for (let index = table.firstDataRow; index < table.sheet.rows.length; index += 1) {
    const row = table.sheet.rows[index] ?? [];
    if (index % PAUSE_ROWS === 0) await pause();
    if (!reader.isData(row, index)) continue;
    const read = readRow(reader, row, index);
    if (!('date' in read)) {
      rejected.push(reader.reject(index, ...read));
      continue;
    }
    const foreign = outOfYear(reader, read, survey.year.schoolYear);
    const ordinal = foreign ? null : ordinalOf(read, survey, into);
    if (foreign) rejected.push(foreign);
    else if (typeof ordinal === 'number') {
      place(reader, read, ordinal, into);
      warnTeacher(reader, row, read, told, into);
    } else if (ordinal) rejected.push(reader.reject(index, ...ordinal));
  }
};
