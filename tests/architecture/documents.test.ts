import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textFiles } from './outside.ts';
import { root } from './source.ts';

/** docs/domain.md and docs/formats.md are what docstrings cite: citations and named files exist. */

const domain = readFileSync(join(root, 'docs', 'domain.md'), 'utf8');
const formats = readFileSync(join(root, 'docs', 'formats.md'), 'utf8');

const numbered = (text: string): readonly string[] =>
  [...text.matchAll(/^## §(?<number>\d+) /gmu)].map(({ groups }) => groups?.['number'] ?? '');

/** Sections a text cites: «domain.md §5, §10» are two. */
const citedSections = (text: string): readonly string[] =>
  [...text.matchAll(/domain\.md (?<list>§\d+(?:, §\d+)*)/gu)].flatMap(({ groups }) =>
    (groups?.['list'] ?? '').split(', ').map((one) => one.slice(1)),
  );

/** Formats a text cites: «formats.md I, J», «formats.md A–E», «formats.md, «Encodings»». */
const citedFormats = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /formats\.md (?<list>[A-Z](?:(?:, |–)[A-Z])*)(?!\p{L})|formats\.md,? «(?<title>[^»]+)»/gu,
    ),
  ].flatMap(({ groups }) => groups?.['list']?.split(/, |–/u) ?? [groups?.['title'] ?? '']);

const hasFormat = (name: string): boolean =>
  name.length === 1 ? formats.includes(`**${name}. `) : formats.includes(name);

/** Files named in backticks and by links, from the root. */
const named = (path: string, text: string): readonly string[] => [
  ...[...text.matchAll(/`(?<file>(?:src-main|src-renderer|tests|scripts|bench)\/[^`\s<]*)`/gu)].map(
    ({ groups }) => groups?.['file'] ?? '',
  ),
  ...[...text.matchAll(/\]\((?<link>[^):#]+)(?:#[^)]*)?\)/gu)].map(({ groups }) =>
    join(dirname(path), groups?.['link'] ?? ''),
  ),
];

const isMissing = (file: string): boolean => !existsSync(join(root, file));

const files = textFiles().filter(({ path }) => !path.startsWith('tests/architecture/'));

describe('knowledge lives in the repository', () => {
  it('every cited section of domain.md stands there, and all eleven in order', () => {
    expect(numbered(domain)).toEqual(Array.from({ length: 11 }, (_, at) => `${at + 1}`));
    const cited = files.flatMap(({ path, text }) =>
      citedSections(text).map((section) => ({ path, section })),
    );
    expect(cited.length).toBeGreaterThan(100);
    expect(cited.filter(({ section }) => !numbered(domain).includes(section))).toEqual([]);
  });

  it('whoever names domain.md says which section', () => {
    const vague = files
      .filter(({ path }) => path.startsWith('src-'))
      .filter(({ text }) => /domain\.md(?! §\d)/u.test(text))
      .map(({ path }) => path);
    expect(vague).toEqual([]);
  });

  it('every cited format of formats.md stands there', () => {
    const cited = files.flatMap(({ path, text }) =>
      citedFormats(text).map((name) => ({ path, name })),
    );
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter(({ name }) => !hasFormat(name))).toEqual([]);
  });

  it.each(
    files.filter(({ path }) =>
      /^(?:README\.md|CONTRIBUTING\.md|docs\/.*\.md|tests\/.*\.md)$/u.test(path),
    ),
  )('every file that $path names is there', ({ path, text }) => {
    expect(named(path, text).filter(isMissing)).toEqual([]);
  });

  it('every file of the rules is named in domain.md', () => {
    const rules = files
      .map(({ path }) => path)
      .filter((path) => /^src-main\/domain\/[^/]+(?<!\.d)\.ts$/u.test(path));
    expect(rules.length).toBeGreaterThan(40);
    expect(rules.filter((path) => !domain.includes(path) && !formats.includes(path))).toEqual([]);
  });
});

it('the tests themselves find what is wrong', () => {
  expect(citedSections('(S1; domain.md §5, §12)')).toEqual(['5', '12']);
  expect(citedFormats('formats.md A–E; formats.md Z; formats.md, «Нет»')).toEqual([
    'A',
    'E',
    'Z',
    'Нет',
  ]);
  expect(['A', 'Z', 'Нет'].map(hasFormat)).toEqual([true, false, false]);
  const text = '`src-main/domain/no-such.ts` and [x](../no-such.md), [y](https://school.example)';
  expect(named('docs/a.md', text)).toEqual(['src-main/domain/no-such.ts', 'no-such.md']);
});
