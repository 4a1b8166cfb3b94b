import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Sources (tests) and built entries (the product) lie under different names. */
const files = {
  core: { source: 'worker.ts', built: 'core-worker.js' },
  tables: { source: 'tables-worker.ts', built: 'tables-worker.js' },
} as const;

/** File of a worker thread, beside this module: every built entry lies in one folder. */
export const workerFile = (name: keyof typeof files): string => {
  const here = fileURLToPath(import.meta.url);
  return join(here, '..', here.endsWith('.ts') ? files[name].source : files[name].built);
};
