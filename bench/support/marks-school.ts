import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { writeXlsx } from 'hucre/xlsx';
import type { CellValue } from 'hucre';
import { callTyped } from '../../src-main/app/office.ts';
import { fold } from '../../src-main/domain/names.ts';
import { cacheFolder, openBenchOffice } from './office.ts';

/**
 * A school whose marks are told by a rule, so that a file and the rows it must become are made
 * from the same numbers: 5 marks of each of 36 lessons of 14 subjects of a class.
 */

export const subjectCount = 14;
export const dayCount = 36;
const pupils = 25;

export interface BenchMark {
  readonly room: number;
  readonly subject: number;
  readonly day: number;
  readonly pupil: number;
}

/** `2025-09-01` is day 0; only dates matter, not whether school is held. */
export const dateOf = (startYear: number, day: number): string =>
  `${startYear}-${day < 24 ? '10' : '11'}-${String(1 + (day % 24)).padStart(2, '0')}`;

export const subjectOf = (subject: number): string => `Предмет ${subject + 1}`;

const letterOf = (room: number): string => String.fromCodePoint(0x410 + Math.floor(room / 11));
export const classOf = (room: number): string => `${1 + (room % 11)}${letterOf(room)}`;

const letter = (at: number): string => String.fromCodePoint(0x430 + (at % 32));

/** Names differ by letters only: a figure is no name. */
export const nameOf = (room: number, pupil: number): string => {
  const last = `Ученик${letter(room)}${letter(Math.floor(room / 32))}`;
  return `${last} Имя${letter(pupil)} Отчество${letter(pupil + room)}`;
};

/** Who has a mark on a lesson. */
export const pupilsOf = (subject: number, day: number): readonly number[] =>
  Array.from({ length: 5 }, (_, one) => (subject + day * 3 + one * 5) % pupils);

export const marksOfClass = (room: number): readonly BenchMark[] => {
  const marks: BenchMark[] = [];
  for (let subject = 0; subject < subjectCount; subject += 1)
    for (let day = 0; day < dayCount; day += 1)
      for (const pupil of pupilsOf(subject, day)) marks.push({ room, subject, day, pupil });
  return marks;
};

export const textOf = ({ subject, day, pupil }: BenchMark): string =>
  ['5', '4', '3', 'О 2', 'Б 3/3', 'н'][(subject + day + pupil) % 6] ?? '5';

const studentId = (room: number, pupil: number): number => room * pupils + pupil + 1;

const fill = (db: Database.Database, startYears: readonly number[], rooms: number): void => {
  const student = db.prepare(
    'INSERT INTO students (id, last_name, first_name, middle_name, search) VALUES (?, ?, ?, ?, ?)',
  );
  const room = db.prepare(
    'INSERT INTO classes (id, school_year_id, parallel, letter) VALUES (?, ?, ?, ?)',
  );
  const enrolment = db.prepare(
    'INSERT INTO enrolments (student_id, class_id, starts_on, ends_on) VALUES (?, ?, ?, ?)',
  );
  for (let at = 0; at < rooms; at += 1)
    for (let pupil = 0; pupil < pupils; pupil += 1) {
      const name = nameOf(at, pupil);
      student.run(studentId(at, pupil), ...name.split(' '), fold(name));
    }
  startYears.forEach((startYear, index) => {
    const yearId = Number(
      db
        .prepare('SELECT id FROM school_years WHERE starts_on = ?')
        .pluck()
        .get(`${startYear}-09-01`),
    );
    for (let at = 0; at < rooms; at += 1) {
      const classId = index * rooms + at + 1;
      room.run(classId, yearId, 1 + (at % 11), letterOf(at));
      for (let pupil = 0; pupil < pupils; pupil += 1)
        enrolment.run(
          studentId(at, pupil),
          classId,
          `${startYear}-09-01`,
          `${startYear + 1}-08-31`,
        );
    }
  });
};

/** An office in the folder with the same children in the classes of each year, and no marks. */
export const makeSchool = async (
  folder: string,
  startYears: readonly number[],
  rooms: number,
): Promise<void> => {
  const office = await openBenchOffice(folder);
  for (const startYear of startYears)
    await callTyped(
      office,
      'calendar.saveYear',
      await callTyped(office, 'calendar.prefill', { startYear }),
    );
  await office.close();
  const db = new Database(join(folder, 'office.sqlite'));
  db.transaction(() => fill(db, startYears, rooms))();
  db.close();
};

const insertLesson = `INSERT INTO lessons (id, class_id, subject_id, on_date, ordinal, described,
  audit_id) VALUES (?, ?, ?, ?, 1, 0, 1)`;
const insertMark = `INSERT INTO marks (lesson_id, student_id, text, codes, code_table_id,
  entered_on, seen_at, unseen_at, audit_id) VALUES (?, ?, ?, ?, 1, ?, ?, NULL, 1)`;

/** The same marks by prepared statements, in one transaction: what an import is measured by. */
export const rawInsert = (folder: string, startYear: number, rooms: number): void => {
  const db = new Database(join(folder, 'office.sqlite'));
  const lesson = db.prepare(insertLesson);
  const mark = db.prepare(insertMark);
  const subject = db.prepare('INSERT INTO subjects (id, name, search) VALUES (?, ?, ?)');
  db.transaction(() => {
    for (let one = 0; one < subjectCount; one += 1)
      subject.run(one + 1, subjectOf(one), fold(subjectOf(one)));
    for (let room = 0; room < rooms; room += 1)
      for (const one of marksOfClass(room)) {
        const id = (room * subjectCount + one.subject) * dayCount + one.day + 1;
        const date = dateOf(startYear, one.day);
        if (one.pupil === pupilsOf(one.subject, one.day)[0])
          lesson.run(id, room + 1, one.subject + 1, date);
        const text = textOf(one);
        mark.run(id, studentId(room, one.pupil), text, text, date, '2026-03-02T09:00:00.000Z');
      }
  })();
  db.close();
};

const kept = async (name: string, make: () => Promise<Uint8Array>): Promise<string> => {
  const file = join(cacheFolder(), name);
  if (!existsSync(file)) {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, await make());
  }
  return file;
};

const head = ['Ученик', 'Класс', 'Предмет', 'Дата', 'Оценка', 'Дата выставления'];

const rowOf = (startYear: number, one: BenchMark): string[] => [
  nameOf(one.room, one.pupil),
  classOf(one.room),
  subjectOf(one.subject),
  dateOf(startYear, one.day),
  textOf(one),
  dateOf(startYear, one.day),
];

/** Table E: a row for each mark. */
export const rowsFile = (startYear: number, rooms: number): Promise<string> =>
  kept(`marks-rows-${startYear}-${rooms}.xlsx`, () => {
    const rows: CellValue[][] = [head];
    for (let room = 0; room < rooms; room += 1)
      for (const one of marksOfClass(room)) rows.push(rowOf(startYear, one));
    return writeXlsx({ sheets: [{ name: 'Оценки', rows }] });
  });

/** The same as text: quickly made and read. */
export const textFile = (startYear: number, rooms: number): Promise<string> =>
  kept(`marks-rows-${startYear}-${rooms}.csv`, () => {
    const lines = [head.join(';')];
    for (let room = 0; room < rooms; room += 1)
      for (const one of marksOfClass(room)) lines.push(rowOf(startYear, one).join(';'));
    return Promise.resolve(new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}`));
  });

const reportRows = (startYear: number, room: number): CellValue[][] => {
  const rows: CellValue[][] = [];
  const marks = Map.groupBy(marksOfClass(room), ({ pupil }) => pupil);
  const days = Array.from({ length: dayCount }, (_, day) => day);
  for (let pupil = 0; pupil < pupils; pupil += 1) {
    rows.push(
      ['МБОУ «СОШ № 7»'],
      ['Отчет об успеваемости и посещаемости ученика'],
      [`Учебный год: ${startYear}/${startYear + 1}`],
      [`Класс: ${classOf(room)}`],
      [`Период: с 01.10.${startYear - 2000} по 12.11.${startYear - 2000}`],
      [`Ученик: ${nameOf(room, pupil)}`],
      [
        'Предмет',
        ...days.map((day) => ({ 0: 'Октябрь', 24: 'Ноябрь' })[day] ?? null),
        'Средняя оценка',
      ],
      [null, ...days.map((day) => 1 + (day % 24)), null],
    );
    const own = Map.groupBy(marks.get(pupil) ?? [], ({ subject }) => subject);
    for (let subject = 0; subject < subjectCount; subject += 1) {
      const cells: CellValue[] = days.map(() => null);
      for (const one of own.get(subject) ?? []) cells[one.day] = textOf(one);
      rows.push([subjectOf(subject), ...cells, 4.2]);
    }
    rows.push([]);
  }
  return rows;
};

/** Reports A, one of each class. */
export const reportFiles = (startYear: number, rooms: number): Promise<readonly string[]> =>
  Promise.all(
    Array.from({ length: rooms }, (_, room) =>
      kept(join(`marks-reports-${startYear}`, `${classOf(room)}.xlsx`), () =>
        writeXlsx({ sheets: [{ name: 'Лист1', rows: reportRows(startYear, room) }] }),
      ),
    ),
  );

export const bytesOf = (file: string): Uint8Array => readFileSync(file);
