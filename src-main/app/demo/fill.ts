import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationInput } from '../../contract/operations.ts';
import { addDays } from '../../domain/dates.ts';
import type { SheetModel } from '../../spreadsheets/sheet-model.ts';
import { writeWorkbook } from '../../spreadsheets/write-workbook.ts';
import { callTyped, type Office } from '../office.ts';
import { fillCredentials, fillStatements } from './diary.ts';
import { inventPeople } from './people.ts';
import { createRandom } from './random.ts';
import { type Call, fillRegisters } from './registers.ts';

export interface DemoOptions {
  /** Pupils to invent, 30–5,000. */
  readonly students: number;
  readonly seed: number;
  /** Today, ISO date: the school year and the registers are laid around it. */
  readonly today: string;
  /** Sets the program's password and invents logins, which only a password can seal. */
  readonly password?: string;
}

const school: OperationInput<'settings.saveSchool'> = {
  level: 'school',
  name: 'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 1» г. Белореченска',
  shortName: 'МБОУ «СОШ № 1» г. Белореченска',
  code: '000001',
  municipality: 'Белореченский район',
  address: 'г. Белореченск, ул. Школьная, д. 1',
  phone: '8 (900) 000-00-01',
  email: 'school1@example.org',
  directorPosition: 'Директор',
  directorName: 'Соколова Марина Викторовна',
  executorName: 'Кузнецова Ольга Андреевна',
  executorPhone: '8 (900) 000-00-02',
};

const importSheet = async (office: Office, call: Call, sheet: SheetModel): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'school-office-demo-'));
  try {
    const path = join(folder, `${sheet.name}.xlsx`);
    await writeFile(path, await writeWorkbook([sheet]));
    const { plan } = await call('people.previewImport', { file: await office.register(path) });
    await call('people.commitImport', { plan, unanswered: 'skip' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const requireEmpty = async (call: Call): Promise<void> => {
  const { counts, school: known } = await call('home.overview', {});
  if (counts.students === 0 && known === null) return;
  throw new OfficeError(
    'folder-not-empty',
    'Учебные данные кладутся только в пустую папку. Укажите другую папку: --data ПАПКА.',
  );
};

/**
 * Fills an empty data folder with an invented school, through the contract only.
 * @throws OfficeError `folder-not-empty`
 */
export const fillDemo = async (
  office: Office,
  options: DemoOptions,
): Promise<{ students: number }> => {
  const { students, seed, today, password } = options;
  const call: Call = (name, input) => callTyped(office, name, input);
  await requireEmpty(call);
  const random = createRandom(seed);
  const startYear = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0);
  await call('settings.saveSchool', school);
  await call('calendar.saveYear', await call('calendar.prefill', { startYear }));
  const files = inventPeople(random, students, startYear);
  for (const sheet of [files.contingent, files.teachers, files.guardians])
    await importSheet(office, call, sheet);
  const { rows } = await call('people.listTeachers', { limit: 200 });
  const firstDay = `${startYear}-09-01`;
  const recent = addDays(today, -120);
  const period = { from: recent > firstDay ? recent : firstDay, today };
  await fillRegisters({ call, random, period, teacherIds: rows.map(({ id }) => id) });
  await call('summary.finalise', { from: period.from, to: today });
  await fillStatements({ call, random, today });
  if (password !== undefined) {
    await call('users.setPassword', { password, repeat: password });
    await call('settings.saveCredentials', { siteUrl: 'https://dnevnik.example' });
    await fillCredentials({ call, random, today });
  }
  return { students };
};
