import { describe, expect, it } from 'vitest';
import { outsidePaths, textFiles } from './outside.ts';

describe('the clone stands alone', () => {
  const files = textFiles();

  it('is read whole', () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['README.md', 'docs/guide.md', 'tests/architecture/outside.test.ts']),
    );
    expect(paths.filter((path) => path.startsWith('node_modules/'))).toEqual([]);
  });

  it('and names no path outside it', () => {
    expect(files.flatMap(outsidePaths)).toEqual([]);
  });
});

/** Steps up; this file must stand the rule it tests, so its examples hold a `¦` or are put together. */
const up = (steps: number): string => '../'.repeat(steps);
const named = (path: string, text: string) =>
  outsidePaths({ path, text: text.replaceAll('¦', '') });

describe('the rule itself', () => {
  it.each([
    ['README.md', `see \`${up(1)}beside/domain.md\``],
    ['docs/domain.md', `[the letter](${up(2)}sources/s1.txt)`],
    ['tests/imports/a.test.ts', `new URL('${up(3)}data/x.xlsx', import.meta.url)`],
    ['tests/imports/a.test.ts', `join(import.meta.dirname, ${"'..', ".repeat(3)}'data')`],
    ['scripts/a.mjs', `\`\${import.meta.dirname}/${up(2)}data\``],
    ['scripts/a.mjs', "join(root, '.¦.', 'data')"],
    ['scripts/a.mjs', `process.cwd() + '/${up(1)}data'`],
    ['scripts/a.mjs', "'.¦.\\.¦.\\data'"],
    ['bench/a.ts', "readFileSync('/¦work/data/x.csv')"],
    ['bench/a.ts', 'mkdirSync("/¦tmp/bench")'],
    ['docs/guide.md', 'C:¦\\Users\\anna\\x.xlsx'],
    ['docs/guide.md', 'file:¦///x/y.html'],
  ])('refuses in %s: %s', (path, text) => {
    expect(named(path, text)).not.toEqual([]);
  });

  it.each([
    ['src-main/hosts/cli/run.ts', `import { x } from '${up(1)}electron/origin.ts';`],
    ['tests/imports/a.test.ts', `new URL('${up(2)}out/main/cli.js', import.meta.url)`],
    ['src-main/app/a.ts', "import { x } from '../features/home/handlers.ts';"],
    ['src-main/a.ts', 'const all = [...first, ...rest]; // and so on …../…'],
    ['src-main/a.ts', "name !== '..' && name !== '.'"],
    ['docs/guide.md', 'https://school.example/home/news и каталог D:\\Отчёты'],
  ])('allows in %s: %s', (path, text) => {
    expect(named(path, text)).toEqual([]);
  });
});
