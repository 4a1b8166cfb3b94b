import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CurrentContent, PackageContent } from '../../src-main/contract/summary-package.ts';
import { renderDocx } from '../../src-main/documents/docx.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import { defaultPaper } from '../support/paper.ts';
import { plainText } from './plain-text.ts';
import { countingText } from '../../src-main/domain/qualifying-appeals.ts';
import { defaultTwoWeekRule, ruleText } from '../../src-main/domain/two-weeks.ts';
import {
  blankForm,
  draftForm,
  summaryForm,
} from '../../src-main/features/summary/forms/summary.ts';
import { contentHash, sealPackage } from '../../src-main/features/summary/package.ts';
import {
  packageOfWorkbook,
  summaryWorkbook,
  visibleFigures,
} from '../../src-main/features/summary/forms/workbook.ts';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { keptChromium } from '../support/chromium.ts';
import { docxParts, docxText } from '../support/docx-text.ts';
import { htmlToPdf, pdfPageCount } from '../support/pictures.ts';
import { sourcePassage } from '../support/fixtures.ts';

const content: PackageContent = {
  kind: 'information-summary',
  schemaVersion: 1,
  school: {
    code: '0012',
    name: 'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 12»',
    shortName: 'МБОУ «СОШ № 12»',
    municipality: 'Зареченский городской округ',
  },
  director: { position: 'Директор', name: 'Незнамова Мария Александровна' },
  executor: { name: 'Выдумкина Анна Ильинична', phone: '(4722) 00-00-00' },
  period: { from: '2015-03-01', to: '2015-05-15' },
  rule: { measure: 'span', excusedOnly: false, text: ruleText(defaultTwoWeekRule) },
  figures: {
    organisations: 1,
    studentsOverTwoWeeks: 17,
    appeals: 23,
    quarterHours: 50,
    resources: 9,
  },
  version: 2,
  preparedOn: '2015-05-15',
  finalisedAt: '2015-05-15T09:00:00.000Z',
};
const sealed = sealPackage(content);

/** As the program writes it now; `content` is of 0.1.0–0.3.0 and comes out as it was. */
const current: CurrentContent = {
  ...content,
  schemaVersion: 2,
  rule: {
    measure: 'span',
    excusedOnly: false,
    text: content.rule.text,
    counting: 'qualifying-appeals-2026',
    countingText: countingText(defaultTwoWeekRule),
  },
  reissueOf: 1,
};

const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Приложение 2 of the source letter, from its title to the end of the file. */
const appendix = (): string => {
  const text = sourcePassage('s1-appendix-2');
  const at = text.indexOf('Информационная справка');
  if (at < 0) throw new Error('Приложение 2 was not found in the source');
  return words(text.slice(at).replace(/_{5,}/u, ' '));
};

const beforeRule = (text: string): string => words(text.slice(0, text.indexOf('Применённое')));

describe('the official form', () => {
  test('says word for word what S1 Приложение 2 says, in Word', async () => {
    const text = beforeRule(
      await docxText(await renderDocx(summaryForm(content, ''), defaultPaper)),
    );
    const withoutOurs = text
      .replace('Зареченский городской округ ', '')
      .replace(/ 1 17 23 12,5 9$/u, '');
    expect(withoutOurs).toBe(appendix());
  });

  test('carries figures, rule, date, signature, executor and the seal', () => {
    const text = words(plainText(summaryForm(content, sealed.sha256)));
    expect(text).toContain('Зареченский городской округ (наименование муниципального района');
    expect(text).toContain('1 17 23 12,5 9 Применённое правило. Пропустившим занятия');
    expect(text).toContain('15 мая 2015 г.');
    expect(text).toContain('Директор МБОУ «СОШ № 12» М. А. Незнамова (подпись)');
    expect(text).toContain('Исполнитель: Выдумкина Анна Ильинична, тел. (4722) 00-00-00');
    expect(text).toContain(`Версия 2 от 15.05.2015. Контрольная сумма SHA-256: ${sealed.sha256}`);
  });

  test('the way of counting is printed, and what a reissue replaces', async () => {
    const text = words(plainText(summaryForm(current, sealed.sha256)));
    expect(text).toContain(words(`${content.rule.text} ${current.rule.countingText}`));
    expect(text).toContain(
      'Версия 2 от 15.05.2015 взамен версии 1: исправлены реквизиты, показатели те же. Контрольная сумма',
    );
    const { sheets } = await readWorkbook(await summaryWorkbook(sealPackage(current)));
    const cells = sheets[0]?.rows.flat().map(String) ?? [];
    expect(cells).toContain(
      `Применённое правило. ${content.rule.text} ${current.rule.countingText}`,
    );
    expect(cells).toContain(
      'Версия 2 от 15.05.2015 взамен версии 1: исправлены реквизиты, показатели те же',
    );
    expect(words(plainText(summaryForm(content, '')))).not.toContain('Учтены обращения');
  });

  test('a draft says so in the running line and has no seal', () => {
    const model = draftForm(content);
    expect(model.sections[0]?.header).toContain('Проект: справка не зафиксирована');
    expect(plainText(model)).not.toContain('SHA-256');
  });

  test('a blank has the five heads and no figure, no rule, no name', () => {
    const text = words(plainText(blankForm(null)));
    expect(text).toContain('с «___» ______________ 20___ года по «___» ______________ 20___ года');
    expect(text).toContain('заявленным в обращениях родителей');
    expect(text).not.toMatch(/\d{4}|Применённое|Незнамова/u);
  });

  test('a school without executor prints no empty executor line', () => {
    const bare = { ...content, executor: { name: null, phone: null } };
    expect(plainText(summaryForm(bare, ''))).not.toContain('Исполнитель');
  });
});

describe('paper', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await keptChromium();
  });

  const long = {
    ...current,
    school: { ...content.school, municipality: `Зареченский ${'муниципальный '.repeat(9)}округ` },
  };
  test.each([
    ['final', summaryForm(current, sealed.sha256)],
    ['of an earlier program', summaryForm(content, sealed.sha256)],
    ['with a long name', summaryForm(long, sealed.sha256)],
    ['draft', draftForm(content)],
    ['blank', blankForm(null)],
  ])('%s fits one landscape page', async (_, model) => {
    const pdf = await htmlToPdf(browser, renderPrintHtml(model, defaultPaper));
    expect(pdfPageCount(pdf)).toBe(1);
    const xml = (await docxParts(await renderDocx(model, defaultPaper))).get('word/document.xml');
    expect(xml).toContain('w:orient="landscape"');
  });
});

describe('workbook', () => {
  test('one landscape page wide, borders, print area; hours are a number', async () => {
    const bytes = await summaryWorkbook(sealed);
    const parts = await docxParts(bytes);
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toMatch(/<pageSetup[^>]*orientation="landscape"/u);
    expect(sheet).toMatch(/<pageSetup[^>]*fitToWidth="1"/u);
    expect(parts.get('xl/workbook.xml')).toContain('_xlnm.Print_Area');
    const workbook = await readWorkbook(bytes);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Справка', 'Данные']);
    expect(visibleFigures(workbook)).toEqual([1, 17, 23, 12.5, 9]);
    const rows =
      workbook.sheets[0]?.rows.map((row) => words(row.map((value) => value as string).join(' '))) ??
      [];
    expect(words(rows.slice(0, 5).join(' ').replace('Зареченский городской округ', ''))).toBe(
      appendix().slice(0, appendix().indexOf(' Количество общеобразовательных')),
    );
  });

  test('the package comes back whole and its hash holds', async () => {
    const workbook = await readWorkbook(await summaryWorkbook(sealed));
    const back = packageOfWorkbook(workbook) as typeof sealed;
    expect(back).toEqual(sealed);
    const { sha256, ...rest } = back;
    expect(contentHash(rest)).toBe(sha256);
  });

  test('a workbook of something else has no package', async () => {
    const foreign = { format: 'xlsx', date1904: false, sheets: [] } as const;
    expect(packageOfWorkbook(foreign)).toBeNull();
    expect(visibleFigures(foreign)).toBeNull();
    const broken = {
      ...foreign,
      sheets: [{ name: 'Данные', rows: [['package', '', '{"kind":']] }],
    };
    expect(packageOfWorkbook(broken)).toBeNull();
  });
});
