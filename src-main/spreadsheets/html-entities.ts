const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  shy: '\u00ad',
  numero: '№',
};

const codePoint = (code: number, whole: string): string =>
  code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;

/** Decodes the character references met in exported tables; unknown ones stay as written. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, dec, name) => {
        if (hex) return codePoint(Number.parseInt(String(hex), 16), whole);
        if (dec) return codePoint(Number(dec), whole);
        return NAMED[String(name).toLowerCase()] ?? whole;
      })
    : text;
