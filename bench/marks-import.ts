/**
 * Preview and commit of 100,000 marks (a table E, or 60 reports A), beside the bare parse by the
 * library used and a raw prepared insert of as many rows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { read, utils } from '@e965/xlsx';
import { callTyped } from '../src-main/app/office.ts';
import { bytesOf, makeSchool, rawInsert, reportFiles, rowsFile } from './support/marks-school.ts';
import { once, side } from './support/measure.ts';
import { openBenchOffice } from './support/office.ts';

const year = 2025;
const kind = process.argv[3] ?? 'rows';
/** 2,520 marks a class. */
const rooms = kind === 'rows' ? 40 : 60;
const files = kind === 'rows' ? [await rowsFile(year, rooms)] : await reportFiles(year, rooms);

const folder = mkdtempSync(join(tmpdir(), 'school-office-bench-'));
await makeSchool(folder, [year], rooms);

if (side() === 'baseline') {
  await once(() => {
    for (const file of files) {
      const book = read(bytesOf(file), { dense: true });
      const sheet = book.Sheets[book.SheetNames[0] ?? ''];
      if (!sheet || utils.sheet_to_json(sheet, { header: 1 }).length < 500) throw new Error('rows');
    }
    rawInsert(folder, year, rooms);
  });
} else {
  const office = await openBenchOffice(folder);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  await once(async () => {
    const handles: { file: string }[] = [];
    for (const file of files) handles.push({ file: await office.register(file) });
    const { plan } = await callTyped(office, 'marks.previewImport', { files: handles });
    delay.enable();
    const { marks } = await callTyped(office, 'marks.commitImport', { plan });
    delay.disable();
    if (marks.new !== rooms * 2520) throw new Error(`marks: ${JSON.stringify(marks)}`);
  });
  if (process.env['BENCH_DELAY']) console.error(`commit blocked ≤ ${delay.max / 1e6} ms`);
  await office.close();
}
rmSync(folder, { recursive: true, force: true });
