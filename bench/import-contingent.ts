/** Preview and commit of 13,000 contingent rows, beside the bare parse by the library used. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { callTyped } from '../src-main/app/office.ts';
import { bigContingent } from './support/contingent.ts';
import { once, side } from './support/measure.ts';
import { cacheFolder, withFreshOffice } from './support/office.ts';

const bytes = await bigContingent();

if (side() === 'baseline') {
  await once(() => {
    const book = read(bytes, { dense: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (!sheet || utils.sheet_to_json(sheet, { header: 1 }).length < 13_000)
      throw new Error('rows');
  });
} else {
  const file = join(cacheFolder(), 'contingent.xlsx');
  writeFileSync(file, bytes);
  await withFreshOffice(async (office) => {
    const handle = await office.register(file);
    await once(async () => {
      const { plan } = await callTyped(office, 'people.previewImport', { file: handle });
      await callTyped(office, 'people.commitImport', { plan, answers: {} });
    });
  });
}
