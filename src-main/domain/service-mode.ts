/** How a family is served on a day: always derived from statements, never typed (S2 §7). */
import type { IsoDate } from './dates.ts';
import { russianDate } from './russian.ts';
import { replayStatements, standingOn } from './statement-chain.ts';
import type { Applicant, Standing, Statement } from './statements.ts';

export type ServiceModeKind =
  | 'electronic'
  | 'paper-impossibility'
  | 'paper-refusal'
  | 'own-consent';

export interface ServiceMode {
  readonly mode: ServiceModeKind;
  /** The statement that gives the mode; null for the electronic service by default. */
  readonly statementId: number | null;
  /** The first day of the mode by that statement; null for the electronic service by default. */
  readonly since: IsoDate | null;
  /** Russian name of the mode. */
  readonly title: string;
  /** Russian: the rule and the paragraph of S2 that gives the mode. */
  readonly reason: string;
}

export interface FamilyMode {
  readonly parent: ServiceMode;
  readonly student: ServiceMode;
}

export interface FamilyModePeriod extends FamilyMode {
  /** Null for the time before the first statement. */
  readonly from: IsoDate | null;
}

export const SERVICE_MODE_TITLES: Readonly<Record<ServiceModeKind, string>> = {
  electronic: 'Электронный дневник',
  'paper-impossibility': 'Распечатка: нет возможности получать услугу',
  'paper-refusal': 'Распечатка: отказ родителя',
  'own-consent': 'Электронный дневник по согласию ученика',
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
};

const RESUMED =
  'Отказ аннулирован заявлением родителя: услуга снова предоставляется в электронном виде (план родительского собрания, п. 7, абзац 3).';

const modeBy = (mode: ServiceModeKind, statement: Statement | null): ServiceMode => {
  const rule = mode === 'electronic' && statement !== null ? RESUMED : RULES[mode];
  return {
    mode,
    statementId: statement?.id ?? null,
    since: statement?.registeredOn ?? null,
    title: SERVICE_MODE_TITLES[mode],
    reason:
      statement === null
        ? rule
        : `${rule} Основание: заявление, зарегистрированное ${russianDate(statement.registeredOn)}`,
  };
};

const familyMode = (standing: Standing): FamilyMode => {
  const parent = parentMode(standing);
  const student = standing.consent === null ? parent : modeBy('own-consent', standing.consent);
  return { parent, student };
};

const parentMode = (standing: Standing): ServiceMode => {
  if (standing.refusal !== null) return modeBy('paper-refusal', standing.refusal);
  if (standing.impossibility !== null) return modeBy('paper-impossibility', standing.impossibility);
  return modeBy('electronic', standing.annulment);
};

/** The mode of the parent and of the student on a day, from the chain of their statements (S2 §7). */
export const serviceModeOn = (
  chain: readonly Statement[],
  applicant: Applicant,
  date: IsoDate,
): FamilyMode => familyMode(standingOn(replayStatements(chain, applicant), date));

/** Every period of the chain in order of time; a day's last state counts for the day. */
export const serviceModeHistory = (
  chain: readonly Statement[],
  applicant: Applicant,
): readonly FamilyModePeriod[] => {
  const replay = replayStatements(chain, applicant);
  const days = [...new Set(replay.moments.map((moment) => moment.from))];
  return [null, ...days].map((from) => ({
    from,
    ...familyMode(standingOn(replay, from ?? '0001-01-01')),
  }));
};

/** True when weekly printouts are owed to the parent (S2 §7). */
export const isServedOnPaper = (mode: ServiceMode): boolean =>
  mode.mode === 'paper-impossibility' || mode.mode === 'paper-refusal';
