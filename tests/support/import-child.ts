/** Run as a process of its own by tests/faults: imports a file and may be killed at any moment. */
import { callTyped, openOffice } from '../../src-main/app/office.ts';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { createTestClock } from './clock.ts';

const [folder = '', file = ''] = process.argv.slice(2);

const office = await openOffice({
  folder,
  program: 'импорт',
  actor: 'секретарь',
  clock: createTestClock('2026-03-02'),
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  tables: { read: (bytes) => readWorkbook(bytes) },
});
const { plan } = await callTyped(office, 'people.previewImport', {
  file: await office.register(file),
});
console.log('commit');
await callTyped(office, 'people.commitImport', { plan });
console.log('committed');
await office.close();
console.log('closed');
