/**
 * What is known for sure about the cases of Russian names (domain.md §1). The two libraries share
 * ancestors and often agree on a wrong form («Цоя Вера», «Кузнца», «Горячия», «Золи»), so agreement
 * alone proves nothing: a form is sure only when its ending is one of those listed here.
 */
export type Sex = 'male' | 'female';
export type Part = 'last' | 'first' | 'middle';

/** How an own rule judges a part of a name. */
export type Verdict =
  /** The libraries' form is right when they agree. */
  | 'sure'
  /** The word does not change, whatever the libraries print. */
  | 'unchanged'
  /** The word does not change as far as known, but a person should look. */
  | 'unchanged-doubtful'
  /** The libraries may be wrong even where they agree. */
  | 'doubtful';

const VOWELS = /[аеёиоуыэюя]/g;
const syllables = (word: string): number => word.match(VOWELS)?.length ?? 0;

/** Adjectives and possessives, the bulk of Russian surnames. */
const MALE_STANDARD = /[а-яё](?:(?:ов|ев|ёв|ин|ын)|(?:ск|цк)(?:ий|ой))$/;
const FEMALE_STANDARD = /[а-яё]{2}(?:(?:ова|ева|ёва|ина|ына)|(?:ск|цк)ая)$/;

/** Nouns (and foreign names) that look like the feminine of a possessive. */
const FEMALE_NOUNS = new Set(
  'родина машина щербина калина малина былина долина осина рябина година кручина старшина детина перепелина скотина картина половина вершина пружина слива корова голова подкова дуброва сова касанова рева дева королева вина шина глина мина тина льдина травина хмарина бузина ясина вдова канева борщёва солова барбина латина мессина'.split(
    ' ',
  ),
);

/** French and other names stressed on the last vowel: they never change. */
const FOREIGN_STRESSED = new Set(
  'дюма дега золя петипа люка тома бенуа моруа труа гюйя фрейра нуриа'.split(' '),
);

/** Surnames of one or two syllables whose vowel may drop out or whose ending changes. */
const FLEETING =
  /(?:[еёя]ц|[её]л|[её]р|[её]с|[еоё]т|[её]нь|[её]к|[её]м|[её]д|[её]х|[её]б|оть|ель|ей|овь|обь|[её]г)$/;
const FLEETING_NOUNS = new Set(
  'лев лёв рев рёв ёж пётр петр пес лед лоб рот ров сон мох лен лён пень день рожок посол козел хохол щегол чехол угол котел узел пепел дятел багор бугор ветер бобер костер шатер ковер овен огонь уголь корень перстень камень ясень заем ноготь локоть пол дьявол журавель кисель ремень хребет'.split(
    ' ',
  ),
);
const FLEETING_OK = /(?:бек|ич|ян|янц|штет|фельд|сет|ер)$/;

const SOFT_FEMININE = /[жшчщ]ь$|(?:знь|сть|ыль|ыть|ысь|адь|овь)$/;

const maleConsonant = (word: string): Verdict => {
  if (FLEETING_NOUNS.has(word)) return 'doubtful';
  if (/(?:ок|ец|[оё]л|[оё]р)$/.test(word)) return 'doubtful';
  return FLEETING.test(word) && !FLEETING_OK.test(word) ? 'doubtful' : 'sure';
};

const maleY = (word: string): Verdict => {
  if (/[ая]й$|уй$|юй$|эй$/.test(word)) return 'sure';
  if (word.endsWith('ой')) return verdictOfOy(word);
  if (word.endsWith('ый')) return /[нвлр]ый$/.test(word) ? 'sure' : 'doubtful';
  return /[^аеёиоуыэюя][гкх]ий$/.test(word) && syllables(word) > 1 ? 'sure' : 'doubtful';
};

const verdictOfOy = (word: string): Verdict =>
  word === 'цой' || (syllables(word) > 1 && /(?:ск|цк|лст|ов|н|л)ой$/.test(word))
    ? 'sure'
    : 'doubtful';

const SLAVIC_A =
  /(?:[внрлшчйьоаиы]ка|[бмстдзжх]ука|уха|юха|ула|юля|уля|ура|ыра|ила|ода|ота|ьга|ша|ава|еба|юта)$/;

const nounInA = (word: string, sex: Sex): Verdict => {
  if (FOREIGN_STRESSED.has(word)) return 'unchanged';
  if (/[еиоу]а$/.test(word)) return 'unchanged-doubtful';
  if (sex === 'female' && FEMALE_NOUNS.has(word)) return 'doubtful';
  if (sex === 'female' && FEMALE_STANDARD.test(word)) return 'sure';
  return SLAVIC_A.test(word) ? 'sure' : 'doubtful';
};

const femaleAdjective = (word: string): boolean => /[^аеёиоуыэюя](?:ая|яя)$/.test(word);

const plural = (word: string, sex: Sex): Verdict | null => {
  if (word.endsWith('ых')) return syllables(word) > 1 ? 'unchanged' : null;
  if (!word.endsWith('их')) return null;
  // Mostly Russian «Долгих», but «Дитрих», «Эрлих» of a man would change.
  return sex === 'female' || /(?:ск|цк|ль|лг|[жшчщуо])[гкх]?их$/.test(word)
    ? 'unchanged'
    : 'doubtful';
};

/** A surname written as of the other sex is a slip of the register more often than a foreign name. */
export const looksOfOtherSex = (word: string, sex: Sex): boolean =>
  sex === 'female'
    ? MALE_STANDARD.test(word) && syllables(word) > 1 && !/[её]в$/.test(word.slice(0, 3))
    : FEMALE_STANDARD.test(word) && syllables(word) > 2;

const lastNameVerdict = (word: string, sex: Sex): Verdict => {
  const many = plural(word, sex);
  if (many) return many;
  if (/[оеиуэюыё]$/.test(word)) return 'unchanged';
  if (word.endsWith('я') && FOREIGN_STRESSED.has(word)) return 'unchanged';
  if (sex === 'female' && femaleAdjective(word)) return 'sure';
  if (word.endsWith('а')) return nounInA(word, sex);
  if (word.endsWith('ия')) return 'sure';
  if (word.endsWith('я')) return SLAVIC_A.test(word) ? 'sure' : 'doubtful';
  if (sex === 'female') return 'unchanged';
  if (word.endsWith('ь'))
    return FLEETING.test(word) || FLEETING_NOUNS.has(word) || SOFT_FEMININE.test(word)
      ? 'doubtful'
      : 'sure';
  return word.endsWith('й') ? maleY(word) : maleConsonant(word);
};

const KNOWN_FIRST = new Set('павел лев петр пётр илья любовь олег шота'.split(' '));

const firstNameVerdict = (word: string, sex: Sex): Verdict => {
  if (KNOWN_FIRST.has(word)) return 'sure';
  if (/[еиоу]а$/.test(word)) return 'doubtful';
  if (/[ая]$/.test(word)) return 'sure';
  if (word.endsWith('о')) return sex === 'female' ? 'unchanged' : 'doubtful';
  if (/[еиуэюыё]$/.test(word)) return 'unchanged';
  if (sex === 'female') return word.endsWith('ь') ? 'doubtful' : 'unchanged';
  if (/[ьй]$/.test(word)) return 'sure';
  return /(?:[еёя]ц|[еёо]к|[её]л|ол)$/.test(word) && !word.endsWith('бек') ? 'doubtful' : 'sure';
};

const middleNameVerdict = (word: string, sex: Sex): Verdict => {
  const usual = sex === 'male' ? /(?:вич|[ьмктн]ич)$/ : /(?:вна|чна|шна)$/;
  return usual.test(word) ? 'sure' : 'unchanged-doubtful';
};

/** Judges one word (no hyphen, no space, lower case) of a name. */
export const verdictOf = (part: Part, word: string, sex: Sex): Verdict => {
  if (part === 'last') return lastNameVerdict(word, sex);
  return part === 'first' ? firstNameVerdict(word, sex) : middleNameVerdict(word, sex);
};

/** «Петров-Водкин»: both halves change by themselves. */
export const isStandardSurname = (word: string, sex: Sex): boolean =>
  sex === 'male'
    ? MALE_STANDARD.test(word) && syllables(word) > 1
    : FEMALE_STANDARD.test(word) && !FEMALE_NOUNS.has(word);

/** «Мурза-Заде», «Ибн-Сина»: the eastern word keeps the whole name as it is. */
export const isEasternCompound = (words: readonly string[]): boolean =>
  words.some((word) =>
    /^(?:заде|задэ|зода|оглы|оглу|кызы|гызы|ибн|бен|бей|хан|шах|паша|эль|аль)$/.test(word),
  );
