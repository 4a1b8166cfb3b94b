import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createRandom } from '../../src-main/app/demo/random.ts';
import { checkFile } from '../../src-main/database/health.ts';
import { openTestOffice } from '../support/office.ts';
import { saysLine, startNode } from '../support/child.ts';
import { schoolFile } from '../support/fixtures.ts';

const script = fileURLToPath(new URL('../support/import-child.ts', import.meta.url));
const kills = 50;
const random = createRandom(Date.now());

/** A child that says «commit», «committed» and «closed» as it goes. */
const start = (folder: string) => {
  const child = startNode(['--no-warnings', script, folder, schoolFile('kontingent.xlsx')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'school-office-compile-cache') },
  });
  const said = (word: string) => {
    const saying = saysLine(child, word);
    saying.catch(() => undefined); // a killed child says nothing; whoever waits for the word is told
    return saying;
  };
  return { child, commit: said('commit'), committed: said('committed'), exit: once(child, 'exit') };
};

/** Milliseconds from «commit» to «committed», measured once on this machine. */
const commitTime = async (folder: string): Promise<number> => {
  const { commit, committed, exit } = start(folder);
  await commit;
  const started = performance.now();
  await committed;
  const ms = performance.now() - started;
  await exit;
  return ms;
};

/** Kills the import at a random moment from just before the transaction to just after it. */
const killedImport = async (folder: string, within: number): Promise<void> => {
  const { child, commit, exit } = start(folder);
  await commit;
  await setTimeout(random.below(Math.ceil(within * 1.2)));
  child.kill('SIGKILL');
  await exit;
};

/** What the next start of the program finds. */
const studentsAfter = async (folder: string): Promise<number> => {
  expect(checkFile(join(folder, 'office.sqlite'))).toEqual([]);
  const office = await openTestOffice({ folder });
  try {
    const { total } = await office.call('people.listStudents', { limit: 1 });
    const imports = await office.call('people.listImports', {});
    const { total: audits } = await office.call('audit.list', {});
    expect([imports.total, audits]).toEqual(total === 0 ? [0, 0] : [1, 1]);
    return total;
  } finally {
    await office.close();
  }
};

test(
  `kill -9 during an import, ${kills} times: all or nothing, the database whole`,
  { timeout: 600_000 },
  async () => {
    const root = mkdtempSync(join(tmpdir(), 'school-office-kill-'));
    try {
      const within = await commitTime(join(root, 'whole'));
      const found: number[] = [];
      for (let n = 0; n < kills; n += 1) {
        const folder = join(root, String(n));
        await killedImport(folder, within);
        found.push(await studentsAfter(folder));
        expect(readdirSync(folder).filter((name) => name.endsWith('-wal'))).toEqual([]);
        rmSync(folder, { recursive: true });
      }
      expect(found.filter((total) => total !== 0 && total !== 654)).toEqual([]);
      // The moments must really fall on both sides, or the test proves nothing.
      expect(found).toContain(0);
      console.log(`killed before the commit: ${found.filter((n) => n === 0).length} of ${kills}`);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
);
