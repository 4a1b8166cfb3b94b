import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWeek, week, type Week } from './scenario.ts';
import { twoParents } from './two-parents.ts';

/** A reprint is a copy and says so, with its number (S2 §7; domain.md §6). */

let scene: Week;
let algebra = 0;
let id = 0;
beforeEach(async () => {
  scene = await openWeek();
  algebra = await scene.lesson('2026-03-04', 'Алгебра', '4');
  await scene.family.register();
  [id = 0] = (await scene.issue()).ids;
});
afterEach(() => scene.family.school.office.close());

const { textOf } = twoParents(() => scene);

const prepareCopy = () => scene.call('sheets.prepareCopies', { ids: [id] });
const copies = async () => (await scene.call('sheets.listIssued', {})).rows[0]?.copies;
const paper = async (document: string) =>
  /Копия № \d+ распечатки № \d+ от [\d.]+/u.exec(await textOf(document))?.[0];

test('the paper bears the number of the copy, from the register or from a run', async () => {
  const first = await prepareCopy();
  expect(await paper(first.document)).toBe('Копия № 1 распечатки № 1 от 06.03.2026');
  await scene.call('sheets.reprint', { print: first.print });
  const again = await scene.call('sheets.prepare', {
    selection: { kind: 'rows', rows: [{ studentId: scene.anna, week }] },
  });
  expect(again).toMatchObject({ fresh: 0, copies: 1 });
  expect(await paper(again.document)).toBe('Копия № 2 распечатки № 1 от 06.03.2026');
  await scene.call('sheets.issue', { print: again.print });
  expect(await copies()).toBe(2);
  // The kept sheet itself is looked at without a stamp.
  const { document } = await scene.call('sheets.show', { ids: [id] });
  expect(await paper(document)).toBeUndefined();
});

test('of two copies made ready with one number only the first is counted', async () => {
  const [one, other] = [await prepareCopy(), await prepareCopy()];
  await scene.call('sheets.reprint', { print: one.print });
  const [code, message] = await scene.refusal('sheets.reprint', { print: other.print });
  expect(code).toBe('print-stale');
  expect(message).toContain('Иванова Анна Сергеевна, 8А');
  expect(await copies()).toBe(1);
});

test('a copy of a run is refused when its number was taken meanwhile', async () => {
  const selection = { kind: 'rows' as const, rows: [{ studentId: scene.anna, week }] };
  const { print } = await scene.call('sheets.prepare', { selection });
  await scene.reprint([id]);
  expect((await scene.refusal('sheets.issue', { print }))[0]).toBe('print-stale');
  expect(await copies()).toBe(1);
});

test('a copy of a sheet that was corrected meanwhile is not counted', async () => {
  const { print } = await prepareCopy();
  await scene.mark(algebra, '5');
  await scene.issue();
  expect((await scene.refusal('sheets.reprint', { print }))[0]).toBe('sheet-void');
  const { document } = await scene.call('sheets.show', { ids: [id] });
  expect(await textOf(document)).toContain(
    'Недействительна, заменена распечаткой № 2 от 06.03.2026',
  );
});
