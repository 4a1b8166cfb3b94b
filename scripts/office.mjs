import { requireNode } from './node-version.mjs';

requireNode();
const { ensureBuilt } = await import('./ensure-built.mjs');
// stdout belongs to the command's own answer.
ensureBuilt({ say: (text) => process.stderr.write(`${text}\n`) });
await import('../out/main/cli.js');
