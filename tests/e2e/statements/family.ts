import type { Page } from 'playwright-core';
import type { HttpSchool } from '../../support/http-school.ts';
import { addDays, openHttpSchool } from '../../support/http-school.ts';

/** A school with a family that states: Вера of 8А, 15 years old, and her mother. */
export interface StatingSchool extends HttpSchool {
  readonly page: Page;
  /** A day of the school year before today, when it is there; else today. */
  readonly earlier: string;
}

const yearsBefore = (iso: string, years: number): string =>
  `${Number(iso.slice(0, 4)) - years}${iso.slice(4).replace('-02-29', '-02-28')}`;

export const openStatingSchool = async (): Promise<StatingSchool> => {
  const school = await openHttpSchool();
  const { office, today, yearStart, vera, petr } = school;
  await office.call('people.saveStudent', {
    id: vera,
    lastName: 'Ёлкина',
    firstName: 'Вера',
    middleName: 'Ильинична',
    birthDate: yearsBefore(today, 15),
    sex: 'female',
    address: 'г. Заречный, ул. Лесная, д. 7, кв. 12',
  });
  await office.call('people.saveStudent', {
    id: petr,
    lastName: 'Жилин',
    firstName: 'Пётр',
    birthDate: yearsBefore(today, 13),
    sex: 'male',
  });
  await office.call('settings.saveCredentials', { systemName: 'БАРС' });
  const before = addDays(today, -3);
  return { ...school, page: office.page, earlier: before < yearStart ? today : before };
};
