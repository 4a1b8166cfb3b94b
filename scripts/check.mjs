import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { requireNode } from './node-version.mjs';

/** Everything that must hold of the sources, side by side, then the tests. */

requireNode();
const { root } = await import('./ensure-built.mjs');

const run = async (script) => {
  const child = spawn(`npm run -s ${script}`, { cwd: root, shell: true, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code === 0;
};

const sources = ['format:check', 'lint', 'unused', 'types:all', 'types:core'];
const passed = await Promise.all(sources.map(run));
const failed = sources.filter((_, at) => !passed[at]);
if (failed.length > 0) {
  process.stderr.write(`Failed: ${failed.join(', ')}\n`);
  process.exit(1);
}
process.exitCode = (await run('test')) ? 0 : 1;
