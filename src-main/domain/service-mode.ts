/** How a family is served on a day: always derived from statements, never typed (S2 §7). */
import type { IsoDate } from './dates.ts';
import { russianDate } from './russian.ts';
import { replayStatements, standingOn } from './statement-chain.ts';
import { actsHimself, parentRefusals, standingOf } from './statements.ts';
import type { Applicant, PartyStanding, Standing, Statement } from './statements.ts';

export type ServiceModeKind =
  | 'electronic'
  | 'paper-impossibility'
  | 'paper-refusal'
  | 'own-consent'
  | 'student-of-age';

export interface ServiceMode {
  readonly mode: ServiceModeKind;
  /** The statement that gives the mode; null when none does. */
  readonly statementId: number | null;
  /** The first day of the mode by that statement; null when none gives it. */
  readonly since: IsoDate | null;
  /** Russian name of the mode. */
  readonly title: string;
  /** Russian: the rule and the paragraph of S2 that gives the mode. */
  readonly reason: string;
}

/** Everybody of one family on a day. */
export interface FamilyModes {
  readonly parent: (guardianId: number) => ServiceMode;
  readonly student: ServiceMode;
}

export interface ModePeriod {
  /** Null for the time before the first statement. */
  readonly from: IsoDate | null;
  readonly modes: FamilyModes;
}

export const SERVICE_MODE_TITLES: Readonly<Record<ServiceModeKind, string>> = {
  electronic: 'Электронный дневник',
  'paper-impossibility': 'Распечатка: нет возможности получать услугу',
  'paper-refusal': 'Распечатка: отказ от услуги',
  'own-consent': 'Электронный дневник по согласию ученика',
  'student-of-age': 'Ученик совершеннолетний: сведения получает он сам',
};

const RULES: Readonly<Record<ServiceModeKind, string>> = {
  electronic:
    'Действующих заявлений нет: услуга предоставляется в электронном виде (план родительского собрания, п. 1.1).',
  'paper-impossibility':
    'Родитель заявил о невозможности получения услуги: распечатка результатов не реже одного раза в неделю (план родительского собрания, п. 7, абзац 1).',
  'paper-refusal':
    'Родитель заявил о нежелании получать услугу в электронном виде: распечатка результатов раз в неделю, не реже и не чаще (план родительского собрания, п. 7, абзац 2).',
  'own-consent':
    'Родитель отказался, но ученик, достигший 14 лет и получивший паспорт, дал письменное согласие: ученик обслуживается в электронном виде (план родительского собрания, п. 7, абзац 3).',
  'student-of-age':
    'Ученику исполнилось 18 лет: он действует сам, заявления родителей больше не действуют. Родителя информируют с разрешения ученика.',
};

const RESUMED =
  'Отказ аннулирован заявлением родителя: услуга снова предоставляется в электронном виде (план родительского собрания, п. 7, абзац 3).';
const PERMITTED = 'Совершеннолетний ученик разрешил информировать родителя в электронном виде.';

/** Of age the student states himself: no parent is spoken of. */
const ofAuthor = (rule: string, { guardianId }: Statement): string =>
  guardianId === null
    ? rule
        .replace('Родитель заявил', 'Ученик заявил')
        .replace('заявлением родителя', 'его заявлением')
    : rule;

const basisOf = ({ registeredOn, inForceFrom }: Statement): string => {
  const basis = `Основание: заявление, зарегистрированное ${russianDate(registeredOn)}`;
  return inForceFrom === null || inForceFrom === registeredOn
    ? basis
    : `${basis}, действует с ${russianDate(inForceFrom)}`;
};

const modeBy = (
  mode: ServiceModeKind,
  statement: Statement | null,
  rule = RULES[mode],
): ServiceMode => ({
  mode,
  statementId: statement?.id ?? null,
  since: statement?.inForceFrom ?? null,
  title: SERVICE_MODE_TITLES[mode],
  reason: statement === null ? rule : `${ofAuthor(rule, statement)} ${basisOf(statement)}`,
});

const modeOfParty = (party: PartyStanding): ServiceMode | null => {
  if (party.refusal !== null) return modeBy('paper-refusal', party.refusal);
  if (party.impossibility !== null) return modeBy('paper-impossibility', party.impossibility);
  return party.annulment && modeBy('electronic', party.annulment, RESUMED);
};

const parentMode = (standing: Standing, guardianId: number, ofAge: boolean): ServiceMode => {
  const party = standingOf(standing, guardianId);
  const stated = modeOfParty(party);
  if (stated) return stated;
  if (party.permission) return modeBy('electronic', party.permission, PERMITTED);
  return modeBy(ofAge ? 'student-of-age' : 'electronic', null);
};

/** The strictest of what the parents have stated, as far as it `counts`. */
const strictestOfParents = (
  { parents }: Standing,
  counts: (statement: Statement) => boolean,
): ServiceMode | null => {
  const modes = [...parents.values()].flatMap((party) => {
    const statement = party.refusal ?? party.impossibility ?? party.annulment;
    return statement && counts(statement) ? (modeOfParty(party) ?? []) : [];
  });
  const first = (kind: ServiceModeKind): ServiceMode | undefined =>
    modes.find(({ mode }) => mode === kind);
  const resumed = modes.toSorted((a, b) => (a.since ?? '').localeCompare(b.since ?? ''));
  return first('paper-refusal') ?? first('paper-impossibility') ?? resumed.at(-1) ?? null;
};

/**
 * How the student himself is served: of age by his own statements; else by his own consent, else by
 * a refusal of either parent, an impossibility, the electronic service. When parents differ about
 * his access, `childAccess` tells what the school is asked. Of age, only those statements of the
 * parents speak for him that are kept from before the rule and wait for a decision.
 */
const studentMode = (standing: Standing, ofAge: boolean): ServiceMode => {
  const own = ofAge ? modeOfParty(standing.own) : null;
  if (own) return own;
  if (standing.consent !== null) return modeBy('own-consent', standing.consent.statement);
  const ofParents = strictestOfParents(standing, (one) => !ofAge || one.outlastsMajority);
  return ofParents ?? modeBy('electronic', null);
};

const modesOf = (standing: Standing, ofAge: boolean): FamilyModes => ({
  parent: (guardianId) => parentMode(standing, guardianId, ofAge),
  student: studentMode(standing, ofAge),
});

/** The modes of everybody on a day, from the statements of the family (S2 §7). */
export const serviceModesOn = (
  family: readonly Statement[],
  applicant: Applicant,
  date: IsoDate,
): FamilyModes =>
  modesOf(standingOn(replayStatements(family, applicant), date), actsHimself(applicant, date));

/** Every period of the family in order of time; a day's last state counts for the day. */
export const serviceModeHistory = (
  family: readonly Statement[],
  applicant: Applicant,
): readonly ModePeriod[] => {
  const replay = replayStatements(family, applicant);
  const days = [...new Set(replay.moments.map((moment) => moment.from))];
  return [null, ...days].map((from) => {
    const on = from ?? '0001-01-01';
    return { from, modes: modesOf(standingOn(replay, on), actsHimself(applicant, on)) };
  });
};

/** True when weekly printouts are owed (S2 §7). */
export const isServedOnPaper = ({ mode }: Pick<ServiceMode, 'mode'>): boolean =>
  mode === 'paper-impossibility' || mode === 'paper-refusal';

/** Whether the student may have a login of his own, and why not. */
export type ChildAccess =
  /** Nobody is against it. */
  | 'open'
  /** His own word: the consent of 14, or he is of age. */
  | 'own'
  /** Every representative refuses. */
  | 'refused'
  /** One representative refuses, another does not: the school decides. */
  | 'disputed';

/**
 * The child's own access to the electronic service (S2 §7; domain.md §5): when the representatives
 * differ the login is withheld and the school asked. `representatives` are those of the day.
 */
export const childAccess = (
  standing: Standing,
  applicant: Applicant,
  representatives: readonly number[],
  date: IsoDate,
): ChildAccess => {
  const ofAge = actsHimself(applicant, date);
  // Whom the school no longer knows as a representative has no say about the child.
  const refusals = parentRefusals(standing)
    .filter((one) => !ofAge || one.outlastsMajority)
    .filter(({ guardianId }) => ofAge || representatives.includes(guardianId ?? 0));
  if (standing.consent !== null) return 'own';
  if (refusals.length === 0) return ofAge ? 'own' : 'open';
  const refusing = new Set(refusals.map(({ guardianId }) => guardianId));
  return representatives.every((id) => refusing.has(id)) ? 'refused' : 'disputed';
};
