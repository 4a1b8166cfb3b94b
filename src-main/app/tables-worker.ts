import { parentPort, workerData } from 'node:worker_threads';
import { OfficeError } from '../contract/errors.ts';
import type { ErrorReply } from '../contract/errors.ts';
import { readWorkbook } from '../spreadsheets/read-workbook.ts';
import type { Workbook } from '../spreadsheets/workbook.ts';

export type TablesAnswer =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly error: ErrorReply };

/** Entry of a thread that reads one workbook and ends; anything but a refusal is a bug. */
const read = async (bytes: Uint8Array): Promise<TablesAnswer> => {
  try {
    return { ok: true, workbook: await readWorkbook(bytes) };
  } catch (error) {
    if (error instanceof OfficeError) return { ok: false, error: error.toReply() };
    throw error;
  }
};

parentPort?.postMessage(await read(workerData as Uint8Array));
