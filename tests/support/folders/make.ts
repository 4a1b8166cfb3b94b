/**
 * Makes the folder of a release: `npm run -s folder -- VERSION`, as the last thing before it.
 * Everything goes through operations, so a folder holds what this version writes.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { fillCredentials, fillSheets } from '../../../src-main/app/demo/diary.ts';
import { fillDemo } from '../../../src-main/app/demo/fill.ts';
import { createRandom } from '../../../src-main/app/demo/random.ts';
import { openTestOffice, type TestOffice } from '../office.ts';
import { folderDay as today, folderPassword as password, tellsOf } from './tells.ts';

const [version = ''] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/u.test(version)) throw new Error('make.ts VERSION');
const target = fileURLToPath(new URL(`../../fixtures/folders/${version}/`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'school-office-'));

type Kind = 'refusal' | 'impossibility';

/** The demo is too small for a refusal of its own: three families file a statement. */
const fileStatements = async ({ call, office }: TestOffice): Promise<void> => {
  const file = join(folder, 'скан.pdf');
  writeFileSync(file, '%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 1\nstartxref\n9\n%%EOF\n');
  const { rows } = await call('people.listStudents', { limit: 50 });
  const kinds: readonly Kind[] = ['refusal', 'impossibility', 'refusal'];
  for (const [at, kind] of kinds.entries()) {
    const studentId = rows[at * 9 + 4]?.id ?? 0;
    const guardianId = (await call('people.student', { id: studentId })).guardians[0]?.id ?? 0;
    const on = `2026-02-0${at + 2}`;
    const { id } = await call('statements.register', {
      kind,
      studentId,
      guardianId,
      date: on,
      registeredOn: on,
      reason: kind === 'impossibility' ? 'отсутствие домашнего компьютера' : null,
      signed: true,
      confirmedDeclensions: true,
    });
    if (at === 0) await call('statements.attachScan', { id, file: await office.register(file) });
  }
  rmSync(file);
};

const first = await openTestOffice({ folder, today });
await fillDemo(first.office, { students: 32, seed: 7, today });
const { recoveryCode } = await first.call('lock.setPassword', { password, repeat: password });
await first.call('settings.saveCredentials', { siteUrl: 'https://dnevnik.example' });
await fillCredentials({ call: first.call, random: createRandom(7), today });
await fileStatements(first);
await fillSheets(first.call);
const newest = (await first.call('audit.list', { limit: 1 })).rows[0]?.id ?? 0;
await first.close();

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const database = new Database(join(folder, 'office.sqlite'));
const copy = join(folder, 'copy.sqlite');
database.prepare('VACUUM INTO ?').run(copy);
database.close();
writeFileSync(join(target, 'office.sqlite.gz'), gzipSync(readFileSync(copy), { level: 9 }));
rmSync(copy);

const again = await openTestOffice({ folder, today });
await again.call('lock.unlock', { password });
const tells = await tellsOf((name, input) => again.call(name, input), newest);
await again.close();
rmSync(folder, { recursive: true, force: true });
writeFileSync(join(target, 'tells.json'), JSON.stringify({ recoveryCode, ...tells }, null, 1));
