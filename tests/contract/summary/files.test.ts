import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyPackage } from '../../../src-main/features/summary/package.ts';
import { docxParts } from '../../support/docx-text.ts';
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

describe('files', () => {
  let target: string;
  beforeEach(() => {
    target = mkdtempSync(join(tmpdir(), 'school-office-summary-'));
  });
  afterEach(() => {
    chmodSync(target, 0o755);
    rmSync(target, { recursive: true, force: true });
  });

  const base = 'Справка_обращения_2026-05-15_МБОУ_СОШ_12_v1';
  const exportTo = async (id: number, folder = target) =>
    office.call('summary.export', { id, folder: await office.office.register(folder) });

  test('three files with the names of the domain; the JSON verifies, renamed or not', async () => {
    const { id, sha256 } = await finalise();
    const { names } = await exportTo(id);
    expect(names).toEqual([`${base}.docx`, `${base}.xlsx`, `${base}.json`]);
    expect(readdirSync(target).toSorted()).toEqual(names.toSorted());
    // Frozen data, frozen file: the workbook does not tell when it was written, but when frozen.
    const workbook = await docxParts(readFileSync(join(target, `${base}.xlsx`)));
    expect(workbook.get('docProps/core.xml')).toContain('>2026-05-15T09:00:00Z<');
    const text = readFileSync(join(target, `${base}.json`), 'utf8');
    const check = verifyPackage(JSON.parse(text));
    expect(check).toMatchObject({
      ok: true,
      summary: {
        sha256,
        figures: expectedFigures,
        period,
        version: 1,
        school: { code: '0012', municipality: requisites.municipality },
      },
    });
    const tampered = JSON.parse(text.replace('"appeals": 2', '"appeals": 20'));
    expect(verifyPackage(tampered)).toMatchObject({ ok: false, code: 'package-tampered' });
  });

  test('a version is written the same for ever', async () => {
    const { id } = await finalise();
    await exportTo(id);
    const before = readFileSync(join(target, `${base}.json`));
    await office.call('settings.saveSchool', {
      ...requisites,
      directorName: 'Новая Анна Ивановна',
    });
    await office.call('absences.delete', { id: school.absence });
    await exportTo(id);
    expect(readFileSync(join(target, `${base}.json`)).equals(before)).toBe(true);
    expect(await finalise()).toMatchObject({ version: 2, created: true });
  });

  test('files to save one by one', async () => {
    const { id } = await finalise();
    const files = await office.call('summary.files', { id });
    expect(Object.values(files).map((file) => file.name)).toEqual([
      `${base}.docx`,
      `${base}.xlsx`,
      `${base}.json`,
    ]);
    const { path } = await office.office.locate(files.json.handle);
    expect(verifyPackage(JSON.parse(readFileSync(path, 'utf8'))).ok).toBe(true);
  });

  test('a missing folder is refused', async () => {
    const { id } = await finalise();
    const folder = await office.office.register(join(target, 'нет такой'));
    const refusal = await office.refusal('summary.export', { id, folder });
    expect(refusal.code).toBe('file-missing');
    const unknown = await office.refusal('summary.export', {
      id,
      folder: '00000000-0000-0000-0000-000000000000',
    });
    expect(unknown.code).toBe('file-handle-unknown');
  });

  test('when one of the three cannot be written, the old files stay as they were', async () => {
    const { id } = await finalise();
    writeFileSync(join(target, `${base}.docx`), 'прежний docx');
    // A folder in the place of the JSON: the last of the three cannot be replaced.
    mkdirSync(join(target, `${base}.json`));
    const folder = await office.office.register(target);
    const reply = await office.office.call('summary.export', { id, folder });
    expect(reply.ok).toBe(false);
    expect(readFileSync(join(target, `${base}.docx`), 'utf8')).toBe('прежний docx');
    expect(readdirSync(target)).not.toContain(`${base}.xlsx`);
    expect(readdirSync(join(target, `${base}.json`))).toEqual([]);
  });

  test.skipIf(process.getuid?.() === 0)('a read-only folder is refused', async () => {
    const { id } = await finalise();
    writeFileSync(join(target, `${base}.docx`), 'прежний docx');
    chmodSync(target, 0o555);
    const folder = await office.office.register(target);
    const refusal = await office.refusal('summary.export', { id, folder });
    expect(refusal.code).toBe('folder-read-only');
    expect(readFileSync(join(target, `${base}.docx`), 'utf8')).toBe('прежний docx');
  });

  test('forms open as documents', async () => {
    const { id } = await finalise();
    const form = await office.call('summary.print', { id });
    expect(form.title).toBe(base);
    const draft = await office.call('summary.printDraft', period);
    const html = await office.call('printing.html', { document: draft.document });
    const { path } = await office.office.locate(html.handle);
    expect(readFileSync(path, 'utf8')).toContain('Проект: справка не зафиксирована');
  });
});
