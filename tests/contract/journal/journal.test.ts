import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SmallSchool } from '../../support/small-school.ts';
import { openSmallSchool } from '../../support/small-school.ts';

let small: SmallSchool;
beforeEach(async () => {
  small = await openSmallSchool('2026-04-01');
});
afterEach(async () => {
  await small.office.close();
  expect(small.office.bugs).toEqual([]);
});

const lesson = async (date: string, change: object = {}): Promise<number> =>
  (
    await small.office.call('marks.saveLesson', {
      id: null,
      classId: small.class8,
      subject: 'Алгебра',
      date,
      topic: 'Дроби',
      homework: '№ 5',
      teacherId: small.teacher,
      ...change,
    })
  ).id;

const mark = (lessonId: number, studentId: number, text: string) =>
  small.office.call('marks.saveCells', { cells: [{ lessonId, studentId, text }] });

/** A lesson of the third quarter with a mark, and its final mark. */
const taught = async (): Promise<void> => {
  await mark(await lesson('2026-03-02'), small.anna, '5');
  await small.office.call('marks.saveFinalMarks', {
    classId: small.class8,
    cells: [{ studentId: small.anna, subject: 'Алгебра', period: 'term-3', text: '5' }],
  });
};

const ofClass = async (period: 'term-2' | 'term-3' | 'year' = 'term-3') =>
  small.office.call('journal.print', { classIds: [small.class8], period });

describe('gaps of a journal', () => {
  const gapsOf = async (period: 'term-2' | 'term-3' | 'year' = 'term-3') => {
    const { checks } = await small.office.call('journal.check', {
      classIds: [small.class8],
      period,
    });
    return checks[0]?.gaps.map(({ kind, subject, count, total }) => [kind, subject, count, total]);
  };

  it('are none when everything is there', async () => {
    await taught();
    expect(await gapsOf()).toEqual([]);
  });

  it('name an assigned subject without lessons', async () => {
    await taught();
    const { teacher: card } = await small.office.call('people.teacher', { id: small.teacher });
    await small.office.call('people.saveTeacher', {
      id: small.teacher,
      lastName: card.lastName,
      firstName: card.firstName,
      middleName: card.middleName,
      position: card.position,
      assignments: [{ classId: small.class8, subject: 'Химия' }],
    });
    expect(await gapsOf()).toEqual([['no-lessons', 'Химия', 0, 0]]);
  });

  it('count topics, marks and final marks that are missing', async () => {
    await lesson('2026-03-02', { topic: null });
    await lesson('2026-03-03');
    await lesson('2026-03-03', { teacherId: null, subject: 'Пение' });
    expect(await gapsOf()).toEqual([
      ['no-topics', 'Алгебра', 1, 2],
      ['no-marks', 'Алгебра', 2, 2],
      ['no-final-marks', 'Алгебра', 1, 1],
      ['no-marks', 'Пение', 1, 1],
      ['no-final-marks', 'Пение', 1, 1],
      ['no-teacher', 'Пение', 1, 1],
    ]);
  });

  it('tell of lessons between the terms, which only the year has', async () => {
    await taught();
    await lesson('2026-01-05');
    expect(await gapsOf('term-2')).toContainEqual(['outside-terms', null, 1, 1]);
    expect((await gapsOf())?.map(([kind]) => kind)).not.toContain('outside-terms');
    const { checks } = await small.office.call('journal.check', {
      classIds: [small.class8],
      period: 'year',
    });
    expect(checks[0]?.lessons).toBe(2);
  });

  it('tell of a class whose calendar has no such term', async () => {
    const { id } = await small.office.call('people.saveClass', {
      id: null,
      parallel: 10,
      letter: 'А',
    });
    const asked = { classIds: [small.class8, id], period: 'term-3' as const };
    expect(await small.office.call('journal.check', asked)).toMatchObject({
      checks: [{ className: '8А' }],
      withoutPeriod: ['10А'],
    });
    expect(await small.office.refusal('journal.print', asked)).toMatchObject({
      code: 'period-unknown',
    });
  });
});

describe('the document', () => {
  it('has the one who left with marks until that day, and signs him', async () => {
    const first = await lesson('2026-01-20');
    const second = await lesson('2026-02-10');
    await mark(first, small.leaver, '4');
    await mark(second, small.anna, '5');
    const made = await small.office.call('journal.preview', {
      classId: small.class8,
      period: 'term-3',
    });
    const file = await small.office.call('printing.html', { document: made.document });
    const { bytes } = await small.office.office.read(file.handle);
    const html = new TextDecoder().decode(bytes);
    expect(html).toContain('выбыл(а) 30.01.2026');
    expect(html).toMatch(/>4<\/td>\s*<td[^>]*>–<\/td>/u);
    expect(made.gaps.filter(({ kind }) => kind === 'not-enrolled')).toEqual([]);
    expect(made.pages).toBe(made.leaves * 2);
  });

  it('leaves no row in the register when only shown', async () => {
    await taught();
    await small.office.call('journal.preview', { classId: small.class8, period: 'term-3' });
    expect((await small.office.call('journal.listPrints', {})).total).toBe(0);
  });
});

describe('the register', () => {
  const cell = async (period = 'term-3') => {
    const { classes } = await small.office.call('journal.overview', {});
    return classes
      .find(({ classId }) => classId === small.class8)
      ?.cells.find((one) => one.period === period);
  };

  it('goes from missing over printed to certified', async () => {
    await taught();
    expect(await cell()).toMatchObject({ state: 'missing', owed: true, print: null });
    const { prints } = await ofClass();
    expect(await cell()).toMatchObject({ state: 'printed', owed: true });
    const [print] = prints;
    if (!print) throw new Error('nothing printed');
    await small.office.call('journal.certify', {
      id: print.printId,
      certifiedOn: '2026-04-01',
      certifiedBy: 'Директор Соколова М. К.',
    });
    expect(await cell()).toMatchObject({
      state: 'certified',
      owed: false,
      print: { certifiedBy: 'Директор Соколова М. К.', leaves: print.leaves },
    });
    expect((await small.office.call('journal.listPrints', {})).rows).toMatchObject([
      { className: '8А', title: 'III четверть', printedOn: '2026-04-01', gapCount: 0 },
    ]);
    expect(await cell('term-4')).toMatchObject({ state: 'future', owed: false });
  });

  it('keeps what was missing on the day of the print', async () => {
    await lesson('2026-03-02', { topic: null });
    await ofClass();
    const { rows } = await small.office.call('journal.listPrints', {});
    expect(rows[0]?.gaps.map(({ kind }) => kind)).toEqual([
      'no-topics',
      'no-marks',
      'no-final-marks',
    ]);
  });

  it('does not count a print made before the end of the term', async () => {
    await taught();
    small.office.clock.set('2026-03-26');
    const { prints } = await ofClass();
    expect(await cell()).toMatchObject({ state: 'early', owed: false });
    small.office.clock.set('2026-03-28');
    expect(await cell()).toMatchObject({ state: 'missing', owed: true });
    const asked = { id: prints[0]?.printId, certifiedOn: '2026-03-28', certifiedBy: 'Директор' };
    expect(await small.office.refusal('journal.certify', asked)).toMatchObject({
      code: 'journal-print-early',
    });
  });

  it.each([
    ['2026-03-31', 'certified-before-print'],
    ['2026-04-02', 'certified-in-future'],
  ])('refuses the certification of %s', async (certifiedOn, code) => {
    const { prints } = await ofClass();
    const asked = { id: prints[0]?.printId, certifiedOn, certifiedBy: 'Директор' };
    const refused = await small.office.refusal('journal.certify', asked);
    expect(refused.code).toBe(code);
    expect(refused.fields.map(({ path }) => path)).toEqual(['certifiedOn']);
  });

  it('refuses a second certification and takes back a mistaken one', async () => {
    const { prints } = await ofClass();
    const asked = {
      id: prints[0]?.printId ?? 0,
      certifiedOn: '2026-04-01',
      certifiedBy: 'Директор',
    };
    const { auditId } = await small.office.command('journal.certify', asked);
    expect(await small.office.refusal('journal.certify', asked)).toMatchObject({
      code: 'journal-already-certified',
    });
    await small.office.call('audit.undo', { id: auditId });
    expect(await cell()).toMatchObject({ state: 'printed' });
  });

  it('is told on the home screen as soon as anyone keeps the journal here', async () => {
    const journals = async () => (await small.office.call('home.attention', {})).journals;
    expect(await journals()).toEqual({ total: 0, periods: [] });
    await taught();
    const owed = await journals();
    expect(owed.periods.map(({ title, classNames }) => [title, classNames])).toEqual([
      ['I четверть', ['5Б', '8А', '9А']],
      ['II четверть', ['5Б', '8А', '9А']],
      ['III четверть', ['5Б', '8А', '9А']],
    ]);
    expect(owed.total).toBe(9);
  });
});

describe('the whole school', () => {
  const everyone = async () => {
    const { classes } = await small.office.call('journal.overview', {});
    return classes.map(({ classId }) => classId);
  };

  it('is one document where every journal counts its own pages', async () => {
    await taught();
    const classIds = await everyone();
    const steps: number[] = [];
    const made = await small.office.call(
      'journal.print',
      { classIds, period: 'term-3' },
      { onProgress: ({ done }) => void steps.push(done) },
    );
    expect(made.prints.map(({ className }) => className)).toEqual(['5Б', '8А', '9А']);
    expect(steps).toEqual([1, 2, 3]);
    const file = await small.office.call('printing.html', { document: made.document ?? '' });
    const { bytes } = await small.office.office.read(file.handle);
    const html = new TextDecoder().decode(bytes);
    expect(html.match(/data-start-page="1"/gu)).toHaveLength(3);
  });

  it('goes into a folder, a Word file for each class', async () => {
    await taught();
    const path = join(small.office.folder, 'журналы');
    mkdirSync(path);
    const folder = await small.office.office.register(path);
    const classIds = await everyone();
    const made = await small.office.call('journal.print', { classIds, period: 'term-3', folder });
    expect(made.document).toBeNull();
    expect(readdirSync(path).toSorted()).toEqual([
      'Классный журнал 5Б, III четверть 2025-2026.docx',
      'Классный журнал 8А, III четверть 2025-2026.docx',
      'Классный журнал 9А, III четверть 2025-2026.docx',
    ]);
    expect(made.files.toSorted()).toEqual(readdirSync(path).toSorted());
  });

  it('leaves neither rows nor files when it is stopped', async () => {
    await taught();
    const path = join(small.office.folder, 'журналы');
    mkdirSync(path);
    const folder = await small.office.office.register(path);
    const stop = new AbortController();
    const reply = await small.office.office.call(
      'journal.print',
      { classIds: await everyone(), period: 'term-3', folder },
      { signal: stop.signal, onProgress: ({ done }) => void (done === 2 && stop.abort()) },
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(readdirSync(path)).toEqual([]);
    expect((await small.office.call('journal.listPrints', {})).total).toBe(0);
  });
});
