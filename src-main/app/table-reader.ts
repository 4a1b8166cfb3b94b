import { Worker } from 'node:worker_threads';
import { OfficeError } from '../contract/errors.ts';
import type { TableReader } from '../features/context.ts';
import type { Workbook } from '../spreadsheets/workbook.ts';
import type { TablesAnswer } from './tables-worker.ts';
import { workerFile } from './worker-files.ts';

export interface TableReaderLimits {
  /** Heap of the reading thread, MB. */
  readonly memoryMb: number;
  /** Longest reading, milliseconds. */
  readonly timeoutMs: number;
}

const usual: TableReaderLimits = { memoryMb: 600, timeoutMs: 60_000 };

const tooHeavy = (): OfficeError =>
  new OfficeError(
    'file-too-heavy',
    'Файл не открыт: на его чтение не хватило памяти. Разделите его на части и загрузите по очереди.',
  );

const tooSlow = ({ timeoutMs }: TableReaderLimits): OfficeError =>
  new OfficeError(
    'file-too-slow',
    `Файл не прочитан за ${Math.round(timeoutMs / 1000)} с. Разделите его на части и загрузите по очереди.`,
  );

const cancelled = (): OfficeError =>
  new OfficeError('cancelled', 'Остановлено по вашей просьбе. Ничего не изменено.');

const isOutOfMemory = (error: Error): boolean =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const open = (answer: TablesAnswer): Workbook => {
  if (answer.ok) return answer.workbook;
  const { code, message, fields } = answer.error;
  throw new OfficeError(code, message, fields);
};

/**
 * Reads workbooks, each in a fresh thread with bounds of memory and time; a cancelled reading is
 * cut off at once. A hostile file can cost no more than its own thread.
 */
export const createTableReader = (limits: TableReaderLimits = usual): TableReader => ({
  async read(bytes, signal) {
    if (signal.aborted) throw cancelled();
    const worker = new Worker(workerFile('tables'), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    });
    const answer = Promise.withResolvers<TablesAnswer>();
    const cancel = (): void => answer.reject(cancelled());
    const timer = setTimeout(() => answer.reject(tooSlow(limits)), limits.timeoutMs);
    signal.addEventListener('abort', cancel, { once: true });
    worker.once('message', answer.resolve);
    worker.once('error', (error: Error) =>
      answer.reject(isOutOfMemory(error) ? tooHeavy() : error),
    );
    worker.once('exit', () => answer.reject(tooHeavy()));
    try {
      return open(await answer.promise);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      await worker.terminate();
    }
  },
});
