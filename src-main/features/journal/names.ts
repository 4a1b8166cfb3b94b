import { splitFullName } from '../../domain/names.ts';
import { initialsFirst, nonBreaking } from '../../domain/russian.ts';

/** «Белова Ольга Игоревна» → «О. И. Белова»; other text stays as it is. */
export const signedName = (fullName: string): string => {
  const name = splitFullName(fullName);
  return nonBreaking(
    name ? initialsFirst(name.lastName, name.firstName, name.middleName) : fullName,
  );
};
