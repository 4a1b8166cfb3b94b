import type { Example } from '../example.ts';
import { example, noTicket } from '../example.ts';

/** One good row and one that is rejected. */
const contingent = [
  'Учебный год: 2025/2026',
  'Класс;Фамилия;Имя;Отчество;Дата рождения;Пол',
  '9А;Осипов;Олег;Ильич;10.05.2011;м',
  '9А;Лось;;;31.02.2011;м',
].join('\r\n');

export const importExamples: readonly Example[] = [
  example(
    'people.previewImport',
    async (world) => ({ file: await world.file('контингент.csv', contingent) }),
    {
      keep: ({ plan }, world) => world.keep('import', plan),
      refused: [
        async (world) => ({ file: await world.file('меню.csv', 'Блюдо;Цена\r\nКаша;40') }),
        'file-not-recognised',
      ],
    },
  ),
  example('people.listPlanRows', (world) => ({ plan: world.text('import') }), {
    refused: [{ plan: noTicket }, 'plan-unknown'],
  }),
  example('people.rejectedFile', (world) => ({ plan: world.text('import') }), {
    refused: [{ plan: noTicket }, 'plan-unknown'],
  }),
  example('people.commitImport', (world) => ({ plan: world.text('import') }), {
    refused: [{ plan: noTicket }, 'plan-unknown'],
  }),
  example('people.listImports', {}),
];
