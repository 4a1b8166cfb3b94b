import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StatementKindName } from '../../src-main/contract/statements-fields.ts';
import { keptChromium } from '../support/chromium.ts';
import { docxText } from '../support/docx-text.ts';
import { htmlToPdf, onHtml, pdfPageCount, testFontBaseUrl } from '../support/pictures.ts';
import { openFamily, type Family } from '../contract/statements/family.ts';
import { sourcePassage } from '../support/fixtures.ts';

let family: Family;
let browser: Browser;
const ids = new Map<StatementKindName, number>();

const kinds = ['refusal', 'impossibility', 'annulment', 'consent-14'] as const;

/** A family with long, doubtful names and a long address. */
beforeAll(async () => {
  browser = await keptChromium();
  family = await openFamily();
  const { call } = family.school.office;
  await call('people.saveGuardian', {
    id: family.mother,
    lastName: 'Константинопольская-Преображенская',
    firstName: 'Алевтина',
    middleName: 'Владиславовна',
    phone: '+79200000002',
    address:
      '308000, Белгородская область, Заречный городской округ, село Верхняя Покровка-на-Донце, переулок Первомайский 2-й, дом 14, корпус 3, квартира 128',
  });
  await call('people.saveClass', {
    id: family.school.class8,
    parallel: 8,
    letter: 'А',
    classTeacherId: family.school.teacher,
  });
  const add = async (kind: StatementKindName, change: Parameters<Family['register']>[0]) => {
    const { guardianId, form } = await call('statements.draft', {
      kind,
      studentId: family.anna,
      guardianId: family.mother,
    });
    expect(guardianId).toBe(family.mother);
    const { address, phone } = form;
    ids.set(kind, (await family.register({ kind, address, phone, ...change })).id);
  };
  await add('impossibility', {
    reason: 'отсутствие домашнего компьютера с доступом к сети интернет',
  });
  await add('refusal', { reason: 'удобнее бумажный дневник', offered: true });
  await add('consent-14', { passportShown: true, date: '2026-03-05', registeredOn: '2026-03-05' });
  await add('annulment', {
    date: '2026-03-12',
    registeredOn: '2026-03-13',
    resumeOn: '2026-03-16',
    issueCredentials: true,
  });
});
afterAll(async () => {
  await family.school.office.close();
});

const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Set OFFICE_PICTURES to a folder to look at the forms by eye. */
const pictures = process.env['OFFICE_PICTURES'];

const file = async (name: 'printing.html' | 'printing.docx', document: string) => {
  const { call, office } = family.school.office;
  const { handle } = await call(name, { document });
  return readFile((await office.locate(handle)).path);
};

const texts = async (document: string, name: string) => {
  const html = (await file('printing.html', document))
    .toString('utf8')
    .replaceAll('../fonts', testFontBaseUrl);
  const docx = await file('printing.docx', document);
  const pdf = await htmlToPdf(browser, html);
  if (pictures) {
    await writeFile(join(pictures, `${name}.docx`), docx);
    await writeFile(join(pictures, `${name}-print.pdf`), pdf);
  }
  const print = words(
    await onHtml(browser, html, (page) => page.evaluate(() => globalThis.document.body.innerText)),
  );
  return { print, word: words(await docxText(docx)), pages: pdfPageCount(pdf) };
};

/** Forms are laid out once for all that is looked at in them. */
const made = new Map<string, ReturnType<typeof texts>>();
const once = (name: string, print: () => Promise<{ readonly document: string }>) => {
  const known = made.get(name) ?? print().then(({ document }) => texts(document, name));
  made.set(name, known);
  return known;
};

const filled = (kind: StatementKindName) =>
  once(kind, () => family.school.office.call('statements.print', { id: ids.get(kind) ?? 0 }));
const blank = (kind: StatementKindName) =>
  once(`${kind}-blank`, () => family.school.office.call('statements.printBlank', { kind }));

/** S2 with single spaces: the phrase stands in it between «…». */
const source = words(sourcePassage('s2-paragraph-7'));
const phrase =
  /«(?<words>родитель проинформирован о том.*?самостоятельно на каждом занятии\))»/u.exec(source)
    ?.groups?.['words'] ?? 'the source has no phrase';

describe('every form, filled and blank, is one page with the same words in Word and in print', () => {
  test.each(kinds)('%s', async (kind) => {
    const one = await filled(kind);
    expect(one.word).toBe(one.print);
    expect(one.pages).toBe(1);
    const other = await blank(kind);
    expect(other.word).toBe(other.print);
    expect(other.pages).toBe(1);
    for (const { print } of [one, other])
      expect(print).toMatch(/Вх\. № ?.*Дата.*Принял \(подпись, расшифровка\)/u);
  });
});

describe('the words of the forms', () => {
  test('a refusal: header in the right cases, the phrase of S2 word for word', async () => {
    const { print } = await filled('refusal');
    expect(print).toContain('Директору МБОУ «СОШ № 7» Соколовой-Преображенской М. К.');
    expect(print).toContain('от Константинопольской-Преображенской Алевтины Владиславовны');
    expect(print).toContain(phrase);
    expect(print).toContain('Причина отказа: удобнее бумажный дневник.');
    expect(print).toContain('2 марта 2026 г.');
    expect(print).toContain('Константинопольская-Преображенская А. В.');
    expect((await blank('refusal')).print).toContain(phrase);
  });

  test('only a refusal has the phrase', async () => {
    for (const kind of kinds.slice(1)) {
      expect((await filled(kind)).print).not.toContain('проинформирован');
      expect((await blank(kind)).print).not.toContain('проинформирован');
    }
  });

  test('an annulment and a consent name the refusal; the consent is the student’s own', async () => {
    const annulment = (await filled('annulment')).print;
    expect(annulment).toContain('моё заявление от 2 марта 2026 г. № 2/2026');
    expect(annulment).toContain('в электронном виде с 16 марта 2026 г.');
    expect(annulment).not.toContain('г..');
    const consent = (await filled('consent-14')).print;
    expect(consent).toContain('от Ивановой Анны Сергеевны');
    expect(consent).toContain('СОГЛАСИЕ');
    expect(consent).toContain('Белова О. И.');
    expect(consent).toContain('дата рождения 2 февраля 2012 г.,');
  });

  test('a wording changed later does not change a registered statement', async () => {
    const { call } = family.school.office;
    const text =
      'Прошу {{обязательная фраза}} для {{фио ученика род}} из {{класс}} класса ({{система}}).';
    await call('statements.saveWording', { kind: 'refusal', text });
    made.clear();
    expect((await filled('refusal')).print).toContain('Отказываюсь от получения');
    expect((await blank('refusal')).print).toContain(`Прошу ${phrase} для`);
    await call('statements.resetWording', { kind: 'refusal' });
  });

  test('many statements are one document, each from a new page', async () => {
    const { document } = await family.school.office.call('statements.printMany', {
      ids: [...ids.values()],
    });
    expect((await texts(document, 'many')).pages).toBe(4);
  });
});
