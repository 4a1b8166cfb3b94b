import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type {
  ControlFigures,
  ControlLessonRow,
  ControlMarkRow,
} from '../../src-main/contract/control.ts';
import { renderDocx } from '../../src-main/documents/docx.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import { defaultPaper } from '../support/paper.ts';
import { plainText } from './plain-text.ts';
import type {
  StatementContent,
  StatementFaults,
} from '../../src-main/features/control/forms/statement.ts';
import { statementDocument } from '../../src-main/features/control/forms/statement.ts';
import { keptChromium } from '../support/chromium.ts';
import { docxText } from '../support/docx-text.ts';
import { htmlToPdf, openHtml, pdfPageCount } from '../support/pictures.ts';

const figures: ControlFigures = {
  lessons: 1240,
  described: 1200,
  withoutTopic: 12,
  withoutHomework: 180,
  marks: 6400,
  onTime: 5100,
  late: 700,
  unknown: 600,
  weeks: 90,
  emptyWeeks: 6,
  planned: 1300,
  heldOfPlanned: 1210,
  pairs: 14,
  pairsPlanned: 12,
};

const names = [
  'Белова Ольга Игоревна',
  'Длиннофамильная-Преображенская Александра Константиновна',
  'Жукова Анна Петровна',
];

const head = {
  lessonId: 1,
  date: '2026-03-03',
  classId: 1,
  className: '8А',
  subjectId: 1,
  subject: 'Алгебра и начала математического анализа',
  ordinal: 1,
  teacherId: 1,
  teacherName: names[1] ?? '',
};

const mark: ControlMarkRow = {
  ...head,
  id: 1,
  studentId: 1,
  studentName: 'Иванова Анна Сергеевна',
  mark: 'Б 3/3',
  timeliness: 'late',
  enteredOn: '2026-03-15',
  seenOn: '2026-03-16',
  unseenOn: null,
  days: 12,
};

const lesson: ControlLessonRow = {
  ...head,
  id: 1,
  topic: 'Решение квадратных уравнений выделением полного квадрата',
  homework: null,
  described: true,
  marks: 3,
  onTime: 3,
  late: 0,
  unknown: 0,
};

const faults: StatementFaults = {
  late: { total: 700, rows: [mark, { ...mark, enteredOn: null, unseenOn: '2026-03-12', days: 9 }] },
  withoutHomework: { total: 1, rows: [lesson] },
  withoutTopic: { total: 0, rows: [] },
  emptyWeeks: {
    total: 1,
    rows: [
      {
        id: 1,
        classId: 1,
        className: '8А',
        subjectId: 1,
        subject: 'Физика',
        teachers: '',
        weekStartsOn: '2026-03-09',
        weekEndsOn: '2026-03-15',
        lessons: 2,
      },
    ],
  },
};

const content: StatementContent = {
  absences: {
    total: 5,
    ill: 3,
    excused: 0,
    unexcused: 0,
    unexplained: 2,
    late: 1,
    unrecognised: [{ code: 'Щ', count: 2 }],
  },
  school: { shortName: 'МБОУ «СОШ № 7»' },
  systemName: 'БАРС',
  period: { from: '2026-01-12', to: '2026-03-16' },
  on: '2026-03-16',
  by: 'teacher',
  about: [],
  teacher: null,
  total: figures,
  groups: names.map((title, index) => ({ id: index + 1, title, ...figures })),
  faults,
};

const blind: ControlFigures = {
  ...figures,
  described: 0,
  withoutTopic: 0,
  withoutHomework: 0,
  weeks: 0,
  emptyWeeks: 0,
  planned: null,
  heldOfPlanned: null,
};

const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
const textOf = (change: Partial<StatementContent> = {}): string =>
  words(plainText(statementDocument({ ...content, ...change })));

describe('the statement of control', () => {
  test('tells the rule, every figure, who signs', () => {
    const text = textOf();
    expect(text).toContain('с 12 января 2026 г. по 16 марта 2026 г.');
    expect(text).toContain('не позднее недели (7 календарных дней)');
    expect(text).toContain('Проверена школа в целом.');
    expect(text).toContain('позднее 7 дней после урока 700 (10,9 %)');
    expect(text).toContain('срок выставления не известен 600 (9,4 %)');
    expect(text).toContain('Уроков без домашнего задания 180 из 1 200 (15,0 %)');
    expect(text).toContain('1 210 из 1 300');
    expect(text).toContain('Показаны первые 2 из 700');
    expect(text).toContain('не ранее 12.03.2026');
    expect(text).toContain('Выводы и предложения:');
    expect(text).toContain('Заместитель директора');
  });

  test('what is not known is said so, never printed as a zero', () => {
    const groups = [{ id: 1, title: 'Белова Ольга Игоревна', ...blind }];
    const text = textOf({ total: blind, groups, faults: null });
    expect(text).toContain('Уроков без домашнего задания нет сведений');
    expect(text).toContain(
      'Выполнение расписания (известно для 12 из 14 сочетаний «класс – предмет») не известно',
    );
    expect(text).toContain('1 Белова Ольга Игоревна 1 240 6 400 700 600 — — 1 240 — —');
  });

  test('about one teacher: his name stands under the statement', () => {
    const text = textOf({
      about: ['класс 8А', 'педагог Белова Ольга Игоревна'],
      teacher: 'Белова Ольга Игоревна',
    });
    expect(text).toContain('Проверено: класс 8А, педагог Белова Ольга Игоревна.');
    expect(text).toContain('Со справкой ознакомлен(а) О. И. Белова');
  });

  test('a period without lessons prints no empty table', () => {
    const zero = Object.fromEntries(Object.keys(figures).map((key) => [key, 0]));
    const none = { ...(zero as unknown as ControlFigures), planned: null, heldOfPlanned: null };
    const text = textOf({ total: none, groups: [], faults: null });
    expect(text).toContain('нет ни одного урока');
    expect(text).not.toContain('Показатели по');
  });
});

describe('paper', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await keptChromium();
  });

  test('Word and print carry the same text', async () => {
    const model = statementDocument(content);
    const page = await openHtml(browser, renderPrintHtml(model, defaultPaper));
    const shown = words(await page.locator('body').innerText());
    await page.close();
    const docx = words(await docxText(await renderDocx(model, defaultPaper)));
    expect(letters(shown)).toContain('Заместительдиректора');
    expect(letters(docx)).toBe(letters(shown));
  });

  test('a school of sixty teachers fits its pages, nothing wider than the paper', async () => {
    const groups = Array.from({ length: 60 }, (_, index) => ({
      id: index + 1,
      title: names[index % 3] ?? '',
      ...figures,
    }));
    const html = renderPrintHtml(statementDocument({ ...content, groups }), defaultPaper);
    const pdf = await htmlToPdf(browser, html);
    expect(pdfPageCount(pdf)).toBeGreaterThan(3);
    expect(pdfPageCount(pdf)).toBeLessThan(9);
    const pictures = process.env['CONTROL_PICTURES'];
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(pictures, 'statement.pdf'), pdf);
    const docx = await renderDocx(statementDocument(content), defaultPaper);
    writeFileSync(join(pictures, 'statement.docx'), docx);
  });
});
