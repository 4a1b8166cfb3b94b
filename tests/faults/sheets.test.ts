import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWeek } from '../contract/sheets/scenario.ts';
import { runNow } from '../support/child.ts';
import { createTestClock } from '../support/clock.ts';
import { commandLine } from '../support/command-line.ts';
import { openTestOffice } from '../support/office.ts';
import { canMount, mount, unmount } from '../support/small-disk.ts';

/** Nothing counts as printed before its file is written (S2 §7: the only sheet of the week). */

const child = fileURLToPath(new URL('../support/sheets-child.ts', import.meta.url));

/** Анна's mother refused, Пётр's father has no internet: two classes owe a sheet. */
let folder = '';
let out = '';
beforeEach(async () => {
  const scene = await openWeek();
  const { office, petr, petrFather } = scene.family.school;
  await scene.family.register();
  await scene.family.register({
    kind: 'impossibility',
    reason: 'нет интернета',
    studentId: petr,
    guardianId: petrFather,
  });
  await scene.lesson('2026-03-04', 'Алгебра', '4');
  await scene.petrsLesson('2026-03-04');
  folder = office.folder;
  await office.office.close();
  out = mkdtempSync(join(tmpdir(), 'office-sheets-'));
});
afterEach(() => {
  unmount(out);
  for (const path of [folder, out]) rmSync(path, { recursive: true, force: true });
});

const printSheets = async () => {
  const words = ['sheets', '--week', '2026-W10', '--out', out, '--data', folder];
  return commandLine(words, { clock: createTestClock('2026-03-06') });
};

const recorded = async (): Promise<number> => {
  const office = await openTestOffice({ folder, today: '2026-03-06' });
  try {
    return (await office.call('sheets.listIssued', {})).total;
  } finally {
    await office.close();
  }
};

const files = (): readonly string[] =>
  readdirSync(out).filter((name) => name.endsWith('.docx') || name.endsWith('.part'));

const eighth = 'Распечатка за неделю 2–6 марта 2026 г., 8А, Иванова Анна Сергеевна.docx';

/** What went wrong is over: the same command prints everything. */
const expectPrintsNow = async (): Promise<void> => {
  expect(await printSheets()).toMatchObject({ code: 0, err: '' });
  expect(files()).toHaveLength(2);
  expect(await recorded()).toBe(2);
};

test.skipIf(!canMount)('a disk without room: no file, nothing recorded', async () => {
  mount(out, '64k');
  // Room for the first class only.
  writeFileSync(join(out, 'занято'), new Uint8Array(48 * 1024));
  const refused = await printSheets();
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.err).toContain('disk-full');
  expect(files()).toEqual([]);
  expect(await recorded()).toBe(0);
  rmSync(join(out, 'занято'));
  await expectPrintsNow();
});

test('a folder in the place of the second file: no file, nothing recorded', async () => {
  mkdirSync(join(out, eighth, 'занято'), { recursive: true });
  expect(await printSheets()).toMatchObject({ code: 1 });
  expect(files()).toEqual([eighth]);
  expect(await recorded()).toBe(0);
  rmSync(join(out, eighth), { recursive: true });
  await expectPrintsNow();
});

test.each([
  { before: 'printing.docx', written: 0 },
  { before: 'sheets.issue', written: 2 },
])(
  'killed before $before: $written files, nothing recorded, the next run prints',
  { timeout: 300_000 },
  async ({ before, written }) => {
    const { signal } = runNow(process.execPath, ['--no-warnings', child, folder, out, before]);
    expect(signal).toBe('SIGKILL');
    expect(existsSync(out) ? files() : []).toHaveLength(written);
    expect(await recorded()).toBe(0);
    await expectPrintsNow();
  },
);
