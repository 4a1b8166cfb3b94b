import type { School } from '../../../contract/settings.ts';
import { splitFullName } from '../../../domain/names.ts';
import { initialsFirst, nonBreaking, russianDate } from '../../../domain/russian.ts';
import { centered, line, rightBlock, spacer, title } from '../../../documents/build.ts';
import type { Block, SignatureLine } from '../../../documents/model.ts';

/** Parts that the forms of the responsible worker share. */

/** «Фамилия Имя Отчество» → «И. О. Фамилия»; other text stays as it is. */
export const signedName = (fullName: string): string => {
  const name = splitFullName(fullName);
  return nonBreaking(
    name ? initialsFirst(name.lastName, name.firstName, name.middleName) : fullName,
  );
};

/** Signature of the director; `date` null = a rule to write it on, undefined = no date. */
export const directorLine = (school: School, date?: string | null): SignatureLine => ({
  role: school.directorPosition,
  name: signedName(school.directorName),
  ...(date === undefined ? {} : { date }),
});

export interface Requisites {
  readonly number: string | null;
  readonly date: string | null;
}

const ruleDate = '«____» ______________ 20____ г.';
const ruleNumber = '__________';

/** «от 2 марта 2026 г. № 15», with rules for what is not known. */
export const orderReference = ({ number, date }: Requisites, between = ' '): string =>
  nonBreaking(
    `от ${date === null ? ruleDate : russianDate(date)}${between}№ ${number ?? ruleNumber}`,
  );

/** Organisation, name of the document, date and number of an order. */
export const orderHead = (school: School, requisites: Requisites): readonly Block[] => [
  centered(nonBreaking(school.name)),
  spacer(6),
  title('ПРИКАЗ'),
  centered(orderReference(requisites)),
  spacer(6),
];

/** «УТВЕРЖДАЮ» of an annex with its order. */
export const approval = (school: School, requisites: Requisites): Block =>
  rightBlock(
    [
      line('УТВЕРЖДЕНО'),
      line(nonBreaking(`приказом ${school.shortName}`)),
      // A rule for the date leaves no room for the number beside it.
      line(orderReference(requisites, requisites.date === null ? '\n' : ' ')),
    ],
    0.55,
  );
