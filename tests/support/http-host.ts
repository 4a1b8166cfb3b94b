import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { longLimit, startNode } from './child.ts';
import type { Page } from 'playwright-core';

const builtEntry = fileURLToPath(new URL('../../out/main/http.js', import.meta.url));

export interface HttpHost {
  /** The first address: its key works once. */
  readonly address: string;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly pid: number;
  /** Asks for the page a browser is opened with; gives its path. */
  launchPage(): Promise<string>;
  /** What the program has printed so far. */
  output(): string;
  /** Sends the signal and waits for the end; gives the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const addressOf = async (child: ChildProcess, output: () => string): Promise<string> => {
  const [first] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [
    { address?: string } | number | null,
  ];
  if (first !== null && typeof first === 'object' && first.address) return first.address;
  throw new Error(output());
};

/** Starts the built HTTP host on a data folder; throws what it printed when it did not start. */
export const startHttpHost = async (
  folder: string,
  { entry = builtEntry, port = '0' }: { readonly entry?: string; readonly port?: string } = {},
): Promise<HttpHost> => {
  const child = startNode([entry, '--data', folder, '--port', port], {
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    limit: longLimit,
  });
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk));
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const closed = once(child, 'close');
  const address = await addressOf(child, () => text).catch(async (error: unknown) => {
    await closed;
    throw error instanceof Error ? new Error(text, { cause: error }) : error;
  });
  return {
    address,
    origin: new URL(address).origin,
    pid: child.pid ?? 0,
    async launchPage() {
      const answered = once(child, 'message') as Promise<[{ readonly page: string }]>;
      child.send('page');
      return (await answered)[0].page;
    },
    output: () => text,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const [code] = await exited;
      return code;
    },
  };
};

/** What a page of the program sends with its calls. */
export interface Entered {
  /** `name=value` */
  readonly cookie: string;
  readonly secret: string;
  /** Of a call from our own page. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Exchanges the key of the address for the rights of the session, as a browser does. */
export const enterHost = async ({
  address,
  origin,
}: Pick<HttpHost, 'address' | 'origin'>): Promise<Entered> => {
  const response = await fetch(address);
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  const [, secret = ''] =
    /name="office-session" content="(?<secret>[\w-]+)"/u.exec(await response.text()) ?? [];
  if (cookie === '' || secret === '') throw new Error(`${response.status}`);
  const headers = { cookie, origin, 'x-office-session': secret };
  return { cookie, secret, headers };
};

/** The headers of calls from the page of the program that is open in a browser. */
export const headersOf = async (page: Page): Promise<Readonly<Record<string, string>>> => {
  const { origin } = new URL(page.url());
  const secret = await page.evaluate(() => localStorage.getItem('office-session'));
  return { origin, 'x-office-session': secret ?? '' };
};
