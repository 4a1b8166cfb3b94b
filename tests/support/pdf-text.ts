import { inflateSync } from 'node:zlib';

/** Text of a PDF that Chromium printed: glyphs of its fonts back to letters by their own tables. */

const objectsOf = (pdf: Uint8Array): ReadonlyMap<string, string> => {
  const text = Buffer.from(pdf).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of text.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/gu))
    objects.set(id, body);
  return objects;
};

const streamOf = (object: string): string => {
  const at = /stream\r?\n/u.exec(object);
  if (!at) return '';
  const bytes = Buffer.from(object.slice(at.index + at[0].length), 'latin1');
  const head = object.slice(0, at.index);
  return (head.includes('FlateDecode') ? inflateSync(bytes, { finishFlush: 2 }) : bytes).toString(
    'latin1',
  );
};

type Letters = ReadonlyMap<number, string>;

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** The `ToUnicode` table of a font: glyph number to letters. */
const lettersOf = (table: string): Letters => {
  const letters = new Map<number, string>();
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu))
    for (const [, glyph = '', code = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/gu))
      letters.set(Number.parseInt(glyph, 16), utf16(code));
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu))
    for (const [, from = '', to = '', code = ''] of block.matchAll(
      /<(\w+)>\s*<(\w+)>\s*<(\w+)>/gu,
    )) {
      const first = Number.parseInt(from, 16);
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph += 1)
        letters.set(glyph, String.fromCodePoint(Number.parseInt(code, 16) + glyph - first));
    }
  return letters;
};

const fontsOf = (objects: ReadonlyMap<string, string>): ReadonlyMap<string, Letters> => {
  const fonts = new Map<string, Letters>();
  for (const [id, body] of objects) {
    const table = /\/ToUnicode (\d+) 0 R/u.exec(body)?.[1];
    if (table !== undefined) fonts.set(`F${id}`, lettersOf(streamOf(objects.get(table) ?? '')));
  }
  return fonts;
};

const textOf = (stream: string, fonts: ReadonlyMap<string, Letters>): string => {
  let letters: Letters = new Map();
  let text = '';
  for (const [, font, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/gu)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    for (const [glyph] of (shown ?? '').matchAll(/.{4}/gu))
      text += letters.get(Number.parseInt(glyph, 16)) ?? '';
  }
  return text;
};

/**
 * Letters of every page in the order of drawing, without the spaces of the layout: compare with
 * texts stripped of spaces. Empty when the file was written by something else than Chromium.
 */
export const pdfLetters = (pdf: Uint8Array): string => {
  const objects = objectsOf(pdf);
  const fonts = fontsOf(objects);
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Page(?![a-zA-Z])/u.test(body))
    .map((page) => /\/Contents (\d+) 0 R/u.exec(page)?.[1] ?? '')
    .map((id) => textOf(streamOf(objects.get(id) ?? ''), fonts))
    .join('\n')
    .replace(/[ \u00A0]/gu, '');
};
