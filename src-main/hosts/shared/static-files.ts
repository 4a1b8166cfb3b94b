import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

export interface StaticFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

const segmentsOf = (pathname: string): readonly string[] | null => {
  try {
    return pathname
      .split('/')
      .filter((segment) => segment !== '')
      .map((segment) => decodeURIComponent(segment));
  } catch {
    return null;
  }
};

/** `..`, separators hidden in an escape, drive letters, NUL and dot files never name our files. */
const isPlain = (segment: string): boolean => /^[\p{L}\d_-][\p{L}\d_.-]*$/u.test(segment);

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:ENOENT|ENOTDIR)$/u.test(String(error.code));

/**
 * The file of `root` that an address names, or null: unknown type, no such file, or an address
 * that leaves the folder (by `..`, an escape or a link).
 */
export const readStatic = async (root: string, pathname: string): Promise<StaticFile | null> => {
  const segments = segmentsOf(pathname);
  if (!segments?.every(isPlain) || segments.length === 0) return null;
  const type = types[extname(segments.at(-1) ?? '')];
  if (type === undefined) return null;
  try {
    const home = await realpath(root);
    const path = await realpath(join(home, ...segments));
    if (!path.startsWith(home + sep) || !(await stat(path)).isFile()) return null;
    return { bytes: await readFile(path), type };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};
