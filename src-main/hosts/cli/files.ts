import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Office } from '../../app/office.ts';
import { callTyped } from '../../app/office.ts';
import { fileFailure, makeFolder, writeOne } from '../../app/safe-write.ts';
import { outputFile } from '../../contract/fields.ts';
import type { OutputFile } from '../../contract/fields.ts';
import { documentOutput } from '../../contract/printing.ts';
import { OfficeError } from '../../contract/errors.ts';
import { readProduced } from '../shared/outputs.ts';

/**
 * Replaces every `"@path"` of the input by a ticket, where such a file or folder exists: that is
 * how a command line names files for fields that take a handle. Other texts stay as they are.
 */
export const registerPaths = async (office: Office, input: unknown): Promise<unknown> => {
  if (typeof input === 'string') {
    const path = input.startsWith('@') ? resolve(input.slice(1)) : '';
    return path !== '' && existsSync(path) ? office.register(path) : input;
  }
  if (Array.isArray(input)) return Promise.all(input.map((item) => registerPaths(office, item)));
  if (input === null || typeof input !== 'object') return input;
  const entries = Object.entries(input).map(async ([key, value]) => [
    key,
    await registerPaths(office, value),
  ]);
  return Object.fromEntries(await Promise.all(entries));
};

/** The ticket of a file that must exist. */
export const registerFile = (office: Office, path: string): Promise<string> => {
  try {
    if (statSync(path).isFile()) return office.register(resolve(path));
  } catch (error) {
    throw fileFailure(error, path);
  }
  throw new OfficeError('file-is-folder', `«${path}» — не файл. Укажите файл.`);
};

/** Makes the folder for results and gives its full path. */
export const prepareFolder = async (named: string): Promise<string> => {
  const folder = resolve(named);
  try {
    await makeFolder(folder);
  } catch (error) {
    throw fileFailure(error, folder);
  }
  return folder;
};

const findFiles = (data: unknown): readonly OutputFile[] => {
  const file = outputFile.safeParse(data);
  if (file.success) return [file.data];
  return data !== null && typeof data === 'object' ? Object.values(data).flatMap(findFiles) : [];
};

/** A form in the reply is written as DOCX; produced files are written as they are. */
const producedFiles = async (office: Office, data: unknown): Promise<readonly OutputFile[]> => {
  // A form may come with counts beside it.
  const form = documentOutput.loose().safeParse(data);
  if (!form.success) return findFiles(data);
  return [await callTyped(office, 'printing.docx', { document: form.data.document })];
};

/** Bytes of every file that a reply speaks of. */
export const producedBytes = async (
  office: Office,
  data: unknown,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> => {
  const files = await producedFiles(office, data);
  return Promise.all(files.map(({ handle }) => readProduced(office, handle)));
};

/** Writes every file that a reply speaks of into a folder; gives their paths. */
export const saveProduced = async (
  office: Office,
  data: unknown,
  into: string,
): Promise<readonly string[]> => {
  const folder = await prepareFolder(into);
  const paths: string[] = [];
  for (const { name, bytes } of await producedBytes(office, data)) {
    await writeOne(folder, name, bytes);
    paths.push(join(folder, name));
  }
  return paths;
};
