/** Suspected duplicates among people; a person decides, nothing merges by itself (domain.md §1). */
import type { IsoDate } from './dates.ts';
import { fold, fullName, personKey } from './names.ts';
import type { PersonName } from './names.ts';

export interface NamedPerson extends PersonName {
  readonly id: number;
  readonly birthDate: IsoDate | null;
}

/**
 * - `same-name-same-birth`: letter for letter;
 * - `spelling`: ё/е, hyphen, spaces, capitals or one letter differ, the birth date is the same;
 * - `swapped-name`: the same words in other fields;
 * - `no-middle-name`: one of them lacks the patronymic, the birth date is the same;
 * - `same-name-no-birth`: the name agrees, a birth date is missing, so nothing tells them apart.
 */
export type DuplicateReason =
  | 'same-name-same-birth'
  | 'same-name-no-birth'
  | 'swapped-name'
  | 'spelling'
  | 'no-middle-name';

export interface DuplicateGroup {
  readonly reason: DuplicateReason;
  readonly ids: readonly number[];
}

const groupBy = <T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] => [
  ...Map.groupBy(items, key).values(),
];

const allEqual = (
  persons: readonly NamedPerson[],
  text: (person: NamedPerson) => string,
): boolean => new Set(persons.map(text)).size === 1;

const foldedFields = (person: NamedPerson): string =>
  [person.lastName, person.firstName, person.middleName ?? ''].map(fold).join('|');

const reasonOf = (persons: readonly NamedPerson[]): DuplicateReason => {
  if (!allEqual(persons, foldedFields)) return 'swapped-name';
  if (persons.some((person) => person.birthDate === null)) return 'same-name-no-birth';
  return allEqual(persons, fullName) ? 'same-name-same-birth' : 'spelling';
};

const idsOf = (persons: readonly NamedPerson[]): readonly number[] =>
  persons.map((person) => person.id).toSorted((a, b) => a - b);

/** One name: different birth dates are homonyms; a missing date joins every date of the name. */
const sameNameGroups = (persons: readonly NamedPerson[]): readonly DuplicateGroup[] => {
  const undated = persons.filter((person) => person.birthDate === null);
  const dated = groupBy(
    persons.filter((person) => person.birthDate !== null),
    (person) => person.birthDate ?? '',
  );
  const candidates = dated.length === 0 ? [undated] : dated.map((same) => [...same, ...undated]);
  return candidates
    .filter((group) => group.length > 1)
    .map((group) => ({ reason: reasonOf(group), ids: idsOf(group) }));
};

/** True when one inserted, dropped, replaced or two neighbouring swapped letters make them equal. */
export const differByOneLetter = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const tailA = a.slice(start);
  const tailB = b.slice(start);
  if (tailA.slice(1) === tailB.slice(1)) return true;
  if (tailA.slice(1) === tailB || tailA === tailB.slice(1)) return true;
  return tailA[0] === tailB[1] && tailA[1] === tailB[0] && tailA.slice(2) === tailB.slice(2);
};

const lacksMiddleName = (a: NamedPerson, b: NamedPerson): boolean =>
  ((a.middleName ?? '') === '') !== ((b.middleName ?? '') === '') &&
  personKey({ ...a, middleName: null }) === personKey({ ...b, middleName: null });

/** A person with the keys that comparing needs, computed once. */
interface Keyed {
  readonly person: NamedPerson;
  readonly key: string;
  readonly name: string;
}

/** Pairs born on one day whose names are near but not the same. */
const nearPairs = (sameBirth: readonly Keyed[]): readonly DuplicateGroup[] =>
  sameBirth.flatMap((one, index) =>
    sameBirth.slice(index + 1).flatMap((other): readonly DuplicateGroup[] => {
      if (one.key === other.key) return [];
      const ids = idsOf([one.person, other.person]);
      if (lacksMiddleName(one.person, other.person)) return [{ reason: 'no-middle-name', ids }];
      // A changed letter may reorder the sorted words, so the written order is tried as well.
      const near = differByOneLetter(one.name, other.name) || differByOneLetter(one.key, other.key);
      return near ? [{ reason: 'spelling', ids }] : [];
    }),
  );

/** Groups of people who may be one person, each with the reason shown on the duplicates page. */
export const duplicateGroups = (persons: readonly NamedPerson[]): readonly DuplicateGroup[] => {
  const keyed = persons.map((person): Keyed => {
    const name = fold(fullName(person));
    return { person, name, key: personKey(person) };
  });
  const sameName = groupBy(keyed, (one) => one.key).flatMap((group) =>
    group.length < 2 ? [] : sameNameGroups(group.map((one) => one.person)),
  );
  const dated = keyed.filter((one) => one.person.birthDate !== null);
  const near = groupBy(dated, (one) => one.person.birthDate ?? '').flatMap(nearPairs);
  return [...sameName, ...near];
};
