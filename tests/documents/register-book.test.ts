import { beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { renderDocx } from '../../src-main/documents/docx.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import type {
  RegisterEntry,
  RegisterForm,
} from '../../src-main/features/appeals/forms/register.ts';
import { registerForm } from '../../src-main/features/appeals/forms/register.ts';
import { keptChromium } from '../support/chromium.ts';
import { docxParts, docxText } from '../support/docx-text.ts';
import { defaultPaper } from '../support/paper.ts';
import { pdfLetters } from '../support/pdf-text.ts';
import { htmlToPdf } from '../support/pictures.ts';

/** The book of appeals with two days, a letter number and corrections (S1 Приложение 1; domain.md §2). */

const entry = (at: number, change: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id: at,
  year: 2026,
  number: at,
  letter: null,
  letterReason: null,
  printedNumber: String(at),
  date: '2026-03-10',
  registeredOn: '2026-03-10',
  studentId: 1,
  guardianId: 1,
  studentName: 'Соколова-Преображенская Александра-Виктория Константиновна',
  guardianName: 'Соколов-Преображенский Константин Константинович',
  className: '8А',
  parallel: 8,
  programme: 'ООО, 8А класс',
  subject: 'Алгебра',
  lessonTopic: 'Квадратные уравнения и их применение к решению текстовых задач',
  channel: 'letter',
  responsibleId: null,
  responsibleName: null,
  preparerId: null,
  preparerName: null,
  dueOn: '2026-03-20',
  status: 'registered',
  overdue: false,
  portalCheckedOn: null,
  result: null,
  closedOn: null,
  annulReason: null,
  quarterHours: 0,
  resourceCount: 0,
  corrections: [],
  ...change,
});

const corrected = (reason: string): RegisterEntry['corrections'] => [
  {
    id: 1,
    correctedOn: '2026-03-12',
    was: 'обучающийся Иванова Анна Сергеевна, ООО, 8А класс, родитель Иванова Алёна Викторовна',
    became: 'обучающийся Ёлкин Пётр, ООО, 5Б класс, родитель Ёлкин Алёна Викторовна',
    reason,
  },
];

const book = (appeals: readonly RegisterEntry[]) =>
  registerForm({
    school: {
      name: 'Средняя общеобразовательная школа № 7',
      directorPosition: 'Директор',
      directorName: 'Соколова Мария Константиновна',
    } as RegisterForm['school'],
    period: { from: '2026-01-01', to: '2026-12-31' },
    appeals,
    blankRows: 0,
    sheets: null,
    today: '2026-03-16',
  });

let browser: Browser;
beforeAll(async () => {
  browser = await keptChromium();
}, 60_000);

const model = book([
  entry(13, { date: '2026-03-05', registeredOn: '2026-03-10' }),
  entry(13, { letter: 'а', printedNumber: '13а', letterReason: 'забыта в папке приёмной' }),
  entry(14, { corrections: corrected('ошибка при вводе') }),
]);

test('tells the two days apart, prints the letter with its reason and what was corrected', async () => {
  const text = (await docxText(await renderDocx(model, defaultPaper))).replaceAll('\u00A0', ' ');
  expect(text).toContain('05.03.2026 (зарег. 10.03.2026)');
  expect(text).not.toContain('10.03.2026 (зарег.');
  expect(text).toContain('13а');
  expect(text).toContain('Номер 13а с литерой, причина: забыта в папке приёмной.');
  expect(text).toContain(
    'Исправлено 12.03.2026: вместо «обучающийся Иванова Анна Сергеевна, ООО, 8А класс, родитель Иванова Алёна Викторовна» — «обучающийся Ёлкин Пётр, ООО, 5Б класс, родитель Ёлкин Алёна Викторовна», причина: ошибка при вводе.',
  );
});

test('in Word the row above stays with its note, and no other row does', async () => {
  const xml =
    (await docxParts(await renderDocx(model, defaultPaper))).get('word/document.xml') ?? '';
  const rows = xml.split('<w:tr>');
  const head = rows.findIndex((row) => row.includes('дата обращения'));
  const kept = rows
    .slice(head + 2, head + 7)
    .map((row) => row.split('</w:tr>')[0]?.includes('<w:keepNext/>'));
  // After the two rows of heads: 13 alone, then 13а and 14 with a note each.
  expect(kept).toEqual([false, true, false, true, false]);
});

test('no printed page begins with a note', async () => {
  // Every height of the page is met by shifting the rows by one short row.
  for (const short of [0, 1, 2]) {
    const rows = Array.from({ length: 40 }, (_, at) =>
      at < short
        ? entry(at + 1, { studentName: 'Ли Ян', guardianName: 'Ли Ан', lessonTopic: 'Корни' })
        : entry(at + 1, { corrections: corrected('ошибка при вводе') }),
    );
    const html = renderPrintHtml(book(rows), defaultPaper);
    const pages = pdfLetters(await htmlToPdf(browser, html)).split('\n');
    expect(pages.length).toBeGreaterThan(9);
    for (const page of pages) {
      // After the repeated heads comes the number of an entry.
      const [, body] = page.split('1234567');
      if (body !== undefined) expect(body).toMatch(/^\d/u);
    }
  }
}, 120_000);
