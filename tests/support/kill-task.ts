import type { Office } from '../../src-main/app/office.ts';
import type { Command } from '../../src-main/hosts/cli/command.ts';
import { createTestClock } from './clock.ts';

/** Each process loads what its command needs: the whole program takes longer than the kill. */
const commands = {
  call: async () => (await import('../../src-main/hosts/cli/commands/call.ts')).callCommand,
  import: async () => (await import('../../src-main/hosts/cli/commands/import.ts')).importCommand,
  report: async () => (await import('../../src-main/hosts/cli/commands/report.ts')).reportCommand,
  sheets: async () => (await import('../../src-main/hosts/cli/commands/sheets.ts')).sheetsCommand,
  backup: async () => (await import('../../src-main/hosts/cli/commands/database.ts')).backupCommand,
  restore: async () =>
    (await import('../../src-main/hosts/cli/commands/database.ts')).restoreCommand,
} satisfies Record<string, () => Promise<Command>>;

/** A command of the command line and the moment from which it may be killed. */
export interface KillTask {
  readonly folder: string;
  readonly today: string;
  readonly command: keyof typeof commands;
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  /** The decisive step: the nth call of this operation, or `read` of a produced file; null: all. */
  readonly from: { readonly step: string; readonly nth: number } | null;
}

/** Waits before the decisive step, once. */
const paused = (office: Office, from: KillTask['from'], pause: () => Promise<void>): Office => {
  let met = 0;
  const meet = async (step: string): Promise<void> => {
    if (step !== from?.step) return;
    met += 1;
    if (met === from.nth) await pause();
  };
  return {
    ...office,
    async call(name, ...rest) {
      await meet(name);
      return office.call(name, ...rest);
    },
    async read(ticket) {
      await meet('read');
      return office.read(ticket);
    },
  };
};

/** Runs the command as the command line does, with a clock set by hand. */
export const runTask = async (
  { folder, today, command, positionals, options, from }: KillTask,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const clock = createTestClock(today);
  const loaded = await commands[command]();
  if (from === null) await pause();
  await loaded.run({
    positionals,
    options,
    folder,
    clock,
    output: { answer: () => undefined, note: () => undefined, refuse: () => undefined },
    readStdin: () => Promise.resolve(''),
    async withOffice(work) {
      const { openOffice } = await import('../../src-main/app/office.ts');
      const office = await openOffice({
        folder,
        program: 'проверка',
        actor: 'секретарь',
        clock,
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
        tables: {
          async read(bytes) {
            const { readWorkbook } = await import('../../src-main/spreadsheets/read-workbook.ts');
            return readWorkbook(bytes);
          },
        },
      });
      try {
        return await work(paused(office, from, pause));
      } finally {
        await office.close();
      }
    },
  });
};
