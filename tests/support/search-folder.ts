import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Every file under a folder, at any depth. */
const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

/** How a text may lie in a file: as it is, UTF-16, escaped in JSON, in base64 at any offset, hex. */
const spellings = (text: string): readonly Buffer[] => {
  const plain = Buffer.from(text, 'utf8');
  const base64 = [0, 1, 2].map((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift, 0x20), plain]).toString('base64');
    return padded.slice(shift === 0 ? 0 : 4, Math.floor(((shift + plain.length) * 8) / 6) - 1);
  });
  const escaped = text.replaceAll(
    /[^ -~]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    plain,
    Buffer.from(text, 'utf16le'),
    Buffer.from(escaped),
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(plain.toString('hex')),
    ...base64.filter((part) => part.length > 5).map((part) => Buffer.from(part)),
  ];
};

/** Unpacked members of a ZIP file (DOCX, XLSX, packages): deflate would hide the text. */
const membersOf = (bytes: Buffer): readonly Buffer[] => {
  const members: Buffer[] = [];
  const mark = Buffer.from('PK\u0001\u0002', 'latin1');
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 4)) {
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + size);
    members.push(method === 8 ? inflateRawSync(packed) : packed);
  }
  return members;
};

const layersOf = (bytes: Buffer): readonly Buffer[] =>
  bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
    ? [bytes, ...membersOf(bytes)]
    : [bytes];

export interface Found {
  /** Path inside the folder. */
  readonly file: string;
  /** Which of the secrets, by its place in the list: a report must not print it. */
  readonly secret: number;
}

/**
 * Files under `folder` that hold any of the secrets readably: databases with their WAL, logs,
 * backups, exports, temporary files; also inside ZIP files and in common encodings.
 */
export const searchFolder = (
  folder: string,
  secrets: readonly string[],
): { readonly found: readonly Found[]; readonly files: number } => {
  const wanted = secrets.map(spellings);
  const files = filesUnder(folder);
  const found = files.flatMap((path) => {
    const layers = layersOf(readFileSync(path));
    return wanted.flatMap((forms, secret) =>
      layers.some((layer) => forms.some((form) => layer.includes(form)))
        ? [{ file: relative(folder, path), secret }]
        : [],
    );
  });
  return { found, files: files.length };
};
