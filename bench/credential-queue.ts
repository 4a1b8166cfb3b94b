/**
 * The issue desk over 5,000 credentials: a few letters of a name to the families with what may be
 * handed out, through the core, beside the search for their ids by one prepared SQL statement.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { callTyped } from '../src-main/app/office.ts';
import { createDatabase, fillCredentials, fillPeople } from './support/credentials-school.ts';
import { p95, side } from './support/measure.ts';
import { openBenchOffice } from './support/office.ts';

const texts = [
  'зай',
  'иванов',
  'королев мар',
  'белоус глеб',
  'елк',
  'новиков юл отчествоб',
  'лапшин',
];
const textOf = (index: number): string => texts[index % texts.length] ?? '';
const limit = 10;

const folder = mkdtempSync(join(tmpdir(), 'school-office-bench-'));
await createDatabase(folder);
fillPeople(folder, 2000, 3000);
fillCredentials(folder);

if (side() === 'baseline') {
  const db = new Database(join(folder, 'office.sqlite'), { readonly: true });
  const find = db.prepare(
    `SELECT c.*, s.last_name FROM students s JOIN credentials c ON c.student_id = s.id
     WHERE instr(' ' || s.search, ' ' || ?) > 0 ORDER BY s.search LIMIT ${limit}`,
  );
  await p95(300, (index) => find.all(textOf(index).split(' ')[0]));
  db.close();
} else {
  const office = await openBenchOffice(folder);
  await p95(300, async (index) => {
    await callTyped(office, 'credentials.queue', { text: textOf(index), limit });
  });
  await office.close();
}
rmSync(folder, { recursive: true, force: true });
