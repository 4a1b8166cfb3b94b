import { parseArgs } from 'node:util';
import packageInfo from '../../../package.json' with { type: 'json' };
import { OfficeError } from '../../contract/errors.ts';
import { dataFolder } from '../shared/data-folder.ts';
import { launchOffice } from '../shared/launch.ts';
import { buildLayout } from '../shared/layout.ts';
import { keepFilesPrivate, openToOthersText } from '../shared/private-files.ts';
import { createUploads } from '../shared/uploads.ts';
import { writeLaunchPage } from './entry.ts';
import type { LaunchPage } from './entry.ts';
import { startServer } from './server.ts';
import type { OfficeServer } from './server.ts';

const program = 'Школьная канцелярия (браузер)';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const readArguments = (): { readonly data?: string | undefined; readonly port: string } => {
  try {
    return parseArgs({
      options: { data: { type: 'string' }, port: { type: 'string', default: '0' } },
    }).values;
  } catch {
    throw new OfficeError('usage', 'Параметры: [--data ПАПКА] [--port ПОРТ].');
  }
};

const readOptions = (): { readonly folder: string; readonly port: number } => {
  const values = readArguments();
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new OfficeError('port-invalid', 'Порт — целое число от 1 до 65535.');
  return { folder: dataFolder(values.data), port };
};

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

const run = async (): Promise<void> => {
  const { folder, port } = readOptions();
  const { office, log, openToOthers } = await launchOffice(folder, program);
  if (openToOthers) process.stderr.write(`${openToOthersText(folder)}\n`);
  const { version } = packageInfo;
  const own = { dataFolder: folder, openToOthers };
  const about = { host: 'http', version, ...own, canSavePdf: false } as const;
  const layout = buildLayout(import.meta.url);
  const parts = { office, takeUpload: createUploads(office), log, about, layout };
  const server = await startServer(parts, port).catch(async (error: unknown) => {
    await office.close();
    throw error;
  });

  const pages = launchPages(server);
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    pages.remove();
    await server.close();
    await office.close();
    log.info('closed');
    // A parent that still holds the message channel must not keep a closed program alive.
    if (process.connected) process.disconnect?.();
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  process.on('message', (message) => {
    if (message === 'stop') void stop();
    if (message === 'page') process.send?.({ page: pages.write() });
  });
  process.on('disconnect', () => void stop());

  const address = offerAddresses(server);
  print('Данные остаются на этом компьютере. Чтобы закрыть программу, нажмите Ctrl+C.');
  process.send?.({ address, dataFolder: folder });
};

keepFilesPrivate();
try {
  await run();
} catch (error) {
  if (!(error instanceof OfficeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
