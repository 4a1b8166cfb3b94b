/** `Surname Name Patronymic` → surname and initials, for narrow columns. */
export const shortName = (fullName: string): string => {
  const [last = '', ...others] = fullName.split(' ');
  // No-break spaces: initials stay with the surname.
  return [last, ...others.map((part) => `${part.slice(0, 1)}.`)].join('\u00A0');
};
