import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { cacheFolder } from './office.ts';
import { schoolFile } from '../../tests/support/fixtures.ts';

const copies = 20;

const letters = 'абвгдежзиклмнопрстуф';

/** The contingent of school-a twenty times over, each copy with its own surnames: 13,000 rows. */
export const bigContingent = async (): Promise<Uint8Array> => {
  const file = join(cacheFolder(), 'contingent-x20.xlsx');
  if (existsSync(file)) return readFileSync(file);
  const { sheets } = await readWorkbook(readFileSync(schoolFile('kontingent.xlsx')));
  const rows = sheets[0]?.rows ?? [];
  const first = rows.findIndex((row) =>
    /^\d{1,2}[А-Я]$/u.test(typeof row[0] === 'string' ? row[0] : ''),
  );
  const head = rows.slice(0, first);
  const body = rows.slice(first);
  const plain = (row: (typeof rows)[number]) =>
    row.map((cell) =>
      cell !== null && typeof cell === 'object' ? new Date(`${cell.date}T00:00:00Z`) : cell,
    );
  const all = Array.from({ length: copies }, (_, copy) =>
    body.map((row) =>
      plain(row).map((cell, col) => (col === 1 ? `${String(cell)}${letters[copy]}` : cell)),
    ),
  ).flat();
  const bytes = await writeXlsx({
    sheets: [{ name: 'Контингент', rows: [...head.map(plain), ...all] as never }],
  });
  writeFileSync(file, bytes);
  return bytes;
};
