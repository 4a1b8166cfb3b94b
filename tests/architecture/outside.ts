import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './source.ts';

/** The repository stands alone: what in a file names a place outside the clone. */

interface TextFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Folders that git does not keep, by name. */
const ignoredFolders = (): ReadonlySet<string> =>
  new Set([
    '.git',
    ...readFileSync(join(root, '.gitignore'), 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('/'))
      .map((line) => line.slice(0, -1).split('/').at(-1) ?? ''),
  ]);

const filesUnder = (folder: string, ignored: ReadonlySet<string>): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ignored.has(entry.name) ? [] : filesUnder(path, ignored);
    return entry.isFile() && !entry.name.endsWith('.log') ? [path] : [];
  });

/** Every text file of the repository; a file with a zero byte is none. */
export const textFiles = (): readonly TextFile[] =>
  filesUnder(root, ignoredFolders()).flatMap((path) => {
    const bytes = readFileSync(path);
    if (bytes.includes(0)) return [];
    return [{ path: relative(root, path).split(sep).join('/'), text: bytes.toString('utf8') }];
  });

const climbs: readonly RegExp[] = [
  /(?:\.\.[\\/])+(?:\.\.(?![.\w]))?/gu, // a path: one or more steps up
  /(?:(?<quote>['"`])\.\.\k<quote>\s*,?\s*)+/gu, // steps up as arguments of join()
];
const step = /\.\.(?!\.)/gu;

/** Paths that climb higher than the folder of the file lies deep. */
const climbing = ({ path, text }: TextFile): readonly string[] => {
  const depth = path.split('/').length - 1;
  return climbs
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(([climb]) => (climb.match(step)?.length ?? 0) > depth)
    .map(({ 0: climb, index }) => text.slice(index, index + climb.length + 30));
};

const absolute: readonly RegExp[] = [
  /(?<![\p{L}\p{N}_.$)\]}~*-])\/(?:home|root|Users|tmp|work|mnt|media|srv|opt|private|var)\/[^\s'"`]+/gu,
  /\b[a-z]:\\{1,2}(?:users|work|temp|tmp)\\[^\s'"`]*/giu,
  /file:\/\/\/[^\s'"`$]+/gu,
  // Beside the root or the current folder, whatever the file that says so.
  /(?:\broot|cwd\(\))\s*\}?\s*(?:\+|,)?\s*['"`]?\/?\.\.(?!\.)[^\s'"`]*/gu,
];

/** Paths that stand in the repository on purpose: examples for the user, words of hostile callers. */
const allowed: readonly (readonly [file: string, said: string])[] = [
  ['src-main/hosts/shared/folders.ts', '/home/school/reports'],
  ['tests/unit/registers.test.ts', 'file:///etc/passwd'],
  // Code of a feature's file, shown or parsed elsewhere.
  ['src-renderer/README.md', '../../app/screens.ts'],
  ['src-renderer/README.md', '../../strings/people.ts'],
  ['tests/architecture/architecture.test.ts', '../../../src-main/domain/a.ts'],
];

const isAllowed = (path: string, said: string): boolean =>
  allowed.some(
    ([file, words]) =>
      (file === path || path === 'tests/architecture/outside.ts') && said.startsWith(words),
  );

/** Places outside the clone that a file names. */
export const outsidePaths = (file: TextFile): readonly string[] =>
  [...climbing(file), ...absolute.flatMap((pattern) => file.text.match(pattern) ?? [])]
    .filter((said) => !isAllowed(file.path, said))
    .map((said) => `${file.path}: ${said.replaceAll(/\s+/gu, ' ')}`);
