import { splitFullName } from '../../src-main/domain/names.ts';
import { initials } from '../../src-main/domain/russian.ts';

/** `Surname Name Patronymic` → surname and initials on one line, for narrow columns. */
export const shortName = (fullName: string): string => {
  const name = splitFullName(fullName);
  if (name === null) return fullName;
  // No-break spaces: initials stay with the surname.
  return initials(name.lastName, name.firstName, name.middleName).replaceAll(' ', '\u00A0');
};
