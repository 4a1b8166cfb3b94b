import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Office, openOffice } from '../../src-main/app/office.ts';
import type { Logger } from '../../src-main/ports/logger.ts';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';

const log: Logger = {
  info: () => undefined,
  warn: () => undefined,
  error: (_message, error) => {
    throw error;
  },
};

/** Generated inputs that later rounds use again; removed by hand or by the system. */
export const cacheFolder = (): string => {
  const folder = join(tmpdir(), 'school-office-bench');
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  return folder;
};

export const openBenchOffice = (folder: string): Promise<Office> =>
  openOffice({
    folder,
    program: 'bench',
    actor: 'bench',
    clock: { now: () => Date.parse('2026-03-02T09:00:00Z'), today: () => '2026-03-02' },
    log,
    tables: { read: (bytes) => readWorkbook(bytes) },
  });

/** A fresh office on an empty folder, removed afterwards. */
export const withFreshOffice = async (work: (office: Office) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'school-office-bench-'));
  const office = await openBenchOffice(folder);
  try {
    await work(office);
  } finally {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
