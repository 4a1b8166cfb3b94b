import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWeek } from '../../contract/sheets/scenario.ts';
import { createTestClock } from '../../support/clock.ts';
import { commandLine } from '../../support/command-line.ts';
import { docxText } from '../../support/docx-text.ts';

/** Анна's mother refused, Пётр's father has no internet; the command line comes after the window. */
let folder = '';
beforeEach(async () => {
  const scene = await openWeek();
  const { office, petr, petrFather } = scene.family.school;
  const impossibility = { kind: 'impossibility' as const, reason: 'нет интернета' };
  await scene.family.register();
  await scene.family.register({ ...impossibility, studentId: petr, guardianId: petrFather });
  await scene.lesson('2026-03-04', 'Алгебра', '4', '№ 345');
  await scene.petrsLesson('2026-03-03');
  folder = office.folder;
  await office.office.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const office = (...words: readonly string[]) =>
  commandLine([...words, '--data', folder], { clock: createTestClock('2026-03-06') });

it('writes the sheets owed for a week, one file a class, and marks them printed', async () => {
  const out = join(folder, 'распечатки');
  const first = await office('sheets', '--week', '2026-W10', '--out', out, '--layout', 'a5');
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toContain('Неделя 2–6 марта 2026 г.: распечаток 2, классов 2.');
  const anna = 'Распечатка за неделю 2–6 марта 2026 г., 8А, Иванова Анна Сергеевна.docx';
  const names = readdirSync(out);
  expect(names).toHaveLength(2);
  expect(names).toContain(anna);
  const text = await docxText(readFileSync(join(out, anna)));
  expect(text).toContain('С результатами за неделю');
  expect(text).toContain('Алгебра');
  // Her mother refused: Анна writes homework down herself.
  expect(text.replaceAll('\u00A0', ' ')).not.toContain('№ 345');
  const again = await office('sheets', '--week', '2026-W10', '--out', out, '--json');
  expect(JSON.parse(again.out)).toEqual({
    week: '2026-03-02',
    issued: 0,
    files: [],
    withoutData: [],
  });
  const list = await office('call', 'sheets.listIssued', '{}', '--json');
  expect(JSON.parse(list.out).data.rows.map((row: { layout: string }) => row.layout)).toEqual([
    'a5',
    'a5',
  ]);
});

it('says what is wrong in the words of the command', async () => {
  const out = join(folder, 'распечатки');
  // 2025 has no week 53.
  const missing = await office('sheets', '--week', '2025-W53', '--out', out);
  expect(missing.code).toBe(1);
  expect(missing.err).toContain('week-unknown');
  const bad = await office('sheets', '--week', 'март', '--out', out);
  expect(bad.code).toBe(1);
  expect(bad.err).toContain('2026-W10');
  const layout = await office('sheets', '--week', '2026-W10', '--out', out, '--layout', 'a3');
  expect(layout.code).toBe(2);
  expect(layout.err).toContain('a4, a5 или strips');
  const help = await office('sheets', '--help');
  expect(help.out).toContain('sheets --week 2026-W10 --out');
});
