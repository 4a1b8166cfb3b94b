import packageInfo from '../../../package.json' with { type: 'json' };
import type { BuildLayout } from '../shared/layout.ts';
import type { Launched } from '../shared/launch.ts';
import { openToOthersText } from '../shared/private-files.ts';
import { createUploads } from '../shared/uploads.ts';
import { writeLaunchPage } from './entry.ts';
import type { LaunchPage } from './entry.ts';
import { startServer } from './server.ts';
import type { OfficeServer, ServerParts } from './server.ts';

/** What a developer's run (scripts/dev) brings besides what the product has. */
type OwnParts = Pick<ServerParts, 'screens' | 'session' | 'server'>;

export interface HostParts extends OwnParts {
  readonly launched: Launched;
  /** The data folder. */
  readonly folder: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly layout: Pick<BuildLayout, 'renderer' | 'fonts'>;
}

export interface RunningHost {
  readonly port: number;
  /** Writes the page that leads a browser to the address; gives its path. */
  writePage(): string;
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Prints an address, and another one whenever the last has been used; gives the first. */
const offerAddresses = (server: OfficeServer): string => {
  const offer = (words: string): string => {
    const address = server.newAddress(() => void offer('Адрес использован. Ещё для одного окна'));
    print(`${words}: ${address}`);
    return address;
  };
  return offer('Школьная канцелярия открыта');
};

/** The page for the browser that the parent opens; it goes once it has been used. */
const launchPages = (server: OfficeServer) => {
  let page: LaunchPage | null = null;
  const remove = (): void => page?.remove();
  return {
    remove,
    write(): string {
      remove();
      page = writeLaunchPage(server.newAddress(remove));
      return page.path;
    },
  };
};

/** Closes all on a signal, on the parent's word and when the parent is gone. */
const stopWhenTold = (stop: () => Promise<void>): void => {
  let isStopping = false;
  const stopOnce = (): void => {
    if (isStopping) return;
    isStopping = true;
    void stop();
  };
  process.on('SIGINT', stopOnce);
  process.on('SIGTERM', stopOnce);
  process.on('disconnect', stopOnce);
  process.on('message', (message) => {
    if (message === 'stop') stopOnce();
  });
};

/**
 * Serves an open office until the process is told to stop, then closes it.
 * @throws OfficeError `port-in-use`; the office is closed then
 */
export const runHost = async (parts: HostParts): Promise<RunningHost> => {
  const { launched, folder, port, ...own } = parts;
  const { office, log, openToOthers } = launched;
  if (openToOthers) process.stderr.write(`${openToOthersText(folder)}\n`);
  const { version } = packageInfo;
  const about = {
    host: 'http',
    version,
    dataFolder: folder,
    openToOthers,
    canSavePdf: false,
  } as const;
  const served = { ...own, office, log, about, takeUpload: createUploads(office) };
  const server = await startServer(served, port).catch(async (error: unknown) => {
    await office.close();
    throw error;
  });
  const pages = launchPages(server);
  stopWhenTold(async () => {
    pages.remove();
    await server.close();
    await office.close();
    log.info('closed');
    // A parent that still holds the message channel must not keep a closed program alive.
    if (process.connected) process.disconnect?.();
  });
  process.on('message', (message) => {
    if (message === 'page') process.send?.({ page: pages.write() });
  });
  const address = offerAddresses(server);
  print('Данные остаются на этом компьютере. Чтобы закрыть программу, нажмите Ctrl+C.');
  process.send?.({ address, dataFolder: folder });
  return { port: server.port, writePage: pages.write };
};
