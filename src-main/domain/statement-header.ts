/** The right block of a statement: to whom (dative) and from whom (genitive) (domain.md §8, §10). */
import { ownValue } from './own-value.ts';
import type { Sex } from './declension.ts';

export interface DeclinedPosition {
  readonly text: string;
  /** The user must look at the form before it is printed. */
  readonly doubtful: boolean;
}

const ADJECTIVE = /^[а-яё-]+(?:ый|ой|ий)$/i;
/** Heads of phrases offices are addressed by; the words after them do not change. */
const NOUNS: Readonly<Record<string, readonly [string, string]>> = {
  директор: ['директора', 'директору'],
  руководитель: ['руководителя', 'руководителю'],
  начальник: ['начальника', 'начальнику'],
  заместитель: ['заместителя', 'заместителю'],
  учитель: ['учителя', 'учителю'],
  секретарь: ['секретаря', 'секретарю'],
  председатель: ['председателя', 'председателю'],
  заведующий: ['заведующего', 'заведующему'],
  заведующая: ['заведующей', 'заведующей'],
  исполняющий: ['исполняющего', 'исполняющему'],
  исполняющая: ['исполняющей', 'исполняющей'],
};

const sameCapital = (model: string, text: string): string =>
  model.startsWith(model.slice(0, 1).toUpperCase())
    ? text.slice(0, 1).toUpperCase() + text.slice(1)
    : text;

const adjective = (word: string, nameCase: 'genitive' | 'dative'): string => {
  const soft = /[жшчщн]ий$/i.test(word);
  const [genitive, dative] = soft ? ['его', 'ему'] : ['ого', 'ому'];
  return word.slice(0, -2) + (nameCase === 'genitive' ? genitive : dative);
};

/**
 * «Директор» → «Директору»; «Классный руководитель» → «Классному руководителю»; «И. о. директора»
 * stays. An unknown position is left as it is and flagged.
 */
export const declinePosition = (
  position: string,
  nameCase: 'genitive' | 'dative',
): DeclinedPosition => {
  const words = position.trim().split(/\s+/);
  // An abbreviation of «исполняющий обязанности» hides its ending.
  if (/^(?:и\.? ?о\.?|врио|вр\.)(?: |$)/i.test(words.join(' ')))
    return { text: words.join(' '), doubtful: false };
  const at = words.findIndex((word) => ownValue(NOUNS, word.toLowerCase()) !== undefined);
  const before = words.slice(0, Math.max(at, 0));
  if (at === -1 || !before.every((word) => ADJECTIVE.test(word)))
    return { text: words.join(' '), doubtful: true };
  const noun = words[at] ?? '';
  const [genitive, dative] = ownValue(NOUNS, noun.toLowerCase()) ?? [noun, noun];
  const text = [
    ...before.map((word) => adjective(word, nameCase)),
    sameCapital(noun, nameCase === 'genitive' ? genitive : dative),
    ...words.slice(at + 1),
  ].join(' ');
  return { text, doubtful: false };
};

export interface HeaderFields {
  /** Dative: «Директору». */
  readonly position: string;
  /** Short name as it is in the settings: organisations are not declined. */
  readonly organisation: string;
  /** Dative with initials: «Иванову И. И.»; null = by hand. */
  readonly head: string | null;
  /** Genitive, full: «Петровой Анны Ильиничны»; null = by hand. */
  readonly applicant: string | null;
  readonly sex: Sex | null;
  readonly address: string | null;
  readonly phone: string | null;
}

/** A line of the block: a label and a value on a rule; null value = an empty rule for the hand. */
export interface HeaderLine {
  readonly label: string;
  readonly value: string | null;
  /** Small print under an empty rule. */
  readonly caption?: string;
}

const livesAt = (sex: Sex | null): string => {
  if (sex === null) return 'проживающего(-ей) по адресу:';
  return sex === 'male' ? 'проживающего по адресу:' : 'проживающей по адресу:';
};

/** The lines of the block from top to bottom; the first has its value in the label's case already. */
export const statementHeader = (fields: HeaderFields): readonly HeaderLine[] => [
  { label: `${fields.position} ${fields.organisation}`.trim(), value: fields.head },
  {
    label: 'от',
    value: fields.applicant,
    caption: '(фамилия, имя, отчество полностью)',
  },
  { label: livesAt(fields.sex), value: fields.address },
  { label: 'тел.', value: fields.phone },
];
