/**
 * Before a run, and before every run of `npm run test:watch`: builds `out/` when a chosen test runs
 * the built program. Only `tests/e2e/` does (tests/architecture/bundles.test.ts).
 */
import { sep } from 'node:path';
import { ensureBuilt } from '../../scripts/ensure-built.mjs';

const needsBundles = (path) => path.split(sep).join('/').includes('/tests/e2e/');

const buildFor = (paths) => {
  if (paths.some(needsBundles)) ensureBuilt({ say: (text) => process.stdout.write(`${text}\n`) });
};

/** @param {import('vitest/node').TestProject} project */
export default ({ vitest }) => {
  buildFor(vitest.state.getPaths());
  vitest.onTestsRerun((chosen) => buildFor(chosen.map(({ moduleId }) => moduleId)));
};
