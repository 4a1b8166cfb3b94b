import type { Command } from './command.ts';
import { commands } from './commands/index.ts';

const common = [
  'Общие параметры:',
  '  --data ПАПКА   папка данных (по умолчанию — обычная папка программы)',
  '  --password-file ФАЙЛ   пароль программы — первая строка файла;',
  '                 можно и переменной SCHOOL_OFFICE_PASSWORD',
  '  --json         ответ в виде JSON',
  '  --help         эта справка',
  '',
  'Файлы в JSON: вместо номера файла или папки напишите "@путь", например {"file": "@список.xlsx"}.',
  'Коды выхода: 0 — сделано, 1 — отказ (код и причина в stderr), 2 — ошибка в команде.',
];

export const helpOf = ({ usage, about }: Command): string =>
  [`npm run -s office -- ${usage}`, `  ${about}`].join('\n');

export const fullHelp = (): string =>
  [
    'Школьная канцелярия: работа из командной строки.',
    '',
    ...Object.values(commands).map(helpOf),
    '',
    ...common,
  ].join('\n');
