/** The regular endings of names, to check what the libraries print (domain.md §1). */
import { ownValue } from './own-value.ts';
import { isStandardSurname } from './name-rules.ts';
import type { Part, Sex } from './name-rules.ts';

interface Endings {
  /** The end of the nominative that is cut off. */
  readonly cut: RegExp;
  readonly genitive: string;
  readonly dative: string;
}

const ending = (cut: RegExp, genitive: string, dative: string): Endings => ({
  cut,
  genitive,
  dative,
});

/** The first that fits counts. */
const MALE_ADJECTIVES: readonly Endings[] = [
  ending(/(?<=[жшчщн])ий$/, 'его', 'ему'),
  ending(/(?<=[гкх])ий$/, 'ого', 'ому'),
  ending(/(?<!^ц)(?:ый|ой)$/, 'ого', 'ому'),
];
const FEMALE_SURNAMES: readonly Endings[] = [
  ending(/(?<=[жшчщ])ая$/, 'ей', 'ей'),
  ending(/(?<=.)яя$/, 'ей', 'ей'),
  ending(/(?<=[^аеёиоуыэюя])ая$/, 'ой', 'ой'),
];
const NOUNS_IN_A: readonly Endings[] = [
  ending(/(?<=[гкхжшчщ])а$/, 'и', 'е'),
  ending(/а$/, 'ы', 'е'),
  ending(/ия$/, 'ии', 'ии'),
  ending(/я$/, 'и', 'е'),
];
const MALE_NOUNS: readonly Endings[] = [
  ending(/[йь]$/, 'я', 'ю'),
  ending(/(?<=[бвгджзклмнпрстфхцчшщ])$/, 'а', 'у'),
];
const FEMALE_SOFT: readonly Endings[] = [ending(/ь$/, 'и', 'и')];

const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = {
  павел: ['павла', 'павлу'],
  лев: ['льва', 'льву'],
  пётр: ['петра', 'петру'],
  петр: ['петра', 'петру'],
};

const endingsOf = (part: Part, word: string, sex: Sex): readonly Endings[] => {
  if (part === 'last' && sex === 'male') return [...MALE_ADJECTIVES, ...NOUNS_IN_A, ...MALE_NOUNS];
  if (part === 'last') {
    const possessive = isStandardSurname(word, sex) && word.endsWith('а');
    return possessive ? [ending(/а$/, 'ой', 'ой')] : [...FEMALE_SURNAMES, ...NOUNS_IN_A];
  }
  return [...NOUNS_IN_A, ...(sex === 'male' ? MALE_NOUNS : FEMALE_SOFT)];
};

/** The regular form in lower case; null when no ending fits. `word` is one lower-case word. */
export const regularForm = (
  part: Part,
  word: string,
  sex: Sex,
  nameCase: 'genitive' | 'dative',
): string | null => {
  const known = part === 'first' ? ownValue(IRREGULAR, word) : undefined;
  if (known) return nameCase === 'genitive' ? known[0] : known[1];
  const found = endingsOf(part, word, sex).find((one) => one.cut.test(word));
  return found ? word.replace(found.cut, found[nameCase]) : null;
};
