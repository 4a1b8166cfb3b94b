import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { keptChromium } from '../../support/chromium.ts';
import { docxText } from '../../support/docx-text.ts';
import { htmlToPdf, openHtml, pdfPageCount } from '../../support/pictures.ts';
import type { Families } from './support.ts';
import { addCredential, openFamilies } from './support.ts';

let families: Families;
let browser: Browser;
beforeAll(async () => {
  browser = await keptChromium();
  families = await openFamilies();
  const { office, young, elder, mother, father } = families;
  await office.call('settings.saveCredentials', {
    takeBackMinutes: 0,
    siteUrl: 'https://дневник.example/вход',
  });
  await addCredential(office, 'student', young, 'anna');
  await addCredential(office, 'student', elder, 'petr');
  await addCredential(office, 'guardian', mother, 'mama');
  await addCredential(office, 'guardian', father, 'papa');
  await office.call('credentials.save', {
    id: null,
    owner: 'guardian',
    ownerId: father,
    kind: 'esia',
    login: null,
    secret: null,
  });
});
afterAll(async () => {
  await families.office.close();
});

const call: Families['office']['call'] = (...args) => families.office.call(...args);

const bytesOf = async (name: 'printing.html' | 'printing.docx', document: string) =>
  (await families.office.office.read((await call(name, { document })).handle)).bytes;

const htmlOf = async (document: string): Promise<string> =>
  new TextDecoder().decode(await bytesOf('printing.html', document));

const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const shownText = async (document: string): Promise<string> => {
  const page = await openHtml(browser, await htmlOf(document));
  try {
    return words(await page.evaluate(() => globalThis.document.body.innerText));
  } finally {
    await page.close();
  }
};

const cardsOf = (filters: object) => call('credentials.printCards', { selection: { filters } });

test('cards say whose they are, how to enter, and that nobody else may', async () => {
  const made = await cardsOf({});
  expect(made).toMatchObject({ cards: 5, skipped: 0 });
  const text = await shownText(made.document);
  expect(text.match(/РОДИТЕЛЬ/gu)).toHaveLength(3);
  expect(text.match(/УЧЕНИК/gu)).toHaveLength(2);
  expect(text.match(/Не передавать третьим лицам!/gu)).toHaveLength(5);
  expect(text).toContain('Дети: Ёлкина Анна Петровна, 2А; Ёлкин Пётр Петрович, 8Б');
  expect(text).toContain('Логин: petr Пароль: тайна-petr');
  expect(text).toContain('Вход через Госуслуги (ЕСИА), пароль школа не выдаёт.');
  expect(text.match(/Пароль:/gu)).toHaveLength(4);
  const docx = await bytesOf('printing.docx', made.document);
  expect(words(await docxText(docx))).toBe(text);
});

test('printing marks nothing; revoked and wiped ones are left out', async () => {
  const rows = async () => (await call('credentials.list', {})).rows;
  const before = await rows();
  await cardsOf({ className: '2А' });
  expect(await rows()).toEqual(before);
  const { rows: own } = await call('credentials.list', { search: 'papa' });
  const id = own[0]?.id ?? 0;
  const given = { receivedBy: 'guardian', receiverId: null, signed: true } as const;
  await call('credentials.issue', { ids: [id], ...given });
  expect(await cardsOf({ guardianId: families.father })).toMatchObject({ cards: 1, skipped: 1 });
  const refused = await families.office.refusal('credentials.printCards', {
    selection: { ids: [id] },
  });
  expect(refused.code).toBe('nothing-to-print');
});

test('a cancelled run of cards leaves no document and an unchanged ledger', async () => {
  const before = (await call('credentials.list', {})).rows;
  const stop = new AbortController();
  stop.abort();
  const { office } = families.office;
  const stages: string[] = [];
  const reply = await office.call(
    'credentials.printCards',
    { selection: { filters: {} } },
    { signal: stop.signal, onProgress: ({ stage }) => stages.push(stage) },
  );
  expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(stages).toEqual(['cards']);
  expect((await call('credentials.list', {})).rows).toEqual(before);
});

test('table 1: who signs for what, sorted by class; never a password', async () => {
  const { document, rows } = await call('credentials.printLedger', { table: 1 });
  expect(rows).toBe(4);
  const text = await shownText(document);
  expect(text).toContain(
    '№ п/п ФИО родителя (законного представителя) ФИО ученика Класс Что выдано Дата Подпись',
  );
  expect(text).toContain(
    'Ёлкина Мария Игоревна Ёлкина Анна Петровна 2А Логин и пароль родителя; логин и пароль ученика',
  );
  expect(text).toContain(
    'Ёлкин Пётр Ильич Ёлкина Анна Петровна 2А Логин и пароль родителя 02.03.2026',
  );
  expect(text).toContain('4 Ёлкина Мария Игоревна Ёлкин Пётр Петрович 8Б Логин и пароль родителя');
  expect(text).not.toContain('тайна');
});

test('table 2: only students who may sign for themselves', async () => {
  const { document, rows } = await call('credentials.printLedger', { table: 2 });
  expect(rows).toBe(1);
  const text = await shownText(document);
  expect(text).toContain('№ п/п ФИО ученика Класс Дата Подпись Выдал 1 Ёлкин Пётр Петрович 8Б');
  expect(text).not.toContain('Анна');
  const none = await families.office.refusal('credentials.printLedger', {
    table: 2,
    className: '2А',
  });
  expect(none.code).toBe('nothing-to-print');
});

test('a blank ledger of many rows repeats its head and goes on counting', async () => {
  const { document } = await call('credentials.printLedger', {
    table: 2,
    blank: true,
    blankRows: 60,
  });
  const html = await htmlOf(document);
  expect(pdfPageCount(await htmlToPdf(browser, html))).toBe(3);
  expect(html.match(/<thead>/gu)).toHaveLength(1);
  expect(await shownText(document)).toContain(' 60 ');
});
