import { resolve } from 'node:path';
import { checkDatabase, makeBackup, restoreBackup } from '../../../app/maintenance.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';

export const backupCommand: Command = {
  usage: 'backup [--out ПАПКА]',
  about: 'сделать и проверить резервную копию; можно при открытой программе',
  options: { out: { type: 'string' } },
  async run({ folder, clock, options, output }) {
    const out = typeof options['out'] === 'string' ? resolve(options['out']) : undefined;
    const file = makeBackup(folder, clock, out);
    output.answer({ file }, `Копия сделана и проверена: ${file}`);
  },
};

export const restoreCommand: Command = {
  usage: 'restore ФАЙЛ',
  about: 'вернуть базу из копии; нынешняя остаётся в папке backups',
  async run({ folder, clock, positionals: [file], output }) {
    if (file === undefined) throw new UsageError('Укажите файл копии.');
    const kept = restoreBackup(folder, resolve(file), clock);
    const before = kept === null ? 'Прежней базы не было.' : `Прежняя база сохранена: ${kept}`;
    output.answer({ restored: resolve(file), kept }, `База восстановлена. ${before}`);
  },
};

export const checkCommand: Command = {
  usage: 'check',
  about: 'проверить базу',
  async run({ folder, output }) {
    const bytes = checkDatabase(folder);
    const size = (bytes / 1024 / 1024).toFixed(1).replace('.', ',');
    output.answer({ ok: true, bytes }, `База цела, ${size} МБ.`);
  },
};
