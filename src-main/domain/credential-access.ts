/**
 * Whether a credential may be handed to somebody today by what the family has stated, and who must
 * give one back (S2 §7; domain.md §1, §5; decision 0055). The class threshold of S2 §4 stays in
 * credentials.ts and is asked last.
 *
 * - A parent who refuses the service is handed no login: neither his own, unless it shows a child for
 *   whom he does not refuse, nor the child's. The way is the annulment. Impossibility forbids nothing.
 * - A parent of a student of age receives his own by the student's permission alone, the student's never.
 * - A student whose parents refuse, or differ and the school has not allowed it, receives nothing; one
 *   who consented at 14 or is of age receives his own in any class, unless he refused himself.
 */
import type { StudentAccess } from '../contract/statements-decisions.ts';
import { handOver, notRepresentative } from './credentials.ts';

/** Why nobody is handed a credential today, or why it must be given back. */
export type CredentialBarrier =
  /** He does not act for the child. */
  | 'not-representative'
  /** The child is of age and permits nothing. */
  | 'of-age'
  /** A refusal stands. */
  | 'refusal'
  /** The parents differ, the school has not decided. */
  | 'disputed'
  /** The parents differ, the school decided to withhold it. */
  | 'school-decision';

type BondBarrier = Extract<CredentialBarrier, 'not-representative' | 'of-age' | 'refusal'>;

/** What a person can do so that it may be handed over. */
export interface Way {
  readonly kind: 'annulment' | 'consent-14' | 'permission-18' | 'decision';
  readonly studentId: number;
  /** Who states; null: the student himself, or the school. */
  readonly guardianId: number | null;
}

export interface Judged {
  readonly allowed: boolean;
  /** Code of the refusal; null when it may be handed over. */
  readonly code: string | null;
  /** Russian: why, for the person at the desk. */
  readonly reason: string;
  readonly ways: readonly Way[];
}

/** A guardian and one child, as on the day. */
export interface Bond {
  readonly guardianId: number;
  readonly studentId: number;
  readonly childName: string;
  /** He acts for the child. */
  readonly represents: boolean;
  /** The child acts himself. */
  readonly ofAge: boolean;
  /** The adult child permits to inform him. */
  readonly permitted: boolean;
  /** «12/2026», the number of his refusal that stands. */
  readonly refusal: string | null;
  /** His impossibility stands. */
  readonly impossible: boolean;
}

/** A student and what stands about his own access. */
export interface OwnAccess {
  readonly studentId: number;
  readonly access: StudentAccess;
  readonly ofAge: boolean;
  /** «12/2026», the number of the adult's own refusal that stands. */
  readonly ownRefusal: string | null;
  /** Guardians whose refusals stand. */
  readonly refusing: readonly number[];
  readonly mayConsent: boolean;
}

const yes = (reason: string): Judged => ({ allowed: true, code: null, reason, ways: [] });
const no = (code: string, reason: string, ways: readonly Way[] = []): Judged => ({
  allowed: false,
  code,
  reason,
  ways,
});

const byRefusal = (number: string): string =>
  `Действует отказ № ${number}: логин выдаётся после аннулирования отказа.`;

const annulmentOf = ({ studentId }: { studentId: number }, guardianId: number | null): Way => ({
  kind: 'annulment',
  studentId,
  guardianId,
});

/** Whether he may see the child's diary at all: he acts for it, or it is of age and permits him. */
export const maySee = ({
  represents,
  permitted,
}: Pick<Bond, 'represents' | 'permitted'>): boolean => represents || permitted;

/** Why a guardian's own cannot show this child today; null when it can. */
export const bondBarrier = (bond: Bond): BondBarrier | null => {
  if (maySee(bond)) return bond.refusal === null ? null : 'refusal';
  return bond.ofAge ? 'of-age' : 'not-representative';
};

const refusedBy: Readonly<Record<BondBarrier, (bond: Bond) => Judged>> = {
  refusal: (bond) =>
    no('parent-refuses', byRefusal(bond.refusal ?? ''), [annulmentOf(bond, bond.guardianId)]),
  'of-age': ({ childName, studentId, guardianId }) =>
    no(
      'student-of-age',
      `${childName}: ученик совершеннолетний и сведения получает сам. Родителю логин выдаётся по разрешению ученика.`,
      [{ kind: 'permission-18', studentId, guardianId }],
    ),
  'not-representative': () =>
    no(
      'not-representative',
      `Получатель ${notRepresentative} Исправьте «Кем приходится» на карточке или выберите другого получателя.`,
    ),
};

/** Said beside what is allowed, so that nobody is surprised by what the login shows. */
const remarks: Readonly<Record<BondBarrier, (bond: Bond) => string>> = {
  refusal: ({ refusal }) => `действует отказ № ${refusal ?? ''}, по нему дают распечатки.`,
  'of-age': () =>
    'ученик совершеннолетний и разрешения не давал. Возьмите разрешение или внесите родителю новые данные для входа без этого ребёнка.',
  'not-representative': () => 'этого ребёнка получатель не представляет. Проверьте связь.',
};

const remarkOf = (bond: Bond): readonly string[] => {
  const barrier = bondBarrier(bond);
  if (barrier !== null) return [`${bond.childName}: ${remarks[barrier](bond)}`];
  return bond.impossible
    ? [
        `${bond.childName}: заявлено о невозможности получать услугу. Логин выдать можно, распечатки продолжаются.`,
      ]
    : [];
};

const distinct = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** May a guardian be handed his own, which shows these children? */
export const judgeGuardianOwn = (bonds: readonly Bond[]): Judged => {
  if (bonds.some((bond) => bondBarrier(bond) === null))
    return yes(
      ['Родитель получает свои данные под подпись.', ...bonds.flatMap(remarkOf)].join(' '),
    );
  const found = bonds.flatMap((bond) => {
    const barrier = bondBarrier(bond);
    return barrier === null ? [] : [refusedBy[barrier](bond)];
  });
  const [first] = found;
  if (!first) return no('not-representative', `Не выдаётся: ${notRepresentative}`);
  return {
    ...first,
    reason: distinct(found.map(({ reason }) => reason)).join(' '),
    ways: found.flatMap(({ ways }) => ways),
  };
};

const consentsOf = ({ studentId, refusing, mayConsent }: OwnAccess): readonly Way[] =>
  mayConsent
    ? refusing.slice(0, 1).map((guardianId): Way => ({ kind: 'consent-14', studentId, guardianId }))
    : [];

/** Why the student's own is withheld from everybody; null when it is not. */
const withheldFromAll = (own: OwnAccess): Judged | null => {
  const { studentId, access, ownRefusal, refusing } = own;
  if (ownRefusal !== null)
    return no('access-withheld', byRefusal(ownRefusal), [annulmentOf(own, null)]);
  if (access.allowed) return null;
  const decision: Way = { kind: 'decision', studentId, guardianId: null };
  const ways =
    access.state === 'disputed' ? [decision] : refusing.map((id) => annulmentOf(own, id));
  return no('access-withheld', access.reason, [...ways, ...consentsOf(own)]);
};

const byThreshold = (
  receiver: 'student' | 'guardian',
  className: string | null,
  personalFrom: number,
): Judged => {
  const { allowed, reason } = handOver(receiver, className ?? '', personalFrom);
  return allowed ? yes(reason) : no('hand-over-refused', reason);
};

/** May the student be handed his own? */
export const judgeStudentOwn = (
  own: OwnAccess,
  className: string | null,
  personalFrom: number,
): Judged => {
  const withheld = withheldFromAll(own);
  if (withheld) return withheld;
  // Of a class that is not known nothing is handed out, whoever decided.
  if (own.access.state !== 'own' || (className ?? '') === '')
    return byThreshold('student', className, personalFrom);
  return yes(
    own.ofAge
      ? 'Ученик совершеннолетний: получает свои данные сам, под подпись, в любом классе.'
      : 'Ученик дал согласие сам: получает свои данные под подпись в любом классе.',
  );
};

/** May a guardian be handed what is the student's own? */
export const judgeChildsToGuardian = (
  bond: Bond,
  own: OwnAccess,
  className: string | null,
  personalFrom: number,
): Judged => {
  // Of age nobody else receives it, permission or not: it opens his own account.
  if (!bond.represents && bond.ofAge)
    return no(
      'not-representative',
      'Ученик совершеннолетний: свои данные для входа получает только он сам.',
    );
  if (!bond.represents) return refusedBy['not-representative'](bond);
  if (bond.refusal !== null) return refusedBy.refusal(bond);
  return withheldFromAll(own) ?? byThreshold('guardian', className, personalFrom);
};

/** Why a guardian's own is handed to nobody today; null when it may be. */
export const guardianBarrier = (bonds: readonly Bond[]): CredentialBarrier | null => {
  const found = bonds.map(bondBarrier);
  return found.includes(null) ? null : (found[0] ?? 'not-representative');
};

/** Why a student's own is handed to nobody today; null when it may be. */
export const studentBarrier = ({ access, ownRefusal }: OwnAccess): CredentialBarrier | null => {
  if (ownRefusal !== null) return 'refusal';
  if (access.allowed) return null;
  if (access.state !== 'disputed') return 'refusal';
  return access.decision === null ? 'disputed' : 'school-decision';
};

/**
 * Why a person has to revoke it; null when he has not. `issued`: it is in somebody's hands. A login
 * that shows a child whose owner has no right to see it is listed even where he may see another; a
 * refusal only where all is refused and the login is out. The undecided is asked elsewhere.
 */
export const guardianRevocation = (
  bonds: readonly Bond[],
  issued: boolean,
): CredentialBarrier | null => {
  const unseen = bonds
    .map(bondBarrier)
    .find((barrier) => barrier === 'of-age' || barrier === 'not-representative');
  const barrier = unseen ?? guardianBarrier(bonds);
  return barrier === 'refusal' && !issued ? null : barrier;
};

/** The same of a student's own. */
export const studentRevocation = (own: OwnAccess, issued: boolean): CredentialBarrier | null => {
  const barrier = studentBarrier(own);
  return issued && barrier !== 'disputed' ? barrier : null;
};
