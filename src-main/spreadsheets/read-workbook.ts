import { assertNever } from '../contract/errors.ts';
import type { Row, Sheet, Workbook, WorkbookFormat } from './workbook.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { ReadLimits } from './limits.ts';
import { asRefusal, refuseFile } from './refusals.ts';
import { containerOf, markupOf } from './recognise.ts';
import { checkRepeats } from './ods-guard.ts';
import { inspectZip } from './zip-guard.ts';
import { decodeText } from './decode-text.ts';
import { readDelimited } from './read-delimited.ts';
import { readExcel } from './read-excel.ts';
import { readHtml } from './read-html.ts';

export interface ReadOptions {
  /** Bounds that differ from the usual ones (tests, machines with little memory). */
  readonly limits?: Partial<ReadLimits>;
}

/**
 * Reads a table file, recognising it by content only (formats.md, «Encodings»).
 * Plain function without state: fit for a worker thread, which the caller should bound in memory
 * and time on top of the limits kept here.
 * Errors: `file-empty`, `file-too-big`, `file-zip-bomb`, `file-truncated`, `file-encrypted`,
 * `file-unknown-format`, `file-unreadable` (the reading library's own error is the `cause`).
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Workbook> => {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  if (bytes.length === 0) throw refuseFile('file-empty');
  if (bytes.length > limits.fileBytes) throw refuseFile('file-too-big');
  try {
    const book = await readByContainer(bytes, limits);
    if (!book.sheets.some((sheet) => sheet.rows.some(isFilled))) throw refuseFile('file-empty');
    return book;
  } catch (error) {
    throw asRefusal(error);
  }
};

const isFilled = (row: Row): boolean => row.some((cell) => cell !== null);

const readByContainer = (bytes: Uint8Array, limits: ReadLimits): Promise<Workbook> | Workbook => {
  const container = containerOf(bytes);
  switch (container) {
    case 'zip':
      return readZip(bytes, limits);
    case 'ole':
      return readOle(bytes, limits);
    case 'biff':
      return { format: 'xls', ...readExcel(bytes, limits) };
    case 'text':
      return readText(bytes, limits);
    case 'foreign':
      throw refuseFile('file-unknown-format');
    default:
      return assertNever(container);
  }
};

const zipFormat = (names: readonly string[]): WorkbookFormat => {
  if (names.some((name) => /^\/?xl\/workbook\./i.test(name))) return 'xlsx';
  if (names.includes('content.xml')) return 'ods';
  if (names.some((name) => name.startsWith('word/')))
    throw refuseFile('file-unknown-format', 'Выбран документ Word.');
  throw refuseFile('file-unknown-format', 'Если это архив, распакуйте его и выберите таблицу.');
};

const readZip = async (bytes: Uint8Array, limits: ReadLimits): Promise<Workbook> => {
  const { names, kept } = await inspectZip(bytes, limits, 'content.xml');
  const format = zipFormat(names);
  if (kept !== null) checkRepeats(kept, limits);
  return { format, ...readExcel(bytes, limits) };
};

/** Names in a compound file's directory are UTF-16LE, so the stream is found by its bytes. */
const hasStream = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from(name, 'utf16le'),
  );

const readOle = (bytes: Uint8Array, limits: ReadLimits): Workbook => {
  checkOleLength(bytes);
  if (hasStream(bytes, 'EncryptedPackage')) throw refuseFile('file-encrypted');
  if (!hasStream(bytes, 'Workbook') && !hasStream(bytes, 'Book'))
    throw refuseFile('file-unknown-format');
  return { format: 'xls', ...readExcel(bytes, limits) };
};

/**
 * A compound file is a header of 512 bytes and whole sectors. The header tells where the directory
 * stands and how many sectors of allocation table there are, each of which but the last is full:
 * fewer bytes mean a cut file.
 */
const checkOleLength = (bytes: Uint8Array): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sector = 2 ** view.getUint16(30, true);
  const tables = view.getUint32(44, true);
  const directory = view.getUint32(48, true);
  const sectors = Math.max((tables - 1) * (sector / 4), directory + 1);
  if (bytes.length < 512 + sectors * sector) throw refuseFile('file-truncated');
};

const readText = (bytes: Uint8Array, limits: ReadLimits): Workbook => {
  const { text, encoding } = decodeText(bytes);
  const markup = markupOf(text);
  if (markup === 'xml') return { format: 'xml', encoding, ...readExcel(text, limits) };
  if (markup === 'html') {
    const sheets = readHtml(text, limits);
    if (sheets.length === 0) throw refuseFile('file-unknown-format', 'На странице нет таблицы.');
    return bounded({ format: 'html', encoding, date1904: false, sheets }, limits);
  }
  if (/^[\s;,]*$/.test(text)) throw refuseFile('file-empty');
  const { format, rows } = readDelimited(text, limits);
  const sheets: readonly Sheet[] = [{ name: 'Текст', rows }];
  return bounded({ format, encoding, date1904: false, sheets }, limits);
};

const bounded = (book: Workbook, limits: ReadLimits): Workbook => {
  let cells = 0;
  for (const sheet of book.sheets) {
    if (sheet.rows.length > limits.sheetRows) throw refuseFile('file-too-big');
    for (const row of sheet.rows) cells += row.length;
  }
  if (cells > limits.cells) throw refuseFile('file-too-big');
  return book;
};
