/** What the first bytes say; a file's name and extension are never asked. */
export type Container = 'zip' | 'ole' | 'biff' | 'foreign' | 'text';

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

/** Files that decode as text or look like nothing, yet are known not to be tables. */
const FOREIGN: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // {\rtf
  [0x52, 0x61, 0x72, 0x21], // Rar!
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x1f, 0x8b], // gzip
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x4d, 0x5a], // MZ, a program
];

/** Recognises the container by its first bytes (the start of a text, decoded, for HTML and XML). */
export const containerOf = (bytes: Uint8Array): Container => {
  if (startsWith(bytes, 0x50, 0x4b)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  // Excel 2–5 also wrote bare record streams: a BOF record of one of its four kinds.
  if (bytes[0] === 0x09 && [0, 2, 4, 8].includes(bytes[1] ?? -1)) return 'biff';
  return FOREIGN.some((signature) => startsWith(bytes, ...signature)) ? 'foreign' : 'text';
};

/** Tells HTML and «XML Spreadsheet 2003» from plain text. */
export const markupOf = (text: string): 'html' | 'xml' | null => {
  const start = text.slice(0, 4096).trimStart();
  if (!start.startsWith('<')) return null;
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(start) && !/<html/i.test(start))
    return 'xml';
  return /<(?:html|table|!doctype html|head|body|meta|div)\b/i.test(start) ? 'html' : null;
};
