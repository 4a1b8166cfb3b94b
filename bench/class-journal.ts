/**
 * The journal of one class year (14 subjects) through the core, read and laid out with its
 * contents, to print HTML or Word; beside the same rows read by plain SQL and written cell by cell
 * into bare tables, by string building or by the docx library alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { callTyped } from '../src-main/app/office.ts';
import { escapeHtml } from '../src-main/documents/html-text.ts';
import { makeJournalSchool } from './support/journal-school.ts';
import { once, side } from './support/measure.ts';
import { openBenchOffice } from './support/office.ts';

const kind = process.argv[3] === 'docx' ? 'docx' : 'html';
const lessonsOfSpread = 11;

interface Lesson {
  readonly id: number;
  readonly subject: string;
  readonly date: string;
  readonly topic: string | null;
  readonly homework: string | null;
}

interface Row {
  readonly id: number;
  readonly text: string;
}

type PlainTable = readonly (readonly string[])[];

/** Tables of every spread and of the final marks. */
const plainTables = (db: Database.Database): readonly PlainTable[] => {
  const pupils = db
    .prepare<[], Row>(
      `SELECT s.id, s.last_name || ' ' || s.first_name AS text FROM enrolments e
       JOIN students s ON s.id = e.student_id WHERE e.class_id = 1 ORDER BY text`,
    )
    .all();
  const lessons = db
    .prepare<[], Lesson>(
      `SELECT l.id, s.name AS subject, l.on_date AS date, l.topic, l.homework FROM lessons l
       JOIN subjects s ON s.id = l.subject_id WHERE l.class_id = 1 ORDER BY s.name, l.on_date`,
    )
    .all();
  const cells = new Map(
    db
      .prepare<[], { readonly key: string; readonly text: string }>(
        `SELECT m.lesson_id || ' ' || m.student_id AS key, m.codes AS text FROM lessons l
         JOIN marks m ON m.lesson_id = l.id AND m.ended_at IS NULL WHERE l.class_id = 1`,
      )
      .all()
      .map(({ key, text }) => [key, text]),
  );
  const finals = new Map(
    db
      .prepare<[], { readonly key: string; readonly text: string }>(
        `SELECT s.name || ' ' || f.period || ' ' || f.student_id AS key, f.codes AS text
         FROM final_marks f JOIN subjects s ON s.id = f.subject_id WHERE f.class_id = 1`,
      )
      .all()
      .map(({ key, text }) => [key, text]),
  );
  const tables: PlainTable[] = [];
  const bySubject = Map.groupBy(lessons, ({ subject }) => subject);
  for (const own of bySubject.values())
    for (let at = 0; at < own.length; at += lessonsOfSpread) {
      const part = own.slice(at, at + lessonsOfSpread);
      tables.push(
        pupils.map(({ id, text }, number) => [
          String(number + 1),
          text,
          ...part.map((lesson) => cells.get(`${lesson.id} ${id}`) ?? ''),
        ]),
        part.map(({ date, topic, homework }) => [date, topic ?? '', homework ?? '']),
      );
    }
  const periods = ['term-1', 'term-2', 'term-3', 'term-4', 'year'];
  tables.push(
    pupils.flatMap(({ id, text }) =>
      periods.map((period) => [
        text,
        period,
        ...[...bySubject.keys()].map((name) => finals.get(`${name} ${period} ${id}`) ?? ''),
      ]),
    ),
  );
  return tables;
};

const plainHtml = (tables: readonly PlainTable[]): string =>
  `<!doctype html>${tables
    .map(
      (rows) =>
        `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`).join('\n')}</table>`,
    )
    .join('\n')}`;

const plainDocx = (tables: readonly PlainTable[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: tables.map(
            (rows) =>
              new Table({
                rows: rows.map(
                  (row) =>
                    new TableRow({
                      children: row.map(
                        (text) =>
                          new TableCell({
                            children: [new Paragraph({ children: [new TextRun({ text })] })],
                          }),
                      ),
                    }),
                ),
              }),
          ),
        },
      ],
    }),
  );

const folder = mkdtempSync(join(tmpdir(), 'school-office-bench-'));
await makeJournalSchool(folder);
if (side() === 'baseline') {
  const db = new Database(join(folder, 'office.sqlite'), { readonly: true });
  await once(() => (kind === 'html' ? plainHtml(plainTables(db)) : plainDocx(plainTables(db))));
  db.close();
} else {
  const office = await openBenchOffice(folder);
  await once(async () => {
    const { document } = await callTyped(office, 'journal.preview', { classId: 1, period: 'year' });
    await callTyped(office, kind === 'html' ? 'printing.html' : 'printing.docx', { document });
  });
  await office.close();
}
rmSync(folder, { recursive: true, force: true });
