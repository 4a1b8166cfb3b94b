import { className, parallelName, parseClassName } from '../../domain/classes.ts';
import { fold, splitFullName, tidyName } from '../../domain/names.ts';
import type { PersonName } from '../../domain/names.ts';
import type { Relation } from '../../contract/people-fields.ts';
import type { RelationWord, Sex } from './recognised.ts';

const NAME = /^\p{L}[\p{L}\s.'’`()-]*$/u;
const NOTHING = /^(?:[-–—.]+|нет|не указано|отсутствует|б\/о)$/iu;

/** Empty for the marks offices put where there is nothing: «-», «нет». */
export const meaningful = (text: string): string => (NOTHING.test(text) ? '' : text);

const isName = (text: string): boolean => NAME.test(text);

/** A name from separate cells; null when it is incomplete or holds digits and the like. */
export const nameFromParts = (last: string, first: string, middle: string): PersonName | null => {
  const [lastName, firstName] = [tidyName(last), tidyName(first)];
  const middleName = tidyName(meaningful(middle)) || null;
  if (!isName(lastName) || !isName(firstName)) return null;
  return middleName !== null && !isName(middleName) ? null : { lastName, firstName, middleName };
};

/** A name from one cell «Фамилия Имя Отчество». */
export const nameFromText = (text: string): PersonName | null => {
  const name = splitFullName(text);
  return name && nameFromParts(name.lastName, name.firstName, name.middleName ?? '');
};

/** Columns of classes and sexes repeat a few words thousands of times; each is read once. */
const oncePerText = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const seen = known.get(text);
    if (seen !== undefined || known.has(text)) return seen as T;
    // A file of nothing but different texts must not fill the memory.
    if (known.size >= 500) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
};

/** «8А» from any spelling of a class, null when it is none. */
export const classFromText = oncePerText((text): string | null => {
  const parsed = parseClassName(text.replace(/^класс[\s:]*/iu, ''));
  return parsed && className(parsed);
});

/** Null for an empty cell, undefined for one that says something else than a sex. */
export const sexFromText = oncePerText((text): Sex | null | undefined => {
  const word = meaningful(fold(text));
  if (word === '') return null;
  if (/^(?:м|муж|мужской|мальчик|male|m)\.?$/u.test(word)) return 'male';
  return /^(?:ж|жен|женский|девочка|female|f)\.?$/u.test(word) ? 'female' : undefined;
});

/** Words that say it by law; a foster family is a form of guardianship (СК 152, 153). */
const RELATIONS: readonly (readonly [RegExp, Relation])[] = [
  [/^не представитель$|^лишен[аы]? родительских прав$/u, 'not-representative'],
  [/^(?:мать|мама|матери)$/u, 'mother'],
  [/^(?:отец|папа|отца)$/u, 'father'],
  [/^родитель$/u, 'parent'],
  [/^(?:усыновител|удочерител)\p{L}*$/u, 'adoptive-parent'],
  [/^приемн\p{L}+ (?:родител|мат|мам|от|пап)\p{L}*$/u, 'guardian'],
  [/^(?!(?:не|бывш\p{L}*) ).*(?:опекун|попечител)/u, 'guardian'],
  [/^представитель (?:организации|учреждения)$/u, 'organisation'],
  [/^(?:представитель )?по доверенности$/u, 'proxy'],
];

/** Relatives who represent nobody by themselves. */
const RELATIVES =
  /бабушк|дедушк|^дед$|прабаб|прадед|тетя|тетк|дядя|^брат|сестра|отчим|мачех|крестн|няня/u;

/** «мать (законный представитель)» says the same as «мать»; of «родитель» it leaves open which. */
const legalSuffix = /^(мать|мама|отец|папа)[\s,(/]+законн\p{L}+ представител\p{L}+\)?$/u;

/** What a cell of «кем приходится» says, and whether a person must be asked. */
export const relationFromText = oncePerText((text): RelationWord => {
  const shown = text.replace(/\s+/gu, ' ').trim();
  const key = meaningful(fold(shown));
  const word = key.replace(legalSuffix, '$1');
  const known = RELATIONS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
  const proposal = known ?? (RELATIVES.test(word) ? 'not-representative' : null);
  return { text: key === '' ? '' : shown, key, known, proposal };
});

/** The first telephone of the cell as `+7` and ten digits; null when there is none. */
export const phoneFromText = (text: string): string | null => {
  for (const part of text.split(/[,;\n/]|\s{2,}|\sили\s/u)) {
    const digits = part.replace(/доб.*$/iu, '').replace(/\D/gu, '');
    if (/^[78]\d{10}$/u.test(digits)) return `+7${digits.slice(1)}`;
    if (/^[3-9]\d{9}$/u.test(digits)) return `+7${digits}`;
  }
  return null;
};

/** Null when the text is no e-mail address. */
export const emailFromText = (text: string): string | null => {
  const found = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/u.exec(text.trim());
  return found ? found[0].toLowerCase() : null;
};

const isShortLetter = (text: string): boolean => /^[А-ЯЁA-Z]$/iu.test(text);

export interface ClassList {
  readonly known: readonly string[];
  readonly unknown: readonly string[];
}

/** «7А, 7Б», «7А,Б», «7А; 8 "Б"», «7А 7Б» → classes in the order of the cell, without repeats. */
export const classesFromText = (text: string): ClassList => {
  const known = new Set<string>();
  const unknown: string[] = [];
  let parallel = '';
  for (const part of classParts(text)) {
    // «7А, Б, В»: a lone letter continues the parallel before it.
    const found = classFromText(isShortLetter(part) ? `${parallel}${part}` : part);
    if (found === null) unknown.push(part);
    else {
      known.add(found);
      parallel = parallelName(parseClassName(found)?.parallel ?? 0);
    }
  }
  return { known: [...known], unknown };
};

const classParts = (text: string): readonly string[] =>
  text
    .split(/[,;\n/]|\sи\s/u)
    .flatMap((part) =>
      classFromText(part.trim()) === null ? part.trim().split(/\s+(?=\d)/u) : [part.trim()],
    )
    .map((part) => meaningful(part.trim()))
    .filter((part) => part !== '');
