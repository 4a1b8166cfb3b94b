/**
 * Statements about the electronic diary and what may follow what (S2 §7, domain.md §5).
 *
 * Every party states for himself: each representative of the child, and the student once he is of
 * age. Decisions where S2 is silent:
 * - a statement works from the registration of the signed paper (`inForceFrom`), never earlier;
 *   unsigned it waits; withdrawn on the very day it came into force it never worked;
 * - a refusal ends only by annulment and an annulment only by a new refusal (S2 §7: the electronic
 *   service starts again «лишь при аннулировании»), so neither is withdrawn after its first day;
 * - one party cannot state impossibility while his own refusal stands: the refusal's cadence («не
 *   реже, но и не чаще») would contradict impossibility's («не реже»); a refusal replaces his
 *   standing impossibility for good, and its annulment leads to the electronic service. Another
 *   representative's refusal changes nothing for him;
 * - a consent rests on the refusals that stood when it came into force and ends with the last of
 *   them; later refusals ask for a new consent;
 * - 14 is reached on the 14th birthday itself («достигший 14-летнего возраста»), 18 likewise, for
 *   those born on 29 February on 1 March of common years (`ageOn`);
 * - on the 18th birthday the statements of the parents and the student's consent stop working
 *   (Семейный кодекс 61: parental rights end with majority). From then he states for himself and may
 *   permit a parent to be informed, unless he stays under care (опека): then his carer alone does.
 */
import { assertNever } from '../contract/errors.ts';
import { dayOfAge } from './dates.ts';
import type { IsoDate } from './dates.ts';
import { isOfAge, MAJORITY } from './representation.ts';

export const STATEMENT_KINDS = [
  'refusal',
  'impossibility',
  'annulment',
  'consent-14',
  'permission-18',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** The age from which a student may consent by himself (S2 §7). */
export const CONSENT_AGE = 14;

export interface Statement {
  readonly id: number;
  /** Its number: papers of one day go by it, «13а» before 14. Absent: by id. */
  readonly year?: number;
  readonly number?: number;
  readonly letter?: string | null;
  readonly kind: StatementKind;
  /**
   * The parent who states; of a consent the parent whose refusal it names, of a permission the one
   * who is permitted. Null: the adult student states for himself.
   */
  readonly guardianId: number | null;
  /** The day written on the paper. */
  readonly date: IsoDate;
  /** The day the office registered it. */
  readonly registeredOn: IsoDate;
  /** It works from this day on: the signed paper is registered. Null: it waits for the signature. */
  readonly inForceFrom: IsoDate | null;
  /** From this day on it works no more; null while it was not withdrawn. */
  readonly withdrawnOn: IsoDate | null;
  /** Consent only: the student showed a passport. Its number is never stored. */
  readonly passportShown: boolean;
  /**
   * Registered before the program knew the 18th birthday: it goes on working until a person decides
   * (no mode changes silently).
   */
  readonly outlastsMajority: boolean;
}

export interface Applicant {
  /** Of the student; null when unknown: then nobody can tell that he is 14 or of age. */
  readonly birthDate: IsoDate | null;
  /**
   * Guardians whose care goes on after 18 (недееспособный): they act for him as before, his parents
   * do not. Empty: from 18 he acts himself.
   */
  readonly carers: readonly number[];
}

/** The registration of the signed paper: neither before the paper is registered nor signed. */
export const inForceFrom = (registeredOn: IsoDate, signedOn: IsoDate | null): IsoDate | null => {
  if (signedOn === null) return null;
  return signedOn > registeredOn ? signedOn : registeredOn;
};

/** Whether the student acts himself on the day. */
export const actsHimself = ({ birthDate, carers }: Applicant, on: IsoDate): boolean =>
  carers.length === 0 && isOfAge(birthDate, on);

/** The 18th birthday, from which his parents do not act for him; null: unknown. */
export const majorityDay = ({ birthDate }: Pick<Applicant, 'birthDate'>): IsoDate | null =>
  birthDate === null ? null : dayOfAge(birthDate, MAJORITY);

/** What one party has stated and what still works of it. */
export interface PartyStanding {
  readonly refusal: Statement | null;
  readonly impossibility: Statement | null;
  /** The annulment after which nothing but the electronic service is left; null when none. */
  readonly annulment: Statement | null;
  /** Of a parent: the adult student permits to inform him. */
  readonly permission: Statement | null;
}

export interface StandingConsent {
  readonly statement: Statement;
  /** Ids of the refusals it rests on, those that still stand. */
  readonly restsOn: readonly number[];
}

/** The statements that stand at some moment of the family's history. */
export interface Standing {
  readonly parents: ReadonlyMap<number, PartyStanding>;
  /** What the adult student has stated for himself. */
  readonly own: PartyStanding;
  readonly consent: StandingConsent | null;
}

export const NOTHING_STATED: PartyStanding = {
  refusal: null,
  impossibility: null,
  annulment: null,
  permission: null,
};

export const NOTHING_STANDS: Standing = {
  parents: new Map(),
  own: NOTHING_STATED,
  consent: null,
};

/** What stands of one party; null: the student himself. */
export const standingOf = (standing: Standing, guardianId: number | null): PartyStanding =>
  guardianId === null ? standing.own : (standing.parents.get(guardianId) ?? NOTHING_STATED);

/** Standing refusals of the parents, in the order of their ids. */
export const parentRefusals = ({ parents }: Standing): readonly Statement[] =>
  [...parents.values()].flatMap(({ refusal }) => refusal ?? []).toSorted((a, b) => a.id - b.id);

const withParty = (standing: Standing, guardianId: number | null, party: PartyStanding): Standing =>
  guardianId === null
    ? { ...standing, own: party }
    : { ...standing, parents: new Map([...standing.parents, [guardianId, party]]) };

/** A consent ends with the last of the refusals it rests on. */
const settleConsent = (standing: Standing): Standing => {
  if (standing.consent === null) return standing;
  const refusals = new Set(parentRefusals(standing).map(({ id }) => id));
  const restsOn = standing.consent.restsOn.filter((id) => refusals.has(id));
  return {
    ...standing,
    consent: restsOn.length === 0 ? null : { ...standing.consent, restsOn },
  };
};

/** What stands once a permitted statement is in force. */
export const afterStatement = (standing: Standing, statement: Statement): Standing => {
  const { kind, guardianId } = statement;
  const { permission } = standingOf(standing, guardianId);
  const instead = (now: Partial<PartyStanding>): Standing =>
    settleConsent(withParty(standing, guardianId, { ...NOTHING_STATED, permission, ...now }));
  switch (kind) {
    case 'refusal':
      return instead({ refusal: statement });
    case 'impossibility':
      return instead({ impossibility: statement });
    case 'annulment':
      return instead({ annulment: statement });
    case 'consent-14': {
      const restsOn = parentRefusals(standing).map(({ id }) => id);
      return { ...standing, consent: { statement, restsOn } };
    }
    case 'permission-18':
      return withParty(standing, guardianId, {
        ...standingOf(standing, guardianId),
        permission: statement,
      });
    default:
      return assertNever(kind);
  }
};

const keptBy = (party: PartyStanding, keeps: (statement: Statement) => boolean): PartyStanding => {
  const kept = (statement: Statement | null): Statement | null =>
    statement !== null && keeps(statement) ? statement : null;
  return {
    refusal: kept(party.refusal),
    impossibility: kept(party.impossibility),
    annulment: kept(party.annulment),
    permission: kept(party.permission),
  };
};

const keeping = (standing: Standing, keeps: (statement: Statement) => boolean): Standing =>
  settleConsent({
    parents: new Map([...standing.parents].map(([id, party]) => [id, keptBy(party, keeps)])),
    own: keptBy(standing.own, keeps),
    consent:
      standing.consent !== null && keeps(standing.consent.statement) ? standing.consent : null,
  });

/**
 * What stands once a statement ends by a word: it alone goes, and with a permission all that the
 * parent stated by it.
 */
export const afterWithdrawal = (standing: Standing, statement: Statement): Standing => {
  const { permission } = standingOf(standing, statement.guardianId);
  const endsPermission = permission?.id === statement.id;
  const goes = (one: Statement): boolean =>
    one.id === statement.id ||
    (endsPermission && one.guardianId === statement.guardianId && one.kind !== 'consent-14');
  return keeping(standing, (one) => !goes(one));
};

/** What stands from the 18th birthday on: under care what the carer has stated, and the consent. */
export const afterMajority = (standing: Standing, { carers }: Applicant): Standing =>
  keeping(
    standing,
    ({ kind, guardianId, outlastsMajority }) =>
      outlastsMajority ||
      (carers.length > 0 && (kind === 'consent-14' || carers.includes(guardianId ?? 0))),
  );
