import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyPackage } from '../../../src-main/features/summary/package.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import type { SmallSchool } from './scenario.ts';
import { expectedFigures, fillSchool, period, requisites } from './scenario.ts';

let office: TestOffice;
let school: SmallSchool;

beforeEach(async () => {
  office = await openTestOffice({ today: '2026-05-15' });
  school = await fillSchool(office);
});
afterEach(() => office.close());

const finalise = () => office.call('summary.finalise', period);

describe('requisites of a version', () => {
  test('only requisites changed: the next version repeats the figures and says so', async () => {
    await finalise();
    await office.call('settings.saveSchool', {
      ...requisites,
      directorName: 'Новая Анна Ивановна',
    });
    const { last } = await office.call('summary.compute', period);
    expect(last?.difference).toMatchObject({
      changed: false,
      requisites: [
        { field: 'directorName', was: requisites.directorName, now: 'Новая Анна Ивановна' },
      ],
    });
    const { id } = await finalise();
    const version = await office.call('summary.version', { id });
    expect(version).toMatchObject({ version: 2, reissueOf: 1, figures: expectedFigures });
  });

  test('a reissue keeps figures and rows though the registers have changed', async () => {
    const first = await finalise();
    const reissue = (id: number) => office.refusal('summary.reissue', { id });
    expect((await reissue(first.id)).code).toBe('requisites-same');
    await office.call('absences.delete', { id: school.absence });
    await office.call('settings.saveSchool', { ...requisites, code: '0112' });
    const { auditId } = await office.command('summary.reissue', { id: first.id });
    expect((await office.refusal('audit.undo', { id: auditId })).code).toBe('not-undoable');
    const [second] = (await office.call('summary.list', {})).rows;
    expect(second).toMatchObject({ version: 2, reissueOf: 1, figures: expectedFigures });
    const frozen = await office.call('summary.listRows', {
      filters: { version: second?.id, figure: 'appeals', counted: true },
    });
    expect(frozen.total).toBe(2);
    const { json } = await office.call('summary.files', { id: second?.id ?? 0 });
    const text = readFileSync((await office.office.locate(json.handle)).path, 'utf8');
    expect(verifyPackage(JSON.parse(text))).toMatchObject({
      ok: true,
      summary: { school: { code: '0112' }, reissueOf: 1, schemaVersion: 2 },
    });
    expect((await reissue(first.id)).code).toBe('summary-replaced');
    // What has changed in the registers is a version of its own.
    expect(await finalise()).toMatchObject({ version: 3, created: true });
  });

  test('requisites are checked before finalising and reissuing', async () => {
    const { id } = await finalise();
    // As a folder of an earlier version may have them.
    const db = new Database(join(office.folder, 'office.sqlite'));
    const wrong = JSON.stringify({ ...requisites, code: null, shortName: 'school7' });
    db.prepare("UPDATE settings SET value = ? WHERE key = 'school'").run(wrong);
    db.close();
    const { finaliseRefusal } = await office.call('summary.compute', period);
    expect(finaliseRefusal).toContain('Заполните код организации');
    for (const [name, input] of [
      ['summary.finalise', period],
      ['summary.reissue', { id }],
    ] as const) {
      const refusal = await office.refusal(name, input);
      expect(refusal.code).toBe('requisites-wrong');
      expect(refusal.fields?.map(({ path }) => path)).toEqual(['code', 'shortName']);
    }
    await office.call('summary.printDraft', period);
  });
});
