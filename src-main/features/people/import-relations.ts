import { fieldError } from '../../contract/errors.ts';
import type { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { Relation } from '../../contract/people-fields.ts';
import { RELATION_TITLES } from '../../domain/representation.ts';
import type { RelationWord } from '../../spreadsheets/people/recognised.ts';
import type { StoredLink } from './import-store.ts';

/**
 * What «кем приходится» of a file does to a link. A word that does not tell whether the person
 * represents the child is asked once per word, not per row, and only where the link is new or in
 * doubt: what a person has said of a link is not asked again.
 */

/** The person's choice by the word's key. */
export type RelationChoices = Readonly<Record<string, Relation>>;

export interface SettledRelation {
  /** Null while nobody has chosen; such a plan is not applied. */
  readonly relation: Relation | null;
  /** The word the choice is made for; null where nothing is asked. */
  readonly asked: RelationWord | null;
}

const chosenFor = (word: RelationWord, choices: RelationChoices): Relation | null =>
  Object.hasOwn(choices, word.key) ? (choices[word.key] ?? null) : null;

const namesOneParent: ReadonlySet<Relation> = new Set(['mother', 'father', 'adoptive-parent']);

/** The relation that the link shall have. */
export const settle = (
  word: RelationWord,
  stored: StoredLink | undefined,
  choices: RelationChoices,
): SettledRelation => {
  const standing = stored && stored.inDoubt === 0 ? stored.relation : null;
  if (word.known === null)
    return standing === null
      ? { relation: chosenFor(word, choices), asked: word }
      : { relation: standing, asked: null };
  // «родитель» says less than «мать».
  const saysLess = word.known === 'parent' && standing !== null && namesOneParent.has(standing);
  return { relation: saysLess ? standing : word.known, asked: null };
};

/** «мать»; «нужно выбрать» while nobody has. */
export const settledTitle = (relation: Relation | null): string =>
  relation === null ? 'нужно выбрать, кем приходится' : RELATION_TITLES[relation];

type AskedWord = OperationOutput<'people.previewImport'>['relationWords'][number];

/** The words to choose for, with how many rows wait for each; the most frequent first. */
export const askedWords = (
  asked: readonly RelationWord[],
  choices: RelationChoices,
): readonly AskedWord[] =>
  [...Map.groupBy(asked, ({ key }) => key)]
    .map(([key, words]) => ({
      key,
      text: words[0]?.text ?? '',
      rows: words.length,
      proposal: words[0]?.proposal ?? null,
      chosen: words[0] ? chosenFor(words[0], choices) : null,
    }))
    .sort((a, b) => b.rows - a.rows || a.key.localeCompare(b.key, 'ru'));

/** @returns null when every word has its choice */
export const openRelations = (words: readonly AskedWord[]): OfficeError | null => {
  const open = words.filter(({ chosen }) => chosen === null);
  if (open.length === 0) return null;
  const shown = open.map(({ text }) => (text === '' ? 'пустая ячейка' : `«${text}»`)).join(', ');
  return fieldError(
    'relations-open',
    'relations',
    `Выберите, кем приходится ребёнку записанный так: ${shown}. Загрузка пройдёт после этого.`,
  );
};
