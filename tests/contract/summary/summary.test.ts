import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyPackage } from '../../../src-main/features/summary/package.ts';
import { packageOfWorkbook } from '../../../src-main/features/summary/forms/workbook.ts';
import { readWorkbook } from '../../../src-main/spreadsheets/read-workbook.ts';
import type { TestOffice } from '../../support/office.ts';
import { openTestOffice } from '../../support/office.ts';
import type { SmallSchool } from './scenario.ts';
import { expectedBeside, expectedFigures, fillSchool, period, requisites } from './scenario.ts';

let office: TestOffice;
let school: SmallSchool;

beforeEach(async () => {
  office = await openTestOffice({ today: '2026-05-15' });
  school = await fillSchool(office);
});
afterEach(() => office.close());

const finalise = () => office.call('summary.finalise', period);
const rows = async (figure: 'studentsOverTwoWeeks' | 'appeals' | 'quarterHours' | 'resources') =>
  (await office.call('summary.listRows', { filters: { ...period, figure, counted: true } })).rows;

describe('figures', () => {
  test('are those counted by hand', async () => {
    const computed = await office.call('summary.compute', period);
    expect(computed).toMatchObject({ ...period, figures: expectedFigures, last: null });
    expect(computed.notCounted).toEqual(expectedBeside);
    expect(computed.countingText).toContain('начавшийся не позже дня обращения');
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
      '2026-05-15 № 4/2026, Длиннов Илья Олегович',
    ]);
    expect((await rows('quarterHours')).map((row) => row.quarterHours)).toEqual([6, 8, 36]);
    expect((await rows('resources')).map((row) => row.name)).toEqual([
      'Квадратные уравнения: видеоурок',
    ]);
  });

  test('rows are searched, sorted and paged like every list', async () => {
    const input = { filters: { ...period, figure: 'quarterHours' as const, counted: true } };
    const sort = { column: 'quarterHours' as const, descending: true };
    const page = await office.call('summary.listRows', { ...input, sort, offset: 1, limit: 1 });
    expect(page).toMatchObject({ total: 3, rows: [{ quarterHours: 8 }] });
    const found = await office.call('summary.listRows', {
      filters: { ...period, figure: 'studentsOverTwoWeeks' },
      search: 'ОТКРЫТОВ илья',
    });
    expect(found.rows.map((row) => row.id)).toEqual([school.students.open]);
  });

  test('rows go to XLSX like every list', async () => {
    const file = await office.call('lists.exportTable', {
      operation: 'summary.listRows',
      title: 'Часы учителей',
      input: { filters: { ...period, figure: 'quarterHours', counted: true } },
      columns: [
        { key: 'name', title: 'Учитель', kind: 'text' },
        { key: 'quarterHours', title: 'Часы', kind: 'hours' },
      ],
    });
    const { path } = await office.office.locate(file.handle);
    const { sheets } = await readWorkbook(readFileSync(path));
    expect(sheets[0]?.rows.slice(-3).map((row) => row[1])).toEqual([1.5, 2, 9]);
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
    for (const [filters, code] of [
      [period, 'figure-needed'],
      [{ figure: 'appeals' }, 'period-needed'],
      [{ figure: 'appeals', version: 77 }, 'summary-unknown'],
    ] as const)
      expect((await office.refusal('summary.listRows', { filters })).code).toBe(code);
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
      countingChanged: false,
      requisites: [],
      figures: [],
      rows: [],
    });
  });

  test('a later change is shown with names, and the next version is a new one', async () => {
    const first = await finalise();
    await office.call('resources.saveWorkEntry', {
      id: school.workEntry,
      teacherId: school.teacher,
      appealId: school.appeal,
      workedOn: '2026-03-02',
      quarterHours: 10,
      kind: 'search',
    });
    const shown = async () => {
      const { difference } = await office.call('summary.version', { id: first.id });
      return {
        figures: difference.figures.map(({ figure, was, now }) => `${figure} ${was} → ${now}`),
        rows: difference.rows.map((row) => `${row.figure} ${row.change} ${row.name.split(',')[0]}`),
        last: difference.rows.at(-1),
      };
    };
    const corrected = await shown();
    expect(corrected.figures).toEqual(['quarterHours 50 → 54']);
    expect(corrected.rows).toEqual(['quarterHours changed Учителева Вера Павловна']);
    expect(corrected.last).toMatchObject({ wasQuarterHours: 6, nowQuarterHours: 10 });

    // Without the absence the appeals of the child, their hours and resources count no more.
    await office.call('absences.delete', { id: school.absence });
    const without = await shown();
    expect(without.figures).toEqual([
      'studentsOverTwoWeeks 2 → 1',
      'appeals 2 → 0',
      'quarterHours 50 → 0',
      'resources 1 → 0',
    ]);
    expect(without.rows).toEqual([
      'studentsOverTwoWeeks removed Длиннов Илья Олегович',
      'appeals removed № 2/2026',
      'appeals removed № 4/2026',
      'quarterHours removed Учителева Вера Павловна',
      'quarterHours removed Учителева Вера Павловна',
      'quarterHours removed Учителева Вера Павловна',
      'resources removed Квадратные уравнения: видеоурок',
    ]);
    expect((await office.call('summary.compute', period)).last).toMatchObject({
      id: first.id,
      difference: { changed: true },
    });

    // The frozen version still opens its own rows.
    const frozen = await office.call('summary.listRows', {
      filters: { version: first.id, figure: 'studentsOverTwoWeeks', counted: true },
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

  test('without requisites the form comes out with rules to fill, and that is said', async () => {
    expect(await office.call('summary.compute', period)).toMatchObject({ warning: null });
    const empty = await openTestOffice({ today: '2026-05-15' });
    try {
      const { warning } = await empty.call('summary.compute', period);
      expect(warning).toContain('Реквизиты школы не заполнены');
      const { id } = await empty.call('summary.finalise', period);
      const { json, xlsx } = await empty.call('summary.files', { id });
      expect(json.name).toBe('Справка_обращения_2026-05-15_без_названия_v1.json');
      const bytes = async (handle: string) =>
        readFileSync((await empty.office.locate(handle)).path);
      const check = verifyPackage(JSON.parse((await bytes(json.handle)).toString('utf8')));
      expect(check).toMatchObject({
        ok: true,
        summary: { school: { name: null, municipality: null }, director: { name: null } },
      });
      const workbook = await readWorkbook(await bytes(xlsx.handle));
      expect(verifyPackage(packageOfWorkbook(workbook)).ok).toBe(true);
      const { document } = await empty.call('summary.print', { id });
      const html = await empty.call('printing.html', { document });
      const text = (await bytes(html.handle)).toString('utf8');
      expect(text).toContain('Руководитель');
      expect(text).toMatch(/Исполнитель:.{1,2}_{10}/u);
      expect(text).not.toMatch(/null|undefined/u);
      // The requisites are filled at last: the next version says whose it is.
      await empty.call('settings.saveSchool', requisites);
      expect(await empty.call('summary.finalise', period)).toMatchObject({
        version: 2,
        created: true,
      });
      const blank = await empty.call('summary.printBlank', {});
      expect(blank.title).toContain('бланк');
    } finally {
      await empty.close();
    }
  });
});
