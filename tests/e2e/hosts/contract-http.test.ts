import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reply } from '../../../src-main/contract/operation.ts';
import type { Host } from '../../contract/hosts/every-host.ts';
import { contractSuite } from '../../contract/hosts/every-host.ts';
import { enterHost, startHttpHost } from '../../support/http-host.ts';

/** The contract over `POST /api/call` of the built HTTP host. */

const dataOf = <T>(reply: Reply): T => {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.data as T;
};

/** The last line of the answer; lines of progress come before it. */
const replyOf = (body: string): Reply => {
  const message = JSON.parse(body.trim().split('\n').at(-1) ?? '') as { readonly reply: Reply };
  return message.reply;
};

const openHttp = async (): Promise<Host> => {
  const folder = mkdtempSync(join(tmpdir(), 'school-office-'));
  const host = await startHttpHost(folder);
  const { headers } = await enterHost(host);
  const post = (path: string, body: BodyInit, more: Readonly<Record<string, string>>) =>
    fetch(`${host.origin}${path}`, { method: 'POST', body, headers: { ...headers, ...more } });
  const json = { 'Content-Type': 'application/json' };
  let folders = 0;
  return {
    async call(name, input) {
      const body = JSON.stringify({ callId: crypto.randomUUID(), name, input });
      return replyOf(await (await post('/api/call', body, json)).text());
    },
    async file(name, content) {
      const more = {
        'Content-Type': 'application/octet-stream',
        'X-File-Name': encodeURIComponent(name),
      };
      const answer = await post('/api/upload', content, more);
      return dataOf<{ handle: string }>((await answer.json()) as Reply).handle;
    },
    async folder() {
      folders += 1;
      const path = join(folder, `папка-${folders}`);
      mkdirSync(path);
      const answer = await post('/api/folder', JSON.stringify({ path }), json);
      return dataOf<{ handle: string }>((await answer.json()) as Reply).handle;
    },
    async close() {
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

contractSuite('over HTTP', openHttp);
