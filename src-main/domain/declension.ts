/** Names in oblique cases: two libraries, own certainty rules, a flag for the user (domain.md §1). */
import { inclineFirstname, inclineLastname, inclineMiddlename, getGender } from 'lvovich';
import petrovich from 'petrovich';
import { isEasternCompound, isStandardSurname, looksOfOtherSex, verdictOf } from './name-rules.ts';
import type { Part, Sex } from './name-rules.ts';
import { regularForm } from './name-endings.ts';
import { fullName } from './names.ts';
import type { PersonName } from './names.ts';
import { initials } from './russian.ts';

export type { Sex } from './name-rules.ts';
export type NameCase = 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional';

/** What the user confirmed or typed for a person; whole names as they are to be printed. */
export interface NameOverrides {
  readonly genitive?: string;
  readonly dative?: string;
  /** «Не склонять»: the name is printed as it is in any case. */
  readonly notDeclined?: boolean;
}

export interface DeclinedName {
  /** «Ивановой Анны Петровны». */
  readonly text: string;
  readonly parts: PersonName;
  /** The user must look at the form before it is printed. */
  readonly doubtful: boolean;
  /** Russian reasons of the doubt; empty when there is none. */
  readonly reasons: readonly string[];
  /** True when the text is the user's own. */
  readonly overridden: boolean;
}

interface Word {
  readonly text: string;
  readonly reason: string | null;
}

const PART_NAMES: Readonly<Record<Part, string>> = {
  last: 'Фамилия',
  first: 'Имя',
  middle: 'Отчество',
};

const CYRILLIC = /^[А-ЯЁа-яё]+(?:['’`-][А-ЯЁа-яё]+)*$/;
const INITIAL = /^\p{Lu}\.?$/u;

const byLvovich = (part: Part, word: string, sex: Sex, nameCase: NameCase): string => {
  if (part === 'last') return inclineLastname(word, nameCase, sex);
  return part === 'first'
    ? inclineFirstname(word, nameCase, sex)
    : inclineMiddlename(word, nameCase, sex);
};

const byPetrovich = (part: Part, word: string, sex: Sex, nameCase: NameCase): string =>
  petrovich({ [part]: word, gender: sex }, nameCase)[part] ?? word;

/** Libraries work on «Иванов», so «ИВАНОВ» would get a small ending. */
const normalCase = (word: string): string =>
  word.length > 1 && word === word.toUpperCase()
    ? word.slice(0, 1) + word.slice(1).toLowerCase()
    : word;

const declineWord = (part: Part, given: string, sex: Sex, nameCase: NameCase): Word => {
  const word = normalCase(given);
  const label = `${PART_NAMES[part]} «${word}»`;
  if (INITIAL.test(word)) return { text: word, reason: 'Вместо имени или отчества инициал.' };
  if (!CYRILLIC.test(word))
    return { text: word, reason: `${label}: записано не русскими буквами, форма не изменена.` };
  const lower = word.toLowerCase();
  const verdict = verdictOf(part, lower, sex);
  if (verdict === 'unchanged') return { text: word, reason: null };
  if (verdict === 'unchanged-doubtful')
    return { text: word, reason: `${label}: проверьте, склоняется ли.` };
  return rememberedWord(part, word, sex, nameCase, verdict === 'sure');
};

/** Names repeat all over a school, and both libraries try hundreds of rules one by one. */
const remembered = new Map<string, Word>();
const MOST_REMEMBERED = 20_000;

const rememberedWord = (...args: Parameters<typeof libraryWord>): Word => {
  const key = args.join('|');
  const known = remembered.get(key);
  if (known) return known;
  const word = libraryWord(...args);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, word);
  return word;
};

const libraryWord = (
  part: Part,
  word: string,
  sex: Sex,
  nameCase: NameCase,
  sure: boolean,
): Word => {
  const label = `${PART_NAMES[part]} «${word}»`;
  const one = byLvovich(part, word, sex, nameCase);
  const other = byPetrovich(part, word, sex, nameCase);
  const regular =
    nameCase === 'genitive' || nameCase === 'dative'
      ? regularForm(part, word.toLowerCase(), sex, nameCase)
      : null;
  if (one !== other) {
    // petrovich does not know «Королёва»; a possessive surname has only one form.
    const known = part === 'last' && isStandardSurname(word.toLowerCase(), sex);
    if (known && one.toLowerCase() === regular) return { text: one, reason: null };
    return { text: one, reason: `${label}: «${one}» или «${other}».` };
  }
  if (one === word) return { text: one, reason: `${label}: программа не знает этой формы.` };
  // Endings of the other cases are not checked here, so they are always shown to the user.
  const doubt = !sure || regular !== one.toLowerCase();
  return { text: one, reason: doubt ? `${label}: проверьте форму «${one}».` : null };
};

const declineDouble = (
  part: Part,
  words: readonly string[],
  sex: Sex,
  nameCase: NameCase,
): Word => {
  const lower = words.map((word) => normalCase(word).toLowerCase());
  const whole = words.join('-');
  if (isEasternCompound(lower))
    return { text: whole, reason: `${PART_NAMES[part]} «${whole}»: проверьте, склоняется ли.` };
  const done = words.map((word) => declineWord(part, word, sex, nameCase));
  const text = done.map((word) => word.text).join('-');
  const sure = part === 'last' && lower.every((word) => isStandardSurname(word, sex));
  const reason = done.find((word) => word.reason !== null)?.reason ?? null;
  return { text, reason: reason ?? (sure ? null : `${PART_NAMES[part]} двойное: «${text}».`) };
};

const declinePart = (part: Part, value: string, sex: Sex, nameCase: NameCase): Word => {
  const clean = value.trim();
  if (clean === '') return { text: '', reason: null };
  if (/\s/.test(clean)) {
    const reason = `${PART_NAMES[part]} «${clean}» из нескольких слов: форма не изменена, проверьте её.`;
    return { text: clean, reason };
  }
  const words = clean.split('-');
  if (words.length > 1) return declineDouble(part, words, sex, nameCase);
  const word = declineWord(part, clean, sex, nameCase);
  if (part === 'last' && word.reason === null && looksOfOtherSex(clean.toLowerCase(), sex))
    return { ...word, reason: `Фамилия «${clean}» похожа на фамилию другого пола.` };
  return word;
};

const patronymicSex = (middleName: string | null): Sex | null => {
  const middle = (middleName ?? '').trim().toLowerCase();
  if (/(?:вич|[ьмктн]ич|оглы|оглу|улы|уулу)$/.test(middle)) return 'male';
  return /(?:вна|чна|шна|кызы|гызы|кизи)$/.test(middle) ? 'female' : null;
};

/**
 * The sex that is known, not guessed: of the card or of the patronymic; null when neither tells it
 * or they contradict each other.
 */
export const knownSex = (person: PersonName, given: Sex | null): Sex | null => {
  const middle = patronymicSex(person.middleName);
  if (given !== null && middle !== null && given !== middle) return null;
  return given ?? middle;
};

const librarySex = (person: PersonName): Sex | null => {
  const found = getGender({
    last: person.lastName,
    first: person.firstName,
    middle: person.middleName,
  });
  return found === 'male' || found === 'female' ? found : null;
};

interface FoundSex {
  readonly sex: Sex | null;
  readonly reasons: readonly string[];
}

const findSex = (person: PersonName, given: Sex | null): FoundSex => {
  const middle = patronymicSex(person.middleName);
  if (given !== null && middle !== null && given !== middle)
    return { sex: given, reasons: ['Пол в карточке не сходится с отчеством.'] };
  const known = given ?? middle;
  if (known !== null) return { sex: known, reasons: [] };
  const guessed = librarySex(person);
  return guessed === null
    ? { sex: null, reasons: ['Пол не указан и по имени не определяется: форма не изменена.'] }
    : { sex: guessed, reasons: ['Пол не указан и угадан по имени.'] };
};

const wholeReasons = (person: PersonName): readonly string[] =>
  (person.middleName ?? '').trim() === ''
    ? ['Отчества нет: проверьте, что имя записано полностью.']
    : [];

const tidy = (person: PersonName): PersonName => ({
  lastName: person.lastName.trim(),
  firstName: person.firstName.trim(),
  middleName: person.middleName?.trim() ?? null,
});

const unchanged = (person: PersonName, reasons: readonly string[]): DeclinedName => ({
  text: fullName(person),
  parts: person,
  doubtful: reasons.length > 0,
  reasons,
  overridden: false,
});

const overrideOf = (nameCase: NameCase, overrides: NameOverrides): string | undefined => {
  const text = nameCase === 'genitive' ? overrides.genitive : undefined;
  const found = nameCase === 'dative' ? overrides.dative : text;
  return found === undefined || found.trim() === '' ? undefined : found.trim();
};

/**
 * A full name in a case. `sex` is the register's; null is told by the patronymic, else guessed and
 * flagged. Everything that is not known to be right is flagged `doubtful`; a user's override or
 * «не склонять» is printed as it is and is never doubtful.
 */
export const declineName = (
  person: PersonName,
  nameCase: NameCase,
  sex: Sex | null,
  overrides: NameOverrides = {},
): DeclinedName => {
  const clean = tidy(person);
  const own = overrideOf(nameCase, overrides);
  if (own !== undefined) return { ...unchanged(clean, []), text: own, overridden: true };
  if (overrides.notDeclined) return { ...unchanged(clean, []), overridden: true };
  const found = findSex(clean, sex);
  if (found.sex === null) return unchanged(clean, found.reasons);
  const last = declinePart('last', clean.lastName, found.sex, nameCase);
  const first = declinePart('first', clean.firstName, found.sex, nameCase);
  const middle = declinePart('middle', clean.middleName ?? '', found.sex, nameCase);
  const parts = { lastName: last.text, firstName: first.text, middleName: middle.text || null };
  const reasons = [
    ...found.reasons,
    ...wholeReasons(clean),
    ...[last, first, middle].flatMap((word) => (word.reason === null ? [] : [word.reason])),
  ];
  const all = [...new Set(reasons)];
  return {
    text: fullName(parts),
    parts,
    doubtful: all.length > 0,
    reasons: all,
    overridden: false,
  };
};

/**
 * «Ивановой А. П.»: only the surname is declined and only its doubts count. The initials come from
 * the full name where there is one.
 */
export const declineInitials = (
  person: PersonName,
  nameCase: NameCase,
  sex: Sex | null,
  overrides: NameOverrides = {},
): DeclinedName => {
  const clean = tidy(person);
  const own = overrideOf(nameCase, overrides);
  const name = declineName(person, nameCase, sex, overrides);
  // A typed override begins with the surname: «Ивановой Анны Петровны».
  const lastName = own === undefined ? name.parts.lastName : (own.split(/\s+/)[0] ?? '');
  const reasons = name.reasons.filter((reason) => /^(?:Фамилия|Пол )/.test(reason));
  const text = initials(lastName, clean.firstName, clean.middleName);
  return { ...name, text, reasons, doubtful: reasons.length > 0 };
};
