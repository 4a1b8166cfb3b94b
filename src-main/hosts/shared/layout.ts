import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders of the build; every main entry lies in `out/main`. */
export interface BuildLayout {
  readonly renderer: string;
  readonly fonts: string;
  readonly preload: string;
}

export const buildLayout = (entryUrl: string): BuildLayout => {
  const out = dirname(dirname(fileURLToPath(entryUrl)));
  return {
    renderer: join(out, 'renderer'),
    fonts: join(out, 'fonts'),
    preload: join(out, 'preload', 'preload.cjs'),
  };
};
