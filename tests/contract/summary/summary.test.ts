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
import { verifyPackage } from '../../../src-main/features/summary/index.ts';
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
const rows = async (figure: 'studentsOverTwoWeeks' | 'appeals' | 'quarterHours' | 'resources') =>
  (await office.call('summary.listRows', { filters: { ...period, figure } })).rows;

describe('figures', () => {
  test('are those counted by hand', async () => {
    const computed = await office.call('summary.compute', period);
    expect(computed).toMatchObject({ ...period, figures: expectedFigures, last: null });
    expect(computed.ruleText).toContain('более 14 календарных дней');
    expect(computed.heads.map((head) => head.figure)).toEqual([
      'organisations',
      'studentsOverTwoWeeks',
      'appeals',
      'quarterHours',
      'resources',
    ]);
    expect(computed.finaliseRefusal).toBeNull();
  });

  test('open the rows behind them', async () => {
    const students = await rows('studentsOverTwoWeeks');
    expect(students.map((row) => row.name)).toEqual([
      'Длиннов Илья Олегович',
      'Открытов Илья Олегович',
    ]);
    expect(students[0]).toMatchObject({ id: school.students.long, target: 'student' });
    expect(students[0]?.detail).toContain('8А');
    expect((await rows('appeals')).map((row) => `${row.date} ${row.name}`)).toEqual([
      '2026-03-02 № 2/2026, Длиннов Илья Олегович',
      '2026-05-15 № 3/2026, Длиннов Илья Олегович',
    ]);
    expect((await rows('quarterHours')).map((row) => row.quarterHours)).toEqual([6, 8, 36]);
    expect((await rows('resources')).map((row) => row.name)).toEqual([
      'Квадратные уравнения: видеоурок',
    ]);
  });

  test('rows are searched, sorted and paged like every list', async () => {
    const input = { filters: { ...period, figure: 'quarterHours' as const } };
    const sort = { column: 'quarterHours' as const, descending: true };
    const page = await office.call('summary.listRows', { ...input, sort, offset: 1, limit: 1 });
    expect(page).toMatchObject({ total: 3, rows: [{ quarterHours: 8 }] });
    const found = await office.call('summary.listRows', {
      filters: { ...period, figure: 'studentsOverTwoWeeks' },
      search: 'ОТКРЫТОВ илья',
    });
    expect(found.rows.map((row) => row.id)).toEqual([school.students.open]);
  });

  test('a stricter rule of the settings is used and printed', async () => {
    await office.call('settings.saveTwoWeekRule', { measure: 'school-days-in-row' });
    const computed = await office.call('summary.compute', period);
    expect(computed.ruleText).toContain('более 10 учебных дней');
    // 2–16 March without 9 March is ten school days: not more than ten.
    expect((await rows('studentsOverTwoWeeks')).map((row) => row.id)).toEqual([
      school.students.open,
    ]);
  });

  test('an open absence is not counted past today', async () => {
    office.clock.set('2026-05-04');
    const ahead = await office.call('summary.compute', { from: '2026-05-01', to: '2026-05-25' });
    expect(ahead.figures.studentsOverTwoWeeks).toBe(0);
    expect(ahead.finaliseRefusal).toContain('25.05.2026');
  });

  test.each(['summary.compute', 'summary.finalise', 'summary.printDraft'] as const)(
    '%s refuses a period upside down and impossible dates',
    async (name) => {
      const refusal = await office.refusal(name, { from: '2026-05-15', to: '2026-03-01' });
      expect(refusal).toMatchObject({ code: 'period-upside-down', fields: [{ path: 'to' }] });
      const impossible = await office.refusal(name, { from: '2026-02-29', to: '2026-03-01' });
      expect(impossible).toMatchObject({ code: 'invalid-input', fields: [{ path: 'from' }] });
    },
  );

  test('rows need a figure and a period or a version', async () => {
    const code = async (filters: object) =>
      (await office.refusal('summary.listRows', { filters })).code;
    expect(await code(period)).toBe('figure-needed');
    expect(await code({ figure: 'appeals' })).toBe('period-needed');
    expect(await code({ figure: 'appeals', version: 77 })).toBe('summary-unknown');
  });
});

describe('versions', () => {
  test('finalise freezes; nothing changed gives the same version', async () => {
    const first = await finalise();
    expect(first).toMatchObject({ version: 1, created: true });
    office.clock.set('2026-05-16');
    expect(await finalise()).toEqual({ ...first, created: false });
    expect((await office.call('summary.list', {})).rows).toMatchObject([
      { id: first.id, version: 1, figures: expectedFigures, sha256: first.sha256, ...period },
    ]);
    const version = await office.call('summary.version', { id: first.id });
    expect(version.latest).toBe(true);
    expect(version.difference).toEqual({
      changed: false,
      ruleChanged: false,
      figures: [],
      rows: [],
    });
  });

  test('a later change is shown with names, and the next version is a new one', async () => {
    const first = await finalise();
    await office.call('absences.delete', { id: school.absence });
    await office.call('resources.saveWorkEntry', {
      id: school.workEntry,
      teacherId: school.teacher,
      workedOn: '2026-03-01',
      quarterHours: 10,
      kind: 'search',
    });
    await office.call('appeals.annul', { id: school.appeal, reason: 'Ошибочная запись' });

    const { difference } = await office.call('summary.version', { id: first.id });
    expect(difference.figures).toEqual([
      { figure: 'studentsOverTwoWeeks', was: 2, now: 1 },
      { figure: 'appeals', was: 2, now: 1 },
      { figure: 'quarterHours', was: 50, now: 54 },
      { figure: 'resources', was: 1, now: 0 },
    ]);
    expect(
      difference.rows.map((row) => `${row.figure} ${row.change} ${row.name.split(',')[0]}`),
    ).toEqual([
      'studentsOverTwoWeeks removed Длиннов Илья Олегович',
      'appeals removed № 2/2026',
      'resources removed Квадратные уравнения: видеоурок',
      'quarterHours changed Учителева Вера Павловна',
    ]);
    expect(difference.rows.at(-1)).toMatchObject({ wasQuarterHours: 6, nowQuarterHours: 10 });
    expect((await office.call('summary.compute', period)).last).toMatchObject({
      id: first.id,
      difference: { changed: true },
    });

    // The frozen version still opens its own rows.
    const frozen = await office.call('summary.listRows', {
      filters: { version: first.id, figure: 'studentsOverTwoWeeks' },
    });
    expect(frozen.total).toBe(2);

    const second = await finalise();
    expect(second).toMatchObject({ version: 2, created: true });
    expect(second.sha256).not.toBe(first.sha256);
    expect((await office.call('summary.version', { id: first.id })).latest).toBe(false);
    expect((await office.call('summary.version', { id: second.id })).difference.changed).toBe(
      false,
    );
    expect((await office.call('summary.list', {})).rows.map((row) => row.version)).toEqual([2, 1]);
    const other = await office.call('summary.finalise', { ...period, to: '2026-05-14' });
    expect(other.version).toBe(1);
  });

  test('another rule is a change even where no figure moves', async () => {
    const { id } = await finalise();
    await office.call('settings.saveTwoWeekRule', { measure: 'span', excusedOnly: true });
    const { difference } = await office.call('summary.version', { id });
    expect(difference).toMatchObject({ changed: true, ruleChanged: true, figures: [], rows: [] });
    expect(await finalise()).toMatchObject({ version: 2, created: true });
  });

  test('a period that is not over is refused, its last day is not', async () => {
    office.clock.set('2026-05-14');
    const refusal = await office.refusal('summary.finalise', period);
    expect(refusal).toMatchObject({ code: 'period-not-over', fields: [{ path: 'to' }] });
    expect(refusal.message).toContain('15.05.2026');
    expect((await office.call('summary.list', {})).total).toBe(0);
    office.clock.set('2026-05-15');
    expect(await finalise()).toMatchObject({ version: 1 });
  });

  test('finalising cannot be undone, and unknown versions are refused', async () => {
    const { auditId } = await office.command('summary.finalise', period);
    expect((await office.refusal('audit.undo', { id: auditId })).code).toBe('not-undoable');
    for (const name of ['summary.version', 'summary.files', 'summary.print'] as const)
      expect((await office.refusal(name, { id: 99 })).code).toBe('summary-unknown');
  });

  test('without requisites of the school nothing is computed', async () => {
    const empty = await openTestOffice();
    try {
      expect((await empty.refusal('summary.compute', period)).code).toBe('school-not-set');
      const blank = await empty.call('summary.printBlank', {});
      expect(blank.title).toContain('бланк');
    } finally {
      await empty.close();
    }
  });
});

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
    expect(readFileSync(path, 'utf8')).toContain('Проект: справка не закреплена');
  });
});
