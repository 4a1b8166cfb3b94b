import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalScene } from './scene.ts';
import { openScene } from './scene.ts';

let small: JournalScene;
beforeEach(async () => {
  small = await openScene();
});
afterEach(async () => {
  await small.office.close();
  expect(small.office.bugs).toEqual([]);
});

const made = (classIds: readonly number[] = [small.class8]) =>
  small.office.call('journal.prepare', {
    journals: classIds.map((classId) => ({ classId })),
    period: 'term-3',
  });

/** Printed and entered in the register. */
const ofClass = async () => small.office.call('journal.print', { print: (await made()).print });

const newFolder = async () => {
  const path = join(small.office.folder, 'журналы');
  mkdirSync(path);
  return { path, folder: await small.office.office.register(path) };
};

const cell = async (period = 'term-3') => {
  const { classes } = await small.office.call('journal.overview', {});
  return classes
    .find(({ classId }) => classId === small.class8)
    ?.cells.find((one) => one.period === period);
};

const journals = async () => (await small.office.call('home.attention', {})).journals;

const printsCount = async () => (await small.office.call('journal.listPrints', {})).total;

const everyone = async () => {
  const { classes } = await small.office.call('journal.overview', {});
  return classes.map(({ classId }) => classId);
};

describe('the register', () => {
  it('goes from missing over printed to certified', async () => {
    await small.taught();
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
    await small.lesson('2026-03-02', { topic: null });
    await ofClass();
    const { rows } = await small.office.call('journal.listPrints', {});
    expect(rows[0]?.gaps.map(({ kind }) => kind)).toEqual([
      'no-topics',
      'no-marks',
      'no-final-marks',
    ]);
  });

  it('does not count a print made before the end of the term', async () => {
    await small.taught();
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

  it('refuses to certify a print that is not in it', async () => {
    const asked = { id: 999, certifiedOn: '2026-04-01', certifiedBy: 'Директор' };
    const refused = await small.office.refusal('journal.certify', asked);
    expect(refused.code).toBe('journal-print-unknown');
    expect(await printsCount()).toBe(0);
  });

  it('refuses a second certification and takes back a mistaken one', async () => {
    await small.taught();
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
    expect(await journals()).toEqual({ total: 0, periods: [] });
    await small.taught();
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
  it('is one document where every journal counts its own pages', async () => {
    await small.taught();
    const classIds = await everyone();
    const steps: number[] = [];
    const journals = await small.office.call(
      'journal.prepare',
      { journals: classIds.map((classId) => ({ classId })), period: 'term-3' },
      { onProgress: ({ done }) => void steps.push(done) },
    );
    expect(journals.journals.map(({ className }) => className)).toEqual(['5Б', '8А', '9А']);
    expect(steps).toEqual([1, 2, 3]);
    const file = await small.office.call('printing.html', { document: journals.document });
    const { bytes } = await small.office.office.read(file.handle);
    const html = new TextDecoder().decode(bytes);
    expect(html.match(/data-start-page="1"/gu)).toHaveLength(3);
  });

  it('goes into a folder, a Word file for each class, and is registered afterwards', async () => {
    await small.taught();
    const { path, folder } = await newFolder();
    const { print } = await made(await everyone());
    const { files } = await small.office.call('journal.saveFiles', { print, folder });
    expect(readdirSync(path).toSorted()).toEqual([
      'Классный журнал 5Б, III четверть 2025-2026.docx',
      'Классный журнал 8А, III четверть 2025-2026.docx',
      'Классный журнал 9А, III четверть 2025-2026.docx',
    ]);
    expect(files.toSorted()).toEqual(readdirSync(path).toSorted());
    expect(await printsCount()).toBe(0);
    expect((await small.office.call('journal.print', { print })).prints).toHaveLength(3);
  });

  it('leaves neither rows nor files when it is stopped', async () => {
    await small.taught();
    const { path, folder } = await newFolder();
    const stop = new AbortController();
    const { print } = await made(await everyone());
    const reply = await small.office.office.call(
      'journal.saveFiles',
      { print, folder },
      { signal: stop.signal, onProgress: ({ done }) => void (done === 2 && stop.abort()) },
    );
    expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(readdirSync(path)).toEqual([]);
    expect(await printsCount()).toBe(0);
  });
});

describe('a print and its row', () => {
  it('are two steps: nothing is registered by making ready, once by recording', async () => {
    await small.taught();
    const { print, journals } = await made();
    expect(await printsCount()).toBe(0);
    small.office.clock.set('2026-04-02');
    // Another window works on something else meanwhile.
    await small.office.call('lists.saveView', { list: 'x', name: 'вид', state: {} });
    const { prints } = await small.office.call('journal.print', { print });
    expect(prints).toMatchObject(journals);
    // The paper tells of the day it was made.
    expect((await small.office.call('journal.listPrints', {})).rows).toMatchObject([
      { printedOn: '2026-04-01' },
    ]);
    expect(await small.office.refusal('journal.print', { print })).toMatchObject({
      code: 'print-unknown',
    });
    expect(await printsCount()).toBe(1);
  });

  it('is refused when the journal is another one by now', async () => {
    await small.taught();
    const { print } = await made();
    await small.lesson('2026-03-04');
    const refused = await small.office.refusal('journal.print', { print });
    expect(refused.code).toBe('print-stale');
    expect(refused.message).toContain('журнал 8А');
    expect(await printsCount()).toBe(0);
  });
});
