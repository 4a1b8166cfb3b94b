/** Credentials of the electronic diary: kinds, who may be handed what, history (S2 §4, domain.md §5). */
import { assertNever } from '../contract/errors.ts';
import { compareClassNames, parseClassName } from './classes.ts';
import type { IsoDate } from './dates.ts';

/** `esia` = the person signs in through ЕСИА («Госуслуги»), there is no secret. */
export const CREDENTIAL_KINDS = ['password', 'invitation', 'esia'] as const;
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number];
export type CredentialOwner = 'student' | 'guardian';

/** S2 §4 recommends personal issue «ученикам 7-х классов и старше»; the school decides. */
export const DEFAULT_PERSONAL_FROM = 7;

export interface HandOver {
  readonly allowed: boolean;
  /** Russian: why, for the person at the desk. */
  readonly reason: string;
}

const yes = (reason: string): HandOver => ({ allowed: true, reason });
const no = (reason: string): HandOver => ({ allowed: false, reason });

/** Why somebody who does not act for the child is handed nothing (domain.md §1). */
export const notRepresentative =
  'сегодня не представляет ребёнка: записан(а) как «не представитель», связи нет или ребёнку исполнилось 18 лет.';

const toStudent = (parallel: number, from: number): HandOver =>
  parallel >= from
    ? yes(`С ${from}-го класса ученик может получить свои данные лично, под подпись.`)
    : no(`До ${from}-го класса данные ученика получает родитель: он решает, давать ли их ребёнку.`);

const toGuardian = (parallel: number, from: number): HandOver =>
  parallel < from
    ? yes(`До ${from}-го класса родитель получает и свои данные, и данные ребёнка.`)
    : yes(`С ${from}-го класса ученик может получить данные лично, но их может взять и родитель.`);

/**
 * To whom a student's own is handed by his class (S2 §4). `personalFrom` is the class from which a
 * student receives it himself (setting, 7 by default). What the family has stated is judged by
 * `credential-access.ts`, revoked ones by `eventProblems`.
 */
export const handOver = (
  receiver: CredentialOwner,
  className: string,
  personalFrom: number = DEFAULT_PERSONAL_FROM,
): HandOver => {
  const found = parseClassName(className);
  if (found === null) return no('Класс ученика неизвестен: укажите его в карточке ученика.');
  return receiver === 'student'
    ? toStudent(found.parallel, personalFrom)
    : toGuardian(found.parallel, personalFrom);
};

export interface LedgerName {
  readonly className: string;
  /** «Фамилия Имя Отчество», the name the row is sorted by within the class. */
  readonly name: string;
}

const collator = new Intl.Collator('ru', { sensitivity: 'variant' });

/** Order of the ledgers (Приложение № 6): by class (2А before 10А), then by name. */
export const compareLedgerRows = (a: LedgerName, b: LedgerName): number =>
  compareClassNames(a.className, b.className) || collator.compare(a.name, b.name);

/** What happened to one credential, oldest first. */
export interface CredentialEvent {
  readonly kind: 'received' | 'issued' | 'reissued' | 'revoked' | 'wiped';
  readonly on: IsoDate;
}

export type CredentialState = 'new' | 'issued' | 'revoked';

/** The state after the events; `reissued` = a new secret came and waits for a new signature. */
export const credentialState = (events: readonly CredentialEvent[]): CredentialState => {
  const last = events.map((event) => event.kind).findLast((kind) => kind !== 'wiped') ?? 'received';
  switch (last) {
    case 'received':
    case 'reissued':
      return 'new';
    case 'issued':
      return 'issued';
    case 'revoked':
      return 'revoked';
    default:
      return assertNever(last);
  }
};

export interface CredentialProblem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

const problem = (code: string, path: string, message: string): CredentialProblem => ({
  code,
  path,
  message,
});

const WRONG_ORDER = problem(
  'dates-out-of-order',
  'on',
  'Дата раньше последней отметки по этой карточке. Проверьте дату.',
);

/** A new secret may come in every state: a re-issue is never refused by what was before it. */
type RefusableKind = Exclude<CredentialEvent['kind'], 'reissued'>;

const NEXT: Readonly<Record<CredentialState, readonly RefusableKind[]>> = {
  new: ['issued', 'revoked'],
  issued: ['revoked', 'wiped'],
  revoked: ['wiped'],
};

/** Whether an event may follow in this state. */
export const mayFollow = (state: CredentialState, kind: RefusableKind): boolean =>
  NEXT[state].includes(kind);

/** Once issued, a credential is neither corrected nor deleted, only issued anew. */
export const isCorrectable = (state: CredentialState, wasIssued: boolean): boolean =>
  state === 'new' && !wasIssued;

const REFUSALS: Readonly<Record<RefusableKind, CredentialProblem>> = {
  received: problem(
    'already-received',
    'kind',
    'Данные уже внесены. Новые оформите как повторную выдачу.',
  ),
  issued: problem(
    'cannot-issue',
    'kind',
    'Выдать нельзя: карточка уже выдана или отозвана. Оформите повторную выдачу с новым паролем.',
  ),
  revoked: problem('already-revoked', 'kind', 'Карточка уже отозвана.'),
  wiped: problem(
    'nothing-to-wipe',
    'kind',
    'Стирать нечего: пароль ещё не выдан под подпись или уже стёрт.',
  ),
};

/** Reasons why the event cannot follow; empty when it can. A first `received` opens the history. */
export const eventProblems = (
  events: readonly CredentialEvent[],
  { kind, on }: CredentialEvent,
): readonly CredentialProblem[] => {
  const last = events.at(-1);
  const order = last && on < last.on ? [WRONG_ORDER] : [];
  if (kind === 'reissued') return order;
  const allowed = last ? mayFollow(credentialState(events), kind) : kind === 'received';
  const again = kind === 'wiped' && last?.kind === 'wiped';
  return allowed && !again ? order : [...order, REFUSALS[kind]];
};

/** True when the sealed secret is to be wiped now: signed for, by setting (default on). */
export const shouldWipe = (
  kind: CredentialKind,
  events: readonly CredentialEvent[],
  wipeAfterIssue: boolean = true,
): boolean => {
  if (kind === 'esia' || events.at(-1)?.kind === 'wiped') return false;
  const state = credentialState(events);
  // A revoked secret opens nothing any more and is kept by no setting.
  return state === 'revoked' || (wipeAfterIssue && state === 'issued');
};
