import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Source } from './source.ts';
import { parseSource, readSources, root } from './source.ts';

/** Only `tests/e2e/` runs the built program: tests of anything else start without a build. */

const bundle = /\bout\/main\/(?:electron|http|cli)\.js/u;

const namesBundle = ({ path }: Source): boolean =>
  bundle.test(readFileSync(join(root, path), 'utf8'));

/** Files that name a bundle themselves, or import one that does. */
const runBundles = (
  sources: readonly Source[],
  names: (source: Source) => boolean = namesBundle,
): readonly string[] => {
  const found = new Set(sources.filter(names).map(({ path }) => path));
  const importsFound = ({ imports }: Source): boolean =>
    imports.some(({ target, isTypeOnly }) => !isTypeOnly && found.has(target));
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const source of sources) if (importsFound(source)) found.add(source.path);
  }
  return [...found].sort();
};

it('no test outside tests/e2e runs the built program', () => {
  const tests = runBundles(
    readSources(['tests']).filter(({ path }) => !path.startsWith('tests/architecture/')),
  ).filter((path) => path.endsWith('.test.ts'));
  expect(tests.length).toBeGreaterThan(20);
  expect(tests.filter((path) => !path.startsWith('tests/e2e/'))).toEqual([]);
});

const file = (path: string, target: string, isTypeOnly: boolean): Source => ({
  ...parseSource(path, ''),
  imports: [{ target, isOwn: true, isTypeOnly }],
});

it('follows imports, not types', () => {
  const files = [file('c', 'b', false), file('b', 'a', false), file('a', '', false)];
  const chain = [...files, file('d', 'a', true)];
  expect(runBundles(chain, ({ path }) => path === 'a')).toEqual(['a', 'b', 'c']);
});
