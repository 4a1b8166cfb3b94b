import { resolve } from 'node:path';
import type { CheckedCopy } from '../../../app/maintenance.ts';
import { checkDatabase, makeBackup } from '../../../app/maintenance.ts';
import { restoreBackup } from '../../../app/restore.ts';
import type { Command } from '../command.ts';
import { textOption, UsageError } from '../command.ts';

export const backupCommand: Command = {
  usage: 'backup [--out ПАПКА]',
  about: 'сделать и проверить резервную копию; можно при открытой программе',
  options: { out: { type: 'string' } },
  async run({ folder, clock, options, output }) {
    const out = options['out'] === undefined ? undefined : resolve(textOption(options, 'out'));
    const file = await makeBackup(folder, clock, out);
    output.answer({ file }, `Копия сделана и проверена: ${file}`);
  },
};

export const restoreCommand: Command = {
  usage: 'restore ФАЙЛ [--other-school]',
  about:
    'вернуть базу из копии; нынешняя остаётся в папке backups; --other-school — если копия другой школы',
  options: { 'other-school': { type: 'boolean' } },
  async run({ folder, clock, options, positionals: [file, extra], output }) {
    if (file === undefined || file === '' || extra !== undefined)
      throw new UsageError('Укажите один файл копии.');
    const backup = resolve(file);
    const otherSchool = options['other-school'] === true;
    const kept = await restoreBackup({ folder, backup, clock, otherSchool });
    const before = kept === null ? 'Прежней базы не было.' : `Прежняя база сохранена: ${kept}`;
    output.answer({ restored: backup, kept }, `База восстановлена. ${before}`);
  },
};

const copiesText = (copies: readonly CheckedCopy[]): string => {
  if (copies.length === 0) return 'Копий в папке backups нет.';
  const unsummed = copies.filter(({ hasSum }) => !hasSum).length;
  const note = unsummed === 0 ? '' : ` (без контрольной суммы: ${unsummed})`;
  return `Копий в папке backups: ${copies.length}, целы${note}.`;
};

export const checkCommand: Command = {
  usage: 'check',
  about: 'проверить базу и копии; в папке ничего не меняет',
  async run({ folder, output }) {
    const { bytes, copies } = await checkDatabase(folder);
    const size = (bytes / 1024 / 1024).toFixed(1).replace('.', ',');
    output.answer({ ok: true, bytes, copies }, `База цела, ${size} МБ. ${copiesText(copies)}`);
  },
};
