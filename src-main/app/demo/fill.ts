import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationInput } from '../../contract/operations.ts';
import { addDays } from '../../domain/dates.ts';
import type { SheetModel } from '../../spreadsheets/sheet-model.ts';
import { writeWorkbook } from '../../spreadsheets/write-workbook.ts';
import { callTyped, type Office } from '../office.ts';
import { fillCredentials, fillSheets, fillStatements } from './diary.ts';
import { inventHardCases } from './hard-cases.ts';
import { fillJournals } from './journals.ts';
import { inventPeople } from './people.ts';
import { inventProgress } from './progress.ts';
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

/** Hands a sheet to `load` as a file of its own, which is removed afterwards. */
const withFile = async (
  office: Office,
  sheet: SheetModel,
  load: (file: string) => Promise<void>,
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'school-office-demo-'));
  try {
    const path = join(folder, `${sheet.name}.xlsx`);
    await writeFile(path, await writeWorkbook([sheet]));
    await load(await office.register(path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const importPeople =
  (call: Call) =>
  async (file: string): Promise<void> => {
    const { plan } = await call('people.previewImport', { file });
    await call('people.commitImport', { plan, unanswered: 'skip' });
  };

const importMarks =
  (call: Call) =>
  async (file: string): Promise<void> => {
    const { plan } = await call('marks.previewImport', { files: [{ file }] });
    await call('marks.commitImport', { plan, unanswered: 'skip' });
  };

const appealNow = (office: Office) => async (id: number) => {
  const reply = await office.call('appeals.card', { id });
  return reply.ok ? reply.version : null;
};

const studentNow = (office: Office) => async (id: number) => {
  const reply = await office.call('people.student', { id });
  return reply.ok ? reply.version : null;
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
  const { seed, today, password } = options;
  const call: Call = (name, input) => callTyped(office, name, input);
  await requireEmpty(call);
  const random = createRandom(seed);
  const startYear = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0);
  await call('settings.saveSchool', school);
  const plan = await call('calendar.prefill', { startYear });
  await call('calendar.saveYear', plan);
  const files = inventPeople(random, options.students, startYear);
  for (const sheet of [files.contingent, files.teachers, files.guardians])
    await withFile(office, sheet, importPeople(call));
  const firstDay = `${startYear}-09-01`;
  const students = (await call('people.listStudents', { limit: 10_000 })).rows;
  const hardCases = await inventHardCases({
    call,
    now: studentNow(office),
    firstDay,
    today,
    students,
  });
  const pupils = (await call('people.listStudents', { limit: 10_000 })).rows;
  const marked = pupils.filter(({ id }) => !hardCases.withoutMarks.has(id));
  for (const sheet of inventProgress({ random, plan, students: marked, today }))
    await withFile(office, sheet, importMarks(call));
  const { rows } = await call('people.listTeachers', { limit: 200 });
  const recent = addDays(today, -120);
  const period = { from: recent > firstDay ? recent : firstDay, today };
  const teacherIds = rows.map(({ id }) => id);
  await fillRegisters({ call, appealNow: appealNow(office), random, period, teacherIds });
  await call('summary.finalise', { from: period.from, to: today });
  await fillStatements({ call, random, today }, period.from, hardCases);
  await fillSheets(call);
  await fillJournals({ call, random, today });
  if (password !== undefined) {
    await call('lock.setPassword', { password, repeat: password });
    await call('settings.saveCredentials', { siteUrl: 'https://dnevnik.example' });
    await fillCredentials({ call, random, today });
  }
  return { students: options.students };
};
