/** Run as a process of its own by tests/faults: prints the sheets of a week, and dies on the way. */
import type { Office } from '../../src-main/app/office.ts';
import { openOffice } from '../../src-main/app/office.ts';
import { sheetsCommand } from '../../src-main/hosts/cli/commands/sheets.ts';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { createTestClock } from './clock.ts';

const [folder = '', out = '', lastOperation = ''] = process.argv.slice(2);

const clock = createTestClock('2026-03-06');
const office = await openOffice({
  folder,
  program: 'распечатки',
  actor: 'секретарь',
  clock,
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  tables: { read: (bytes) => readWorkbook(bytes) },
});

/** Dies as by a power cut right before the operation named. */
const mortal: Office = {
  ...office,
  call(name, ...rest) {
    if (name === lastOperation) process.kill(process.pid, 'SIGKILL');
    return office.call(name, ...rest);
  },
};

await sheetsCommand.run({
  positionals: [],
  options: { week: '2026-W10', out },
  folder,
  clock,
  output: { answer: () => undefined, note: () => undefined, refuse: () => undefined },
  withOffice: (work) => work(mortal),
  readStdin: () => Promise.resolve(''),
});
