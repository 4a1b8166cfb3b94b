/**
 * Registration numbers: per calendar year, from 1, in the order of registration, without gaps,
 * never reused; a letter number («13а») is an exception with its reason (domain.md §2, §5).
 */
import type { IsoDate } from './dates.ts';
import { shortDate } from './russian.ts';

export interface RegistrationNumber {
  /** The calendar year of the day of registration. */
  readonly year: number;
  readonly number: number | string;
  /** «а» of «13а»; absent or null = an ordinary number. */
  readonly letter?: string | null;
}

/** «13», «13а» */
export const printedNumber = ({ number, letter }: Omit<RegistrationNumber, 'year'>): string =>
  `${number}${letter ?? ''}`;

/** «12/2026», «13а/2026» */
export const formatRegistrationNumber = (value: RegistrationNumber): string =>
  `${printedNumber(value)}/${value.year}`;

/** A number that was given, with the day it was given on. */
export interface Registered extends RegistrationNumber {
  readonly registeredOn: IsoDate;
}

/** The number a forgotten paper may stand after. */
export interface LetterPlace {
  readonly after: number;
  readonly letter: string;
}

/** What is numbered, as a refusal calls it. */
export type Numbered = 'обращение' | 'заявление';

/** Without ё, й, ъ, ы, ь, and without з, о, ч, which a hand writes as 3, 0, 4. */
const letters = 'абвгдежиклмнпрстуфхцшщэюя';

/** The letter after the last one given to a number (null = none yet); null when there is none left. */
export const nextLetter = (last: string | null): string | null =>
  (last === null ? letters[0] : letters[letters.indexOf(last) + 1]) ?? null;

const titled = (value: Registered): string =>
  `№ ${formatRegistrationNumber(value)} от ${shortDate(value.registeredOn)}`;

const orLetter = (place: LetterPlace | null): string =>
  place === null
    ? ''
    : `, а если бумага забыта между номерами ${place.after} и ${place.after + 1}, — с литерой: № ${place.after}${place.letter}, с причиной`;

/** How a row with a day of the future is put out of the way. */
const putAside: Readonly<Record<Numbered, string>> = {
  обращение: 'аннулируйте',
  заявление: 'отметьте ошибочной',
};

export interface Order {
  readonly noun: Numbered;
  /** The day of registration that is asked for. */
  readonly on: IsoDate;
  readonly today: IsoDate;
  /** The last number of that day's year; null while the year has none. */
  readonly last: Registered | null;
  /** The latest registration of all years. */
  readonly newest: Registered | null;
  /** Where a letter number would stand; null where none can. */
  readonly place: LetterPlace | null;
}

export interface OrderProblem {
  readonly code: 'registration-clock-back' | 'registration-out-of-order';
  readonly message: string;
}

/**
 * Why the next number cannot be given on the day: numbers go in the order of registration, and a
 * clock set back would give them days of the past (domain.md §2). Null when it can.
 */
export const orderProblem = (order: Order): OrderProblem | null => {
  const { noun, on, today, last, newest, place } = order;
  if (newest !== null && today < newest.registeredOn)
    return {
      code: 'registration-clock-back',
      message:
        `На часах компьютера ${shortDate(today)}, а последнее ${noun} ${titled(newest)} ` +
        `зарегистрировано позже. Проверьте дату на компьютере. Если тогда спешили часы, ` +
        `${putAside[noun]} запись № ${formatRegistrationNumber(newest)} и зарегистрируйте снова${orLetter(place)}.`,
    };
  if (last === null || on >= last.registeredOn) return null;
  return {
    code: 'registration-out-of-order',
    message:
      `Номера идут в порядке регистрации: последним стоит ${noun} ${titled(last)}, ` +
      `день ${shortDate(on)} раньше. Зарегистрируйте ${noun} сегодняшним днём ` +
      `(${shortDate(today)})${orLetter(place)}.`,
  };
};

export interface LetterAsked {
  readonly noun: Numbered;
  readonly on: IsoDate;
  readonly year: number;
  /** The number the letter is asked for. */
  readonly after: number;
  /** The last row under this number, its latest letter; null when the year has no such number. */
  readonly tail: Registered | null;
  /** The number that follows. */
  readonly next: Registered | null;
}

export interface LetterProblem {
  readonly field: 'letterAfter' | 'registeredOn';
  readonly message: string;
}

/**
 * Why the paper cannot stand as a letter number: it stands between two numbers of the year, on a
 * day between theirs, both included (domain.md §2). Null when it can.
 */
export const letterProblem = (asked: LetterAsked): LetterProblem | null => {
  const { noun, on, year, after, tail, next } = asked;
  const place = `№ ${after}/${year}`;
  if (tail === null)
    return {
      field: 'letterAfter',
      message: `Номера ${after} в ${year} году нет: литера даётся к номеру, который уже есть.`,
    };
  if (next === null)
    return {
      field: 'letterAfter',
      message: `${place} последний в году: литера не нужна, зарегистрируйте ${noun} следующим номером.`,
    };
  const letter = nextLetter(tail.letter ?? null);
  if (letter === null)
    return { field: 'letterAfter', message: `Литеры к номеру ${place} закончились.` };
  if (on >= tail.registeredOn && on <= next.registeredOn) return null;
  return {
    field: 'registeredOn',
    message:
      `№ ${after}${letter} стоит между ${titled(tail)} и ${titled(next)}: ` +
      `день регистрации должен быть между этими днями, а указано ${shortDate(on)}.`,
  };
};

/** Where a letter number of the day stands, by the rows around it; null where none can. */
export const letterPlace = (asked: LetterAsked): LetterPlace | null => {
  const letter = nextLetter(asked.tail?.letter ?? null);
  return letter === null || letterProblem(asked) !== null ? null : { after: asked.after, letter };
};
