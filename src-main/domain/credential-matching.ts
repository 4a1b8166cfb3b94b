/** Whose is an imported credential: by name and class, birth date as the second key (domain.md §1, §5). */
import type { IsoDate } from './dates.ts';
import { fullName, personKey, tidyName } from './names.ts';
import type { PersonName } from './names.ts';

export interface StudentClaim extends PersonName {
  readonly className: string | null;
  readonly birthDate: IsoDate | null;
}

export interface GuardianClaim extends PersonName {
  /** The child named in the row; null when the file has none. */
  readonly child: PersonName | null;
  /** The child's class and birth date. */
  readonly className: string | null;
  readonly birthDate: IsoDate | null;
}

export interface KnownStudent extends StudentClaim {
  readonly id: number;
}

export interface KnownGuardian extends PersonName {
  readonly id: number;
  readonly studentIds: readonly number[];
}

/** Why a candidate is not taken for sure. */
export type Doubt =
  | 'homonym'
  | 'class-differs'
  | 'birth-date-differs'
  /** The same but for ё/е, hyphens or the order of words. */
  | 'spelling'
  | 'middle-name-missing'
  | 'child-differs'
  | 'child-unknown';

export const DOUBT_TEXTS: Readonly<Record<Doubt, string>> = {
  homonym: 'есть полный тёзка',
  'class-differs': 'класс в файле другой',
  'birth-date-differs': 'дата рождения в файле другая',
  spelling: 'имя записано иначе (ё/е, дефис или порядок слов)',
  'middle-name-missing': 'отчество есть только в одном месте',
  'child-differs': 'в файле указан другой ребёнок',
  'child-unknown': 'в файле не указан ребёнок',
};

export interface Candidate {
  readonly personId: number;
  /** The student through whom a guardian was found; null in a student's row. */
  readonly studentId: number | null;
  readonly doubts: readonly Doubt[];
}

export interface Match {
  readonly status: 'exact' | 'doubtful' | 'none';
  /** The likeliest first; one without doubts when exact. */
  readonly candidates: readonly Candidate[];
}

const sameSpelling = (a: PersonName, b: PersonName): boolean =>
  tidyName(fullName(a)).toLowerCase() === tidyName(fullName(b)).toLowerCase();

/** Without the patronymic, which a file or the register may lack. */
const shortKey = (name: PersonName): string => personKey({ ...name, middleName: null });

/** Equal names, or equal but for a patronymic that one side lacks. */
const nameDoubts = (a: PersonName, b: PersonName): readonly Doubt[] | null => {
  if (personKey(a) === personKey(b)) return sameSpelling(a, b) ? [] : ['spelling'];
  const lacking = (a.middleName ?? '') === '' || (b.middleName ?? '') === '';
  return lacking && shortKey(a) === shortKey(b) ? ['middle-name-missing'] : null;
};

const differs = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a !== b;

const recordDoubts = (claim: StudentClaim, known: StudentClaim): readonly Doubt[] => [
  ...(differs(claim.className, known.className) ? (['class-differs'] as const) : []),
  ...(differs(claim.birthDate, known.birthDate) ? (['birth-date-differs'] as const) : []),
];

/** Another child is a worse sign than any number of slips about the right one. */
const weight = ({ doubts }: Candidate): number =>
  doubts.length + (doubts.includes('child-differs') ? 10 : 0);

const sortByDoubts = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.toSorted((a, b) => weight(a) - weight(b) || a.personId - b.personId);

const decided = (candidates: readonly Candidate[]): Match => {
  if (candidates.length === 0) return { status: 'none', candidates };
  const sorted = sortByDoubts(candidates);
  const sure = sorted.length === 1 && sorted[0]?.doubts.length === 0;
  return { status: sure ? 'exact' : 'doubtful', candidates: sorted };
};

const withHomonyms = (candidates: readonly Candidate[]): readonly Candidate[] =>
  candidates.length < 2
    ? candidates
    : candidates.map((one) => ({ ...one, doubts: [...one.doubts, 'homonym' as const] }));

export type Finder<Claim> = (claim: Claim) => Match;

const indexBy = <Person extends PersonName>(
  people: readonly Person[],
): ReadonlyMap<string, readonly Person[]> => Map.groupBy(people, shortKey);

/**
 * Builds a finder over the school's students. Full namesakes are always asked, the one of the same
 * class first, unless the file's birth date names exactly one of them.
 */
export const studentFinder = (students: readonly KnownStudent[]): Finder<StudentClaim> => {
  const index = indexBy(students);
  return (claim) => {
    const found = (index.get(shortKey(claim)) ?? []).flatMap((known) => {
      const doubts = nameDoubts(claim, known);
      return doubts === null ? [] : [{ known, doubts }];
    });
    const born = found.filter(
      ({ known }) => claim.birthDate !== null && known.birthDate === claim.birthDate,
    );
    const chosen = born.length === 1 ? born : found;
    const candidates = chosen.map(({ known, doubts }) => ({
      personId: known.id,
      studentId: null,
      doubts: [...doubts, ...recordDoubts(claim, known)],
    }));
    return decided(withHomonyms(candidates));
  };
};

const childDoubts = (claim: GuardianClaim, known: KnownStudent): readonly Doubt[] => {
  if (claim.child === null) return recordDoubts(claim, known);
  const name = nameDoubts(claim.child, known);
  return name === null ? ['child-differs'] : [...name, ...recordDoubts(claim, known)];
};

/** The guardian's child that fits the row best. */
const bestChild = (
  claim: GuardianClaim,
  guardian: KnownGuardian,
  students: ReadonlyMap<number, KnownStudent>,
): Pick<Candidate, 'studentId' | 'doubts'> => {
  const children = guardian.studentIds.flatMap((id) => students.get(id) ?? []);
  const rated = sortByDoubts(
    children.map((child) => ({
      personId: guardian.id,
      studentId: child.id,
      doubts: childDoubts(claim, child),
    })),
  );
  const [best] = rated;
  if (!best) return { studentId: null, doubts: ['child-differs'] };
  if (claim.child !== null) return { studentId: best.studentId, doubts: best.doubts };
  // Without a child in the row only the class may tell; several guardians may share the name.
  return { studentId: null, doubts: claim.className === null ? ['child-unknown'] : best.doubts };
};

/**
 * Builds a finder over guardians: the child named in the row tells namesakes apart, so they are
 * asked only when the child does not decide.
 */
export const guardianFinder = (
  guardians: readonly KnownGuardian[],
  students: readonly KnownStudent[],
): Finder<GuardianClaim> => {
  const index = indexBy(guardians);
  const byId = new Map(students.map((one) => [one.id, one]));
  return (claim) => {
    const candidates = (index.get(shortKey(claim)) ?? []).flatMap((guardian) => {
      const doubts = nameDoubts(claim, guardian);
      if (doubts === null) return [];
      const child = bestChild(claim, guardian, byId);
      return [{ personId: guardian.id, ...child, doubts: [...doubts, ...child.doubts] }];
    });
    const decidedByChild = candidates.filter((one) => !one.doubts.includes('child-differs'));
    return decided(withHomonyms(decidedByChild.length > 0 ? decidedByChild : candidates));
  };
};
