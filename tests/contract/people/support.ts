import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestOffice } from '../../support/office.ts';

/** An invented class and its people for tests of the people's operations. */

export const addClass = async (
  office: TestOffice,
  name: string,
  onDate?: string,
): Promise<number> => {
  const { id } = await office.call('people.saveClass', {
    id: null,
    parallel: Number.parseInt(name, 10),
    letter: name.replace(/\d/gu, ''),
    programmeName: null,
    ...(onDate === undefined ? {} : { onDate }),
  });
  return id;
};

const nameParts = (fullName: string) => {
  const [lastName = '', firstName = '', middleName = ''] = fullName.split(' ');
  return { lastName, firstName, middleName };
};

export const addStudent = async (
  office: TestOffice,
  fullName: string,
  more: {
    readonly birthDate?: string | null;
    readonly classId?: number;
    readonly startsOn?: string;
    readonly namesake?: boolean;
  } = {},
): Promise<number> => {
  const { birthDate = '2012-05-10', classId, startsOn = '2025-09-01', namesake = false } = more;
  const { id } = await office.call('people.saveStudent', {
    id: null,
    ...nameParts(fullName),
    birthDate,
    sex: null,
    address: null,
    enrol: classId === undefined ? null : { classId, startsOn },
    namesake,
  });
  return id;
};

export const addGuardian = async (
  office: TestOffice,
  fullName: string,
  phone: string | null,
  studentId?: number,
): Promise<number> => {
  const { id } = await office.call('people.saveGuardian', {
    id: null,
    ...nameParts(fullName),
    phone,
    email: null,
    address: null,
    link: studentId === undefined ? null : { studentId, relation: 'mother' },
    namesake: true,
  });
  return id;
};

export const addTeacher = async (office: TestOffice, fullName: string): Promise<number> => {
  const { id } = await office.call('people.saveTeacher', {
    id: null,
    ...nameParts(fullName),
    position: 'учитель',
    namesake: true,
  });
  return id;
};

let files = 0;

/** Writes a semicolon-separated table and gives its ticket. */
export const csv = async (office: TestOffice, ...lines: readonly string[]): Promise<string> => {
  files += 1;
  const path = join(office.folder, `table-${files}.csv`);
  writeFileSync(path, `\uFEFF${lines.join('\r\n')}\r\n`);
  return office.office.register(path);
};

export const contingent = (office: TestOffice, ...rows: readonly string[]): Promise<string> =>
  csv(office, 'Класс;Фамилия;Имя;Отчество;Дата рождения;Пол', ...rows);

/** Previews and applies a table that leaves no questions open. */
export const importTable = async (office: TestOffice, file: string) => {
  const preview = await office.call('people.previewImport', { file });
  const { data, auditId } = await office.command('people.commitImport', { plan: preview.plan });
  return { preview, ...data, auditId };
};

/** One row of the plan by the beginning of its name. */
export const planRow = async (office: TestOffice, plan: string, name: string, index = 0) => {
  const { rows } = await office.call('people.listPlanRows', { plan, search: name });
  const row = rows[index];
  if (!row) throw new Error(`no row for ${name}`);
  return row;
};
/** What a usual mother's link answers. */
export const motherLink = {
  relation: 'mother',
  relationName: 'мать',
  basis: null,
  livesApart: false,
  afterMajority: false,
  represents: true,
  inDoubt: false,
};
