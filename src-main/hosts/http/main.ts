import { parseArgs } from 'node:util';
import { OfficeError } from '../../contract/errors.ts';
import { dataFolder } from '../shared/data-folder.ts';
import { launchOffice } from '../shared/launch.ts';
import { buildLayout } from '../shared/layout.ts';
import { keepFilesPrivate } from '../shared/private-files.ts';
import { runHost } from './run.ts';

const program = 'Школьная канцелярия (браузер)';

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

keepFilesPrivate();
try {
  const options = readOptions();
  const launched = await launchOffice(options.folder, program);
  await runHost({ ...options, launched, layout: buildLayout(import.meta.url) });
} catch (error) {
  if (!(error instanceof OfficeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
