import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reply } from '../../../src-main/contract/operation.ts';
import type { Host } from '../../contract/hosts/every-host.ts';
import { contractSuite } from '../../contract/hosts/every-host.ts';
import { dataOf, screenCalls } from '../../support/stand-in/screen-calls.ts';
import { startStandIn } from '../../support/stand-in/start.ts';

/** The contract over the preload of the built Electron bundles, under the stand-in. */

const openElectron = async (): Promise<Host> => {
  const folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  const program = await startStandIn(folder);
  const { ask, call } = screenCalls(program.page);
  let folders = 0;
  return {
    call,
    async file(name, content) {
      const reply = await program.page.evaluate(
        async ([fileName, body]) => {
          const headers = { 'X-File-Name': encodeURIComponent(fileName) };
          const answer = await fetch('/api/upload', { method: 'POST', headers, body });
          return (await answer.json()) as unknown;
        },
        [name, content] as const,
      );
      return dataOf<{ handle: string }>(reply as Reply).handle;
    },
    async folder() {
      folders += 1;
      const path = join(folder, `папка-${folders}`);
      mkdirSync(path);
      await program.ask('prepare', [{ canceled: false, filePaths: [path] }]);
      return dataOf<{ handle: string }>(await ask('pickFolder', { path: null })).handle;
    },
    async close() {
      await program.quit();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

contractSuite('over the window of Electron', openElectron);
