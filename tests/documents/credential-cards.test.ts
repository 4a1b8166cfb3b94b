import { beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import { defaultPaper } from '../support/paper.ts';
import type { Card } from '../../src-main/features/credentials/forms/cards.ts';
import { cardCells, cardsDocument } from '../../src-main/features/credentials/forms/cards.ts';
import { keptChromium } from '../support/chromium.ts';
import { htmlToPdf, pdfPageCount } from '../support/pictures.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await keptChromium();
});

const usual: Card = {
  owner: 'student',
  fullName: 'Иванов Иван Иванович',
  about: ['5А класс'],
  kind: 'password',
  login: 'ivanov12',
  secret: 'q7wk29xa',
};
const long: Card = {
  owner: 'guardian',
  fullName: 'Христорождественская-Преображенская Александра-Виктория Константиновна',
  about: ['Ученик(ца): Христорождественский Александр-Виктор Константинович, 11Б класс'],
  kind: 'password',
  login: 'hristorozhdestvenskaya.aleksandra-viktoriya@belgorod.example',
  secret: 'Il1O0o|lI-oO08B',
};
const esia: Card = { ...long, kind: 'esia', login: null, secret: null };
const manyChildren: Card = {
  ...usual,
  owner: 'guardian',
  about: [
    `Дети: ${['1А', '5Б', '11В'].map((name) => `Иванов Константин Константинович, ${name}`).join('; ')}`,
  ],
};
const siteUrl =
  'https://sh-open.example/auth/login-page?region=belgorodskaya-oblast&school=1234567&role=parent';

test.each([
  ['usual', usual, null],
  ['usual with an address', usual, siteUrl],
  ['the longest names and logins', long, siteUrl],
  ['without a password', esia, siteUrl],
  ['of several children', manyChildren, siteUrl],
])('eight cards on a sheet: %s', async (_name, card, url) => {
  const issuer = {
    school: { shortName: 'МБОУ «СОШ № 7 с УИОП»' },
    rules: { systemName: 'БАРС-электронная школа', siteUrl: url },
  };
  const margins = { left: 30, right: 15, top: 20, bottom: 20 };
  for (const paper of [defaultPaper, { ...defaultPaper, margins, fontSizePt: 12 }]) {
    const cells = cardCells(
      Array.from({ length: 3 * 8 }, () => card),
      issuer,
    );
    const html = renderPrintHtml(cardsDocument(cells, paper), paper);
    expect(pdfPageCount(await htmlToPdf(browser, html))).toBe(3);
  }
});
