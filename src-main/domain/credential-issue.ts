/**
 * An issue at the desk (S2 §4, domain.md §5): who is named by what was typed, until when an issue
 * can be taken back, and when its secret is gone.
 */
import type { CredentialProblem, CredentialState } from './credentials.ts';
import { fold, searchWords } from './names.ts';

/** A clock may be put right by a minute; set back further, it tells no time any more. */
const CLOCK_SLACK_MS = 60_000;

/** Times as the clock gives them, milliseconds. */
export interface SealedTime {
  /** When the secret of a signed issue is to be wiped. */
  readonly wipeAfter: number;
  readonly now: number;
  /** The latest time the program has seen: a clock set back keeps no secret for longer. */
  readonly seen: number;
}

/** Whether the secret of a signed issue, sealed so that it can be taken back, must be gone now. */
export const isSecretDue = ({ wipeAfter, now, seen }: SealedTime): boolean =>
  now >= wipeAfter || now < seen - CLOCK_SLACK_MS;

/** When the secret of an issue is wiped; null: it stays, or it goes at once (`minutes` 0). */
export const wipeTime = (now: number, minutes: number): number | null =>
  minutes === 0 ? null : now + minutes * 60_000;

export interface IssueState {
  readonly state: CredentialState;
  readonly signed: boolean;
  readonly hasSecret: boolean;
  /** Until when a signed issue waits, milliseconds; null: it does not. */
  readonly wipeAfter: number | null;
}

/** Why an issue cannot be signed for now; null when it can. */
export const signProblem = ({
  state,
  signed,
}: Pick<IssueState, 'state' | 'signed'>): CredentialProblem | null => {
  if (state !== 'issued')
    return { code: 'not-issued', path: 'ids', message: 'данные ещё не выданы.' };
  return signed ? { code: 'already-signed', path: 'ids', message: 'подпись уже отмечена.' } : null;
};

/** Why an issue cannot be taken back now; null when it can: the secret must still be there. */
export const takeBackProblem = (
  { state, signed, hasSecret, wipeAfter }: IssueState,
  now: number,
): CredentialProblem | null => {
  if (state !== 'issued')
    return {
      code: 'not-issued',
      path: 'ids',
      message: 'Взять назад нечего: эти данные сейчас не выданы.',
    };
  if (!signed) return null;
  if (wipeAfter === null ? hasSecret : now < wipeAfter) return null;
  return {
    code: 'take-back-late',
    path: 'ids',
    message:
      'Взять выдачу назад уже нельзя: срок вышел, пароль стёрт. Оформите повторную выдачу с новым паролем.',
  };
};

/** Somebody who may stand at the desk. */
export interface DeskPerson {
  readonly name: string;
  readonly logins: readonly string[];
}

/** The login, or the full name as a whole: nobody else is meant. */
export const isNamedExactly = (typed: string, { name, logins }: DeskPerson): boolean => {
  const text = typed.trim();
  return text !== '' && (logins.includes(text) || fold(text) === fold(name));
};

/** Every word that was typed begins a word of his own name. */
const isNamedByWords = (typed: string, { name }: DeskPerson): boolean => {
  const own = searchWords(name);
  const words = searchWords(typed);
  return words.length > 0 && words.every((word) => own.some((one) => one.startsWith(word)));
};

/**
 * Whom the typed text names: those named exactly when there are any, else those whose own name
 * begins so. Whether anything may still be handed to them plays no part.
 */
export const namedPersons = <P extends DeskPerson>(
  typed: string,
  people: readonly P[],
): readonly P[] => {
  const exact = people.filter((person) => isNamedExactly(typed, person));
  return exact.length > 0 ? exact : people.filter((person) => isNamedByWords(typed, person));
};
