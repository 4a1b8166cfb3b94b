import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readProduced } from '../../../src-main/hosts/shared/outputs.ts';
import { importFiles, report } from '../marks/files.ts';
import { openWeek, type Week } from './scenario.ts';

/** What a sheet counts: absences by reason, marks of its term (domain.md §6, §9). */

let scene: Week;
afterEach(() => scene.family.school.office.close());

const sheetOf = async (week: string) => {
  const selection = { kind: 'rows' as const, rows: [{ studentId: scene.anna, week }] };
  const { ids } = await scene.issue({ selection });
  const id = ids[0] ?? 0;
  const { document } = await scene.call('sheets.show', { ids: [id] });
  const { handle } = await scene.call('printing.html', { document });
  const { bytes } = await readProduced(scene.family.school.office.office, handle);
  const html = new TextDecoder().decode(bytes).replaceAll('\u00A0', ' ');
  return { content: (await scene.call('sheets.get', { id })).content, html };
};

describe('absences', () => {
  beforeEach(async () => {
    scene = await openWeek();
  });

  test('«Н» is an absence of unknown reason, and the sheet says so', async () => {
    await scene.lesson('2026-03-02', 'Физика', 'Н');
    await scene.lesson('2026-03-03', 'Алгебра', 'нн5');
    await scene.lesson('2026-03-04', 'Алгебра', 'Б');
    const { content, html } = await sheetOf('2026-03-02');
    expect(content.absences).toEqual({
      total: 4,
      ill: 1,
      excused: 0,
      absent: 0,
      late: 0,
      unexplained: 3,
    });
    expect(html).toContain('Пропущено 4 урока: по болезни 1, причина не указана 3.');
    expect(html).toContain('Н — отсутствие, причина не указана');
    expect(html).not.toContain('без уважительной причины');
  });

  test('«НП» of the usual table says more than «Н»', async () => {
    await scene.lesson('2026-03-02', 'Физика', 'нп');
    await scene.lesson('2026-03-03', 'Алгебра', 'Н');
    const { content, html } = await sheetOf('2026-03-02');
    expect(content.absences).toMatchObject({ total: 2, absent: 1, unexplained: 1 });
    expect(html).toContain('без уважительной причины 1, причина не указана 1.');
  });

  test('codes not understood are named beside the figure', async () => {
    await scene.lesson('2026-03-02', 'Физика', 'Б');
    for (const date of ['2026-03-03', '2026-03-04']) {
      const id = await scene.lesson(date, 'Алгебра');
      await scene.mark(id, 'Щ');
    }
    const { content, html } = await sheetOf('2026-03-02');
    expect(content.absences).toMatchObject({
      total: 1,
      unrecognised: [{ code: 'Щ', count: 2 }],
    });
    expect(html).toContain('Пропущено 1 урок: по болезни 1. Не распознано: «Щ» — 2.');
  });

  test('two lessons of a subject on one day are missed one by one', async () => {
    await scene.lesson('2026-03-03', 'Алгебра', 'Н');
    await scene.lesson('2026-03-03', 'Алгебра', '5');
    const { content } = await sheetOf('2026-03-02');
    expect(content.subjects[0]?.cells[1]).toBe('Н; 5');
    expect(content.absences).toMatchObject({ total: 1, unexplained: 1 });
  });

  test('a file whose own legend calls «Н» unexcused is believed', async () => {
    const rows = report('Иванова Анна Сергеевна', [2, 3], [['Физика', 'Н', 'Б']]);
    const legend = ['Н Неуважительная, О Опоздание, Б Болезнь, У Уважительная'];
    await importFiles(scene.family.school.office, ['report.xlsx', [...rows, [], legend]]);
    const { content } = await sheetOf('2026-03-02');
    expect(content.absences).toEqual({ total: 2, ill: 1, excused: 0, absent: 1, late: 0 });
    expect(content.legend.find(({ code }) => code === 'НП')?.meaning).toBe(
      'отсутствие без уважительной причины',
    );
  });

  test('«отсутствие» of a legend tells no reason', async () => {
    const rows = report('Иванова Анна Сергеевна', [2, 3], [['Физика', 'Н', 'Б']]);
    const legend = ['Н - Неявка, Б - Болезнь'];
    await importFiles(scene.family.school.office, ['report.xlsx', [...rows, [], legend]]);
    const { content } = await sheetOf('2026-03-02');
    expect(content.absences).toMatchObject({ total: 2, ill: 1, absent: 0, unexplained: 1 });
  });
});

describe('a border of a term', () => {
  const marks = [
    ['2025-10-24', '5'],
    ['2025-10-28', '2'],
    ['2025-11-05', '4'],
  ] as const;

  test('marks of 24.10, of the holiday 28.10 and of 05.11 go to their term, the holiday’s to none', async () => {
    scene = await openWeek('2025-11-08');
    for (const [date, text] of marks) await scene.lesson(date, 'Алгебра', text);
    const last = (await sheetOf('2025-10-20')).content;
    expect([last.averagesOf, last.subjects[0]?.average]).toEqual([
      'с 01.09.2025 по 24.10.2025, I четверть',
      '5,00',
    ]);
    const first = (await sheetOf('2025-11-03')).content;
    expect([first.averagesOf, first.subjects[0]?.average]).toEqual([
      'с 05.11.2025 по 07.11.2025, II четверть',
      '4,00',
    ]);
    const card = await scene.call('marks.ofStudent', {
      studentId: scene.anna,
      from: '2025-10-20',
      to: '2025-11-08',
    });
    expect(card.subjects[0]?.averageText).toBe('4,50');
    expect(card.subjects[0]?.cells.map(({ shown, dayOff }) => [shown, dayOff])).toEqual([
      ['5', false],
      ['2', true],
      ['4', false],
    ]);
  });

  test('a mark of 01.05 is shown with a warning, in no average, and the caption ends before it', async () => {
    scene = await openWeek('2026-05-02');
    await scene.lesson('2026-04-29', 'Алгебра', '5');
    await scene.lesson('2026-05-01', 'Алгебра', '2');
    const { content, html } = await sheetOf('2026-04-27');
    expect(content.averagesOf).toBe('с 06.04.2026 по 30.04.2026, IV четверть');
    expect(content.subjects).toEqual([
      { subject: 'Алгебра', cells: ['', '', '5', '', '2'], average: '5,00' },
    ]);
    expect(content.days.at(-1)).toEqual({ date: '2026-05-01', school: false });
    expect(content.daysOff).toEqual(['2026-05-01']);
    expect(html).toContain(
      '01.05.2026 — нерабочий день по календарю школы: отметки этого дня показаны, но в средний балл не вошли.',
    );
  });

  test('a moved working Saturday is a school day, and is covered', async () => {
    scene = await openWeek('2026-03-07');
    const plan = await scene.call('calendar.get', { startYear: 2025 });
    const { parallels, holidays } = plan;
    await scene.call('calendar.saveYear', {
      startYear: 2025,
      parallels,
      holidays,
      movedDays: [{ date: '2026-03-07', works: true, weekDays: null, note: 'за 9 марта' }],
    });
    await scene.lesson('2026-03-07', 'Алгебра', '3');
    const { content } = await sheetOf('2026-03-02');
    expect(content.averagesOf).toBe('с 12.01.2026 по 07.03.2026, III четверть');
    expect([content.subjects[0]?.average, content.daysOff]).toEqual(['3,00', undefined]);
    expect(content.days.at(-1)).toEqual({ date: '2026-03-07', school: true });
  });

  test('31 August is in no term, 1 September is the first day of one', async () => {
    scene = await openWeek('2025-09-06');
    await scene.lesson('2025-09-01', 'Алгебра', '5');
    const { content } = await sheetOf('2025-09-01');
    expect(content.averagesOf).toBe('с 01.09.2025 по 05.09.2025, I четверть');
    expect(content.subjects[0]?.average).toBe('5,00');
    await expect(scene.lesson('2025-08-31', 'Алгебра', '2')).rejects.toMatchObject({
      code: 'date-outside-year',
    });
  });
});
