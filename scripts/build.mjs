import { requireNode } from './node-version.mjs';

requireNode();
const { ensureBuilt } = await import('./ensure-built.mjs');
ensureBuilt({ force: true, say: (text) => process.stdout.write(`${text}\n`) });
process.stdout.write('Готово: папка out.\n');
