/**
 * Weekly sheets of 1,000 students to print HTML through the core, beside the same rows read by
 * plain SQL and put into a page by string building; the first page; the due list.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { callTyped } from '../src-main/app/office.ts';
import type { Office } from '../src-main/app/office.ts';
import { escapeHtml } from '../src-main/documents/html-text.ts';
import { once, p95, side } from './support/measure.ts';
import { openBenchOffice } from './support/office.ts';
import { sheetsFolder, students } from './support/sheets-school.ts';

const week = '2026-03-02';
const selection = { kind: 'school' as const, week };
const kind = process.argv[3] ?? 'print';

const expect = (found: number, wanted: number): void => {
  if (found !== wanted) throw new Error(`${found} instead of ${wanted}`);
};

const html = async (office: Office, document: string): Promise<void> => {
  await callTyped(office, 'printing.html', { document });
};

const subject: Readonly<Record<string, (office: Office) => Promise<void>>> = {
  print: (office) =>
    once(async () => {
      const { document, shown } = await callTyped(office, 'sheets.preview', { selection });
      expect(shown, students);
      await html(office, document);
    }),
  issue: (office) =>
    once(async () => {
      const { document, print } = await callTyped(office, 'sheets.prepare', { selection });
      await html(office, document);
      const { issued } = await callTyped(office, 'sheets.issue', { print });
      expect(issued, students);
    }),
  first: (office) =>
    once(async () => {
      const preview = await callTyped(office, 'sheets.preview', { selection, first: 1 });
      expect(preview.sheets, students);
      await html(office, preview.document);
    }),
  due: (office) =>
    p95(100, async () => {
      const { total } = await callTyped(office, 'sheets.listDue', {
        filters: { week },
        limit: 100,
      });
      expect(total, students);
    }),
};

interface Row {
  readonly student: number;
  readonly subject: string;
  readonly day: string;
  readonly codes: string;
}

const weekSql = `SELECT m.student_id AS student, s.name AS subject, l.on_date AS day, m.codes
  FROM marks m JOIN lessons l ON l.id = m.lesson_id JOIN subjects s ON s.id = l.subject_id
  WHERE m.ended_at IS NULL AND l.on_date BETWEEN '2026-03-02' AND '2026-03-08'`;
const termSql = `SELECT m.student_id AS student, s.name AS subject, group_concat(m.codes, ' ') AS codes
  FROM marks m JOIN lessons l ON l.id = m.lesson_id JOIN subjects s ON s.id = l.subject_id
  WHERE m.ended_at IS NULL AND l.on_date BETWEEN '2026-01-12' AND '2026-03-08'
  GROUP BY m.student_id, l.subject_id`;
const homeworkSql = `SELECT e.student_id AS student, s.name AS subject, l.on_date AS day, l.homework AS codes
  FROM enrolments e JOIN lessons l ON l.class_id = e.class_id JOIN subjects s ON s.id = l.subject_id
  WHERE l.on_date BETWEEN '2026-03-02' AND '2026-03-08'`;
const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'];

const plainSheets = (folder: string): string => {
  const db = new Database(join(folder, 'office.sqlite'), { readonly: true });
  const read = (sql: string) => Map.groupBy(db.prepare(sql).all() as Row[], (row) => row.student);
  const [marks, terms, homework] = [read(weekSql), read(termSql), read(homeworkSql)];
  const names = db.prepare('SELECT id, last_name, first_name FROM students').raw().all() as [
    number,
    string,
    string,
  ][];
  const pages = names.map(([id, last, first]) => {
    const cells = new Map(marks.get(id)?.map((row) => [`${row.day} ${row.subject}`, row.codes]));
    const rows = (terms.get(id) ?? []).map(({ subject: name, codes }) => {
      const values = codes.match(/[1-5]/gu)?.map(Number) ?? [];
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const shown = days.map((day) => `<td>${escapeHtml(cells.get(`${day} ${name}`) ?? '')}</td>`);
      return `<tr><td>${escapeHtml(name)}</td>${shown.join('')}<td>${mean.toFixed(2)}</td></tr>`;
    });
    const tasks = homework
      .get(id)
      ?.map((row) => `${escapeHtml(row.subject)}: ${escapeHtml(row.codes)}`);
    return `<h1>${escapeHtml(`${last} ${first}`)}</h1><table>${rows.join('')}</table><p>${tasks?.join('; ')}</p>`;
  });
  db.close();
  return `<!doctype html>${pages.join('')}`;
};

const folder = await sheetsFolder();
if (side() === 'baseline') await once(() => plainSheets(folder));
else {
  const office = await openBenchOffice(folder);
  await subject[kind]?.(office);
  await office.close();
}
rmSync(folder, { recursive: true, force: true });
