import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode } from './node-version.mjs';

requireNode();
const { root } = await import('./ensure-built.mjs');

const results = join(root, 'out', 'test-results.json');
rmSync(results, { force: true });
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
const words = process.argv.slice(2);
const run = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...words], {
  cwd: root,
  stdio: 'inherit',
});

/** Tests, and files that could not even be loaded. */
const count = () => {
  const { testResults, numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
};

/** Nothing changed, nothing to run. Any other run without a test is a mistake. */
const mayBeEmpty = words.some((word) => word.startsWith('--changed'));

try {
  const { passed, failed } = count();
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  const isGood = run.status === 0 && failed === 0 && (passed > 0 || mayBeEmpty);
  process.exitCode = isGood ? 0 : 1;
} catch (error) {
  process.stderr.write(`No test results: ${error.message}\n`);
  process.exitCode = 1;
}
