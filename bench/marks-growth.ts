/**
 * How the cost of imports grows from 10,000 to 1,000,000 marks: the subject imports ten times as
 * many as the baseline, by files of one school year each.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callTyped } from '../src-main/app/office.ts';
import { makeSchool, textFile } from './support/marks-school.ts';
import { once, side } from './support/measure.ts';
import { openBenchOffice } from './support/office.ts';

/** Rounded: 2,520 marks a class. */
const sizes: Readonly<Record<string, { readonly years: number; readonly rooms: number }>> = {
  '10k': { years: 1, rooms: 4 },
  '100k': { years: 1, rooms: 40 },
  '1M': { years: 10, rooms: 40 },
};

const [small = '10k', big = '100k'] = process.argv.slice(3);
const size = sizes[side() === 'baseline' ? small : big];
if (!size) throw new Error(Object.keys(sizes).join(', '));
const startYears = Array.from({ length: size.years }, (_, at) => 2025 - at);
const folder = mkdtempSync(join(tmpdir(), 'school-office-bench-'));
await makeSchool(folder, startYears, size.rooms);
const files: string[] = [];
for (const year of startYears) files.push(await textFile(year, size.rooms));
const office = await openBenchOffice(folder);
await once(async () => {
  for (const file of files) {
    const handle = await office.register(file);
    const { plan } = await callTyped(office, 'marks.previewImport', { files: [{ file: handle }] });
    await callTyped(office, 'marks.commitImport', { plan });
  }
});
await office.close();
rmSync(folder, { recursive: true, force: true });
