import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JournalScene } from './scene.ts';
import { openScene } from './scene.ts';

/** A pupil taught at home has a journal of his own (domain.md §1, §6). */

let small: JournalScene;
beforeEach(async () => {
  small = await openScene();
});
afterEach(async () => {
  await small.office.close();
  expect(small.office.bugs).toEqual([]);
});

const home = (startsOn: string, endsOn: string | null, studentId = small.anna) =>
  small.office.call('people.saveStudyPeriod', {
    id: null,
    studentId,
    form: 'full-time',
    place: 'home',
    startsOn,
    endsOn,
  });

const own = () => ({ classId: small.class8, studentId: small.anna });
const term = { period: 'term-3' as const };

const html = async (ref: { classId: number; studentId: number | null }): Promise<string> => {
  const made = await small.office.call('journal.preview', { ...ref, ...term });
  const file = await small.office.call('printing.html', { document: made.document });
  const { bytes } = await small.office.office.read(file.handle);
  return new TextDecoder().decode(bytes).replaceAll('\u00A0', ' ');
};

const rows = async () => {
  const { classes } = await small.office.call('journal.overview', {});
  return classes.filter(({ classId, extract }) => classId === small.class8 && !extract);
};

describe('the journal of a pupil taught at home', () => {
  test('stands after the class with the terms in which he was at home', async () => {
    await home('2026-02-02', '2026-02-27');
    const [ofClass, ofAnna] = await rows();
    expect(ofClass).toMatchObject({ studentId: null, studentName: null });
    expect(ofAnna).toMatchObject({ studentId: small.anna, studentName: 'Иванова Анна Сергеевна' });
    expect(ofAnna?.cells.map(({ period, from, to }) => [period, from, to])).toEqual([
      ['term-3', '2026-02-02', '2026-02-27'],
      ['year', '2026-02-02', '2026-02-27'],
    ]);
    expect(ofAnna?.cells[0]).toMatchObject({ state: 'missing', owed: true });
  });

  test('holds the lessons that speak of him on those days, the class’s holds the others', async () => {
    const [before, within] = [await small.lesson('2026-01-20'), await small.lesson('2026-02-10')];
    await small.lesson('2026-02-11', { topic: 'Корни' });
    await small.mark(before, small.anna, '3/3');
    await small.mark(within, small.anna, '4/4');
    await home('2026-02-02', '2026-02-27');
    const page = await html(own());
    expect(page).toContain('ЖУРНАЛ ОБУЧЕНИЯ НА ДОМУ');
    expect(page).toContain('8А класс, Иванова Анна Сергеевна, обучение на дому');
    expect(page).toContain('обучается на дому с 02.02.2026 по 27.02.2026');
    expect(page).toContain('>4/4</td>');
    expect(page).not.toContain('>3/3</td>');
    expect(page).not.toContain('Корни');
    const ofClass = await html({ classId: small.class8, studentId: null });
    expect(ofClass).toContain('>3/3</td>');
    expect(ofClass).not.toContain('>4/4</td>');
    const { checks } = await small.office.call('journal.check', { journals: [own()], ...term });
    // Back in the class when the term ends: no final mark is owed here.
    expect(checks[0]?.gaps.map(({ kind, count }) => [kind, count])).toEqual([['other-lessons', 1]]);
    expect(page).not.toContain('Сводная ведомость учёта успеваемости');
  });

  test('has the final marks of a term that ended at home', async () => {
    await small.taught();
    await home('2026-02-02', null);
    expect(await html(own())).toContain('Сводная ведомость учёта успеваемости');
    const gaps = async () =>
      (await small.office.call('journal.check', { journals: [own()], ...term })).checks[0]?.gaps;
    expect(await gaps()).toEqual([]);
    await small.office.call('marks.saveFinalMarks', {
      classId: small.class8,
      cells: [{ studentId: small.anna, subject: 'Алгебра', period: 'term-3', text: '' }],
    });
    expect((await gaps())?.map(({ kind }) => kind)).toEqual(['no-final-marks']);
  });

  test('is printed and certified by itself', async () => {
    await small.taught();
    await home('2026-02-02', null);
    const { print, journals } = await small.office.call('journal.prepare', {
      journals: [own()],
      ...term,
    });
    expect(journals).toMatchObject([{ ...own(), studentName: 'Иванова Анна Сергеевна' }]);
    const { prints } = await small.office.call('journal.print', { print });
    await small.office.call('journal.certify', {
      id: prints[0]?.printId ?? 0,
      certifiedOn: '2026-04-01',
      certifiedBy: 'Директор',
    });
    const states = (await rows()).map(
      ({ cells }) => cells.find(({ period }) => period === 'term-3')?.state,
    );
    expect(states).toEqual(['missing', 'certified']);
    const listed = await small.office.call('journal.listPrints', { filters: { own: true } });
    expect(listed.rows).toMatchObject([{ ...own(), studentName: 'Иванова Анна Сергеевна' }]);
    const ofClass = await small.office.call('journal.listPrints', { filters: { own: false } });
    expect(ofClass.total).toBe(0);
  });

  test('is refused for a pupil who was not at home, and in another term', async () => {
    expect(await small.office.refusal('journal.preview', { ...own(), ...term })).toMatchObject({
      code: 'own-journal-unknown',
    });
    await home('2026-02-02', '2026-02-27');
    expect(
      await small.office.refusal('journal.preview', { ...own(), period: 'term-1' }),
    ).toMatchObject({ code: 'period-unknown', message: expect.stringContaining('на дому') });
    const asked = { journals: [own()], period: 'term-1' as const };
    expect(await small.office.call('journal.check', asked)).toEqual({
      checks: [],
      withoutPeriod: ['Иванова Анна Сергеевна'],
    });
  });

  test('of a print whose home teaching was taken out keeps the name', async () => {
    await small.taught();
    const { id } = await home('2026-02-02', null);
    const { print } = await small.office.call('journal.prepare', { journals: [own()], ...term });
    await small.office.call('journal.print', { print });
    await small.office.call('people.deleteStudyPeriod', { id });
    expect((await small.office.call('journal.listPrints', {})).rows).toMatchObject([
      { ...own(), studentName: 'Иванова Анна Сергеевна' },
    ]);
  });
});
