/** What a .docx file says, read from its XML without the library that wrote it. */

import { fromBufferPromise } from 'yauzl';

/** All parts of the package by their path. */
export const docxParts = async (file: Uint8Array): Promise<ReadonlyMap<string, string>> => {
  const zip = await fromBufferPromise(Buffer.from(file));
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
  }
  return parts;
};

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Text of the document's body in order: a paragraph and a `w:br` end a line. */
export const docxText = async (file: Uint8Array): Promise<string> => {
  const xml = (await docxParts(file)).get('word/document.xml') ?? '';
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<\/w:p>/g)]
    .map(([, text]) => text ?? '\n')
    .join('')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => entities[name] ?? '');
};
