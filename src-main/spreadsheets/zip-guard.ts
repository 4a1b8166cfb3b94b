import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { ReadLimits } from './limits.ts';
import { asRefusal, refuseFile } from './refusals.ts';

export interface ZipContent {
  readonly names: readonly string[];
  /** Text of the one entry that was asked to be kept. */
  readonly kept: string | null;
}

/**
 * Inflates every entry of the zip once, keeping only `keep`, and stops at the first broken bound.
 * Declared sizes are judged first, so that an honest bomb is refused before any inflating; a lying
 * one stops at the limit.
 * Errors: `file-zip-bomb`, `file-encrypted`, `file-truncated`, `file-unreadable`.
 */
export const inspectZip = async (
  bytes: Uint8Array,
  limits: ReadLimits,
  keep: string,
): Promise<ZipContent> => {
  const zip = await openZip(bytes);
  try {
    const entries = await listEntries(zip, limits);
    const kept: Buffer[] = [];
    let inflated = 0;
    for (const entry of entries) {
      const into = entry.fileName === keep ? kept : null;
      inflated += await inflatedSize(zip, entry, limits.inflatedBytes - inflated, into);
      checkTotals(inflated, bytes.length, limits);
    }
    const names = entries.map((entry) => entry.fileName);
    return { names, kept: names.includes(keep) ? Buffer.concat(kept).toString('utf8') : null };
  } catch (error) {
    throw asRefusal(error);
  } finally {
    zip.close();
  }
};

const openZip = async (bytes: Uint8Array): Promise<ZipFile> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    // Sizes are compared here, by counting: yauzl would report a lying entry as plain damage.
    return await fromBufferPromise(buffer, { validateEntrySizes: false });
  } catch (error) {
    // The list of contents stands at the end of a zip: a file cut short loses it.
    throw refuseFile('file-truncated', '', error);
  }
};

const listEntries = async (zip: ZipFile, limits: ReadLimits): Promise<readonly Entry[]> => {
  if (zip.entryCount > limits.zipEntries) throw refuseFile('file-zip-bomb');
  const entries: Entry[] = [];
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw refuseFile('file-encrypted');
    declared += entry.uncompressedSize;
    if (declared > limits.inflatedBytes) throw refuseFile('file-zip-bomb');
    entries.push(entry);
  }
  return entries;
};

const inflatedSize = async (
  zip: ZipFile,
  entry: Entry,
  allowed: number,
  into: Buffer[] | null,
): Promise<number> => {
  if (entry.fileName.endsWith('/')) return 0;
  const stream = await zip.openReadStreamPromise(entry);
  let size = 0;
  // Leaving the loop by a throw destroys the stream, so inflating ends at the limit.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > allowed) throw refuseFile('file-zip-bomb');
    into?.push(chunk);
  }
  return size;
};

const checkTotals = (inflated: number, packed: number, limits: ReadLimits): void => {
  if (inflated > limits.ratioFromBytes && inflated / packed > limits.ratio)
    throw refuseFile('file-zip-bomb');
};
