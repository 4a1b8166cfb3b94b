import { inflateSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { documentOf, grid, line, portrait, qrCode } from '../../src-main/documents/build.ts';
import { renderDocx } from '../../src-main/documents/docx.ts';
import { renderPrintHtml } from '../../src-main/documents/html.ts';
import { defaultPaper } from '../support/paper.ts';
import { qrPath, qrPng } from '../../src-main/documents/qr-code.ts';
import { plainText } from './plain-text.ts';
import { keptChromium } from '../support/chromium.ts';
import { docxParts, docxText } from '../support/docx-text.ts';
import { openHtml } from '../support/pictures.ts';

const address = 'https://дневник.example/вход?школа=7';
const model = documentOf(
  'Карточки',
  portrait([
    grid(
      2,
      [1, 2, 3].map((at) => [qrCode(address, 21, line(`Карточка ${at}`))]),
    ),
  ]),
);

let browser: Browser;
beforeAll(async () => {
  browser = await keptChromium();
});

/** Dark modules of the picture Word gets, read from its bytes. */
const pngModules = (png: Uint8Array): ReadonlySet<string> => {
  const bytes = Buffer.from(png);
  const { side } = qrPath(address);
  const width = bytes.readUInt32BE(16);
  const dots = width / side;
  const lines = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)));
  const stride = Math.ceil(width / 8) + 1;
  const dark = new Set<string>();
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const at = Math.floor((x + 0.5) * dots);
      const byte = lines[Math.floor((y + 0.5) * dots) * stride + 1 + (at >> 3)] ?? 0;
      if ((byte & (0x80 >> (at & 7))) === 0) dark.add(`${x},${y}`);
    }
  return dark;
};

const pathModules = (path: string): ReadonlySet<string> => {
  const dark = new Set<string>();
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)/gu))
    for (let at = 0; at < Number(run); at += 1) dark.add(`${Number(x) + at},${y}`);
  return dark;
};

test('print and Word show the same modules, with the three corner squares and a light edge', () => {
  const { side, path } = qrPath(address);
  const dark = pathModules(path);
  expect(pngModules(qrPng(address))).toEqual(dark);
  // A corner square is 7×7: dark outside, light ring, dark 3×3 inside.
  for (const [x, y] of [
    [2, 2],
    [side - 9, 2],
    [2, side - 9],
  ] as const) {
    expect([dark.has(`${x},${y}`), dark.has(`${x + 1},${y + 1}`)]).toEqual([true, false]);
    expect(dark.has(`${x + 3},${y + 3}`)).toBe(true);
  }
  expect([...dark].some((place) => /^[01],|,[01]$/u.test(place))).toBe(false);
});

test('Chromium decodes the PNG as it is meant to be', async () => {
  const page = await browser.newPage();
  const url = `data:image/png;base64,${Buffer.from(qrPng(address)).toString('base64')}`;
  const size = await page.evaluate(async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    return image.naturalWidth;
  }, url);
  expect(size % qrPath(address).side).toBe(0);
  await page.close();
});

test('the code stands at the right of its text, 21 mm on a side, in every cell', async () => {
  const page = await openHtml(browser, renderPrintHtml(model, defaultPaper));
  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll('svg.qr')].map((one) => {
      const { left, width, height } = one.getBoundingClientRect();
      const cell = one.closest('tr')?.firstElementChild?.getBoundingClientRect();
      return { width, height, isRight: left >= (cell?.right ?? Infinity) };
    }),
  );
  await page.close();
  expect(boxes).toHaveLength(3);
  for (const { width, height, isRight } of boxes) {
    expect(isRight).toBe(true);
    expect(Math.abs(width - (21 * 96) / 25.4)).toBeLessThan(0.5);
    expect(width).toBeCloseTo(height, 1);
  }
});

test('equal documents with codes are equal files with one picture inside', async () => {
  const [first, second] = [
    await renderDocx(model, defaultPaper),
    await renderDocx(model, defaultPaper),
  ];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  const parts = await docxParts(first);
  expect(
    [...parts.keys()].filter((name) => name.startsWith('word/media/') && !name.endsWith('/')),
  ).toHaveLength(1);
  const ids = [...(parts.get('word/document.xml') ?? '').matchAll(/<wp:docPr id="(\d+)"/gu)];
  expect(ids.map(([, id]) => id)).toEqual(['1', '2', '3']);
  expect((await docxText(first)).replace(/\s+/gu, ' ').trim()).toBe(
    plainText(model).replace(/\s+/gu, ' ').trim(),
  );
});
