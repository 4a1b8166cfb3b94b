import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';

const sumFile = (copy: string): string => `${copy}.sha256`;

const sha256Of = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

/** Writes the sum of `file` beside `copy`, under whose name the file will stand: `sha256sum -c`. */
export const keepSum = async (file: string, copy: string): Promise<void> => {
  const line = `${await sha256Of(file)}  ${basename(copy)}\n`;
  await writeFile(sumFile(copy), line, { flush: true });
};

/**
 * Compares a copy with the sum kept beside it: a changed bit inside a value is seen only so.
 * Copies made before 0.2.0 and files copied by hand have none. A sum file that holds no sum (empty
 * after a power cut) tells nothing of its copy, which would otherwise be thrown away as damaged.
 */
export const compareSum = async (copy: string): Promise<'same' | 'changed' | 'no-sum'> => {
  if (!existsSync(sumFile(copy))) return 'no-sum';
  const [kept = ''] = readFileSync(sumFile(copy), 'utf8').split(/\s/u);
  if (!/^[\da-f]{64}$/iu.test(kept)) return 'no-sum';
  return kept.toLowerCase() === (await sha256Of(copy)) ? 'same' : 'changed';
};
