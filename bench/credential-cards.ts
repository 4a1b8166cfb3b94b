/**
 * 1,000 cards of the diary to print HTML through the core (secrets unsealed, document made,
 * page written), beside the same texts put into a page by plain string building.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callTyped } from '../src-main/app/office.ts';
import { escapeHtml } from '../src-main/documents/html-text.ts';
import { qrPath } from '../src-main/documents/qr-code.ts';
import { createDatabase, fillPeople, importPasswords } from './support/credentials-school.ts';
import { once, side } from './support/measure.ts';
import { openBenchOffice } from './support/office.ts';

const count = 1000;
const siteUrl = 'https://sh-open.example/auth/login-page?school=1234567';

const plainCards = (): string => {
  const { side, path } = qrPath(siteUrl);
  const cards = Array.from({ length: count }, (_value, index) =>
    [
      'МБОУ «СОШ № 7». Электронный дневник «БАРС»',
      'УЧЕНИК',
      `Иванов-Белоус Константин Отчество${index}`,
      '8А класс',
      `Логин: login${index}`,
      `Пароль: пароль${index}`,
      `Сайт: ${siteUrl}`,
      'Не передавать третьим лицам!',
    ]
      .map((line) => `<p style="font-size:9pt">${escapeHtml(line)}</p>`)
      .join('\n'),
  );
  const code = `<svg viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`;
  return `<!doctype html><table>${cards.map((card) => `<tr><td>${card}</td><td>${code}</td></tr>`).join('\n')}</table>`;
};

const printed = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'school-office-bench-'));
  await createDatabase(folder);
  fillPeople(folder, count, 0);
  const office = await openBenchOffice(folder);
  const password = 'Лошадь батарейка-7';
  await callTyped(office, 'lock.setPassword', { password, repeat: password });
  await callTyped(office, 'settings.saveCredentials', { siteUrl });
  await callTyped(office, 'settings.saveSchool', {
    name: 'Средняя общеобразовательная школа № 7',
    shortName: 'МБОУ «СОШ № 7»',
    code: '0007',
    municipality: 'Заречный городской округ',
    directorName: 'Соколова Мария Константиновна',
  });
  await importPasswords(office, folder, count);
  await once(async () => {
    const { document, cards } = await callTyped(office, 'credentials.printCards', {
      selection: { filters: {} },
    });
    if (cards !== count) throw new Error(`${cards} cards`);
    await callTyped(office, 'printing.html', { document });
  });
  await office.close();
  rmSync(folder, { recursive: true, force: true });
};

if (side() === 'baseline') await once(plainCards);
else await printed();
