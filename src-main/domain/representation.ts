import type { Relation, Sex } from '../contract/people-fields.ts';
import type { IsoDate } from './dates.ts';
import { ageOn } from './dates.ts';

/**
 * Who acts for a child (domain.md §1). Parents do (Семейный кодекс 61, 64), adoptive parents like
 * them (СК 137), a guardian until the 14th birthday as опекун and from it as попечитель by itself
 * (ГК 32, 33, 40), an organisation that has the child in its care (СК 155.1), whoever has a proxy.
 * S2 §7 speaks of what «родители» sign; S2 §4 of what they are handed.
 */

/** An age from which the law changes; full years. */
const WARD_TO_TRUSTEE = 14;
export const MAJORITY = 18;

export interface Link {
  readonly relation: Relation;
  /** The guardianship goes on after the 18th birthday: the adult is declared incapable (ГК 29). */
  readonly afterMajority: boolean;
}

export type Representation =
  | { readonly represents: true }
  | { readonly represents: false; readonly reason: 'relation' | 'of-age' };

/** False when the birth date is unknown: who is not known to be of age is taken for a minor. */
const hasReached = (age: number, birthDate: IsoDate | null, on: IsoDate): boolean =>
  birthDate !== null && ageOn(birthDate, on) >= age;

/** Whether the student acts himself from this day on, whoever is linked to him (ГК 21). */
export const isOfAge = (birthDate: IsoDate | null, on: IsoDate): boolean =>
  hasReached(MAJORITY, birthDate, on);

/**
 * Whether the person acts for the child on the day. From the 18th birthday nobody does but a
 * guardian whose guardianship goes on. A child without a birth date is taken for a minor: to
 * refuse every parent of the class because of an empty column would stop the office.
 */
export const representationOf = (
  { relation, afterMajority }: Link,
  birthDate: IsoDate | null,
  on: IsoDate,
): Representation => {
  if (relation === 'not-representative') return { represents: false, reason: 'relation' };
  const guarded = relation === 'guardian' && afterMajority;
  if (isOfAge(birthDate, on) && !guarded) return { represents: false, reason: 'of-age' };
  return { represents: true };
};

/** Words of the relations where no child's age is known. */
export const RELATION_TITLES: Readonly<Record<Relation, string>> = {
  mother: 'мать',
  father: 'отец',
  parent: 'родитель',
  'adoptive-parent': 'усыновитель',
  guardian: 'опекун (попечитель)',
  organisation: 'представитель организации',
  proxy: 'представитель по доверенности',
  'not-representative': 'не представитель',
};

/**
 * «мать», «опекун», from the 14th birthday «попечитель»; «опекун» again where the guardianship
 * goes on after the 18th birthday.
 */
export const relationName = (
  { relation, afterMajority }: Link,
  birthDate: IsoDate | null,
  on: IsoDate,
): string => {
  if (relation !== 'guardian') return RELATION_TITLES[relation];
  const isTrustee =
    hasReached(WARD_TO_TRUSTEE, birthDate, on) && !(afterMajority && isOfAge(birthDate, on));
  return isTrustee ? 'попечитель' : 'опекун';
};

/** Sex that the relation itself tells; null for every other word. */
export const sexOfRelation = (relation: Relation | null): Sex | null => {
  if (relation === 'mother') return 'female';
  return relation === 'father' ? 'male' : null;
};

/** Why somebody may not sign or receive, and what to do about it; for messages of refusal. */
export const refusalOf = (
  person: string,
  child: string,
  representation: Extract<Representation, { readonly represents: false }>,
): string =>
  representation.reason === 'of-age'
    ? `${child}: исполнилось 18 лет, действует сам(а). ${person} больше не представляет. Если опека продолжается, отметьте это в связи на карточке.`
    : `${person} записан(а) как «не представитель» (${child}): не подписывает и не получает за ребёнка. Если это родитель, опекун или представитель по документу, исправьте «Кем приходится» в карточке ученика.`;
