import type { OperationInput } from '../../../../src-main/contract/operations.ts';
import type { Example, World } from '../example.ts';
import { example, nobody, noTicket } from '../example.ts';

const unknown = [{ id: nobody }, 'credential-unknown'] as const;

const own = (world: World): OperationInput<'credentials.save'> => ({
  id: null,
  owner: 'student',
  ownerId: world.id('vera'),
  kind: 'password',
  login: 'vera',
  secret: 'тайна Веры',
});

const mothers = (world: World): OperationInput<'credentials.save'> => ({
  ...own(world),
  owner: 'guardian',
  ownerId: world.id('mother'),
  login: 'mother',
});

const typing: readonly Example[] = [
  example('credentials.save', own, {
    keep: 'own',
    refused: [(world) => ({ ...own(world), secret: null }), 'secret-needed'],
  }),
  example('credentials.save', mothers, {
    keep: 'mothers',
    refused: [(world) => ({ ...mothers(world), login: 'vera' }), 'login-taken'],
  }),
  example('credentials.save', (world) => ({ ...own(world), kind: 'invitation' }), {
    keep: 'slip credential',
  }),
  example('credentials.delete', (world) => ({ id: world.id('slip credential') }), {
    refused: 'credential-unknown',
  }),
  example('credentials.list', {}, { refused: [{ filters: { kind: 'paper' } }, 'invalid-input'] }),
  example('credentials.get', (world) => ({ id: world.id('own') }), { refused: unknown }),
  example('credentials.reveal', (world) => ({ id: world.id('own') }), { refused: unknown }),
  example(
    'credentials.queue',
    { text: 'елк' },
    { refused: [{ text: '', limit: 0 }, 'invalid-input'] },
  ),
];

const printing: readonly Example[] = [
  example(
    'credentials.printCards',
    { selection: { filters: {} } },
    {
      refused: [{ selection: { filters: { studentId: nobody } } }, 'nothing-to-print'],
    },
  ),
  example(
    'credentials.printLedger',
    { table: 1 },
    {
      refused: [{ table: 2, className: '1Я' }, 'nothing-to-print'],
    },
  ),
  example('credentials.report', {}),
  example('credentials.printReport', {}),
];

const issue = (world: World) => ({
  ids: [world.id('mothers')],
  receivedBy: 'guardian' as const,
  receiverId: world.id('mother'),
});

const handing: readonly Example[] = [
  example('credentials.issue', issue, {
    refused: [(world) => ({ ...issue(world), ids: [nobody] }), 'credential-unknown'],
  }),
  example('credentials.sign', (world) => ({ ids: [world.id('mothers')] }), {
    refused: [(world) => ({ ids: [world.id('own')] }), 'not-issued'],
  }),
  example('credentials.takeBack', (world) => ({ ids: [world.id('mothers')] }), {
    refused: [(world) => ({ ids: [world.id('own')] }), 'not-issued'],
  }),
  example('credentials.wipe', {}, { refused: [{ all: 'да' }, 'invalid-input'] }),
  example('credentials.reissue', (world) => ({ id: world.id('mothers'), secret: 'новая тайна' }), {
    refused: [(world) => ({ id: world.id('mothers'), secret: null }), 'secret-needed'],
  }),
  example('credentials.revoke', (world) => ({ id: world.id('mothers'), reason: 'Утерян лист' }), {
    refused: [{ id: nobody, reason: 'Утерян лист' }, 'credential-unknown'],
  }),
  example('credentials.history', (world) => ({ id: world.id('mothers') }), { refused: unknown }),
];

/** One good row, and one whose class is no class. */
const logins = [
  'Фамилия;Имя;Отчество;Логин;Пароль;Класс',
  'Ёлкина;Вера;Ильинична;vera;другая тайна;8Б',
  'Лось;Егор;;;;8Б',
].join('\r\n');

const importing: readonly Example[] = [
  example(
    'credentials.previewImport',
    async (world) => ({ file: await world.file('логины.csv', logins) }),
    {
      keep: ({ plan }, world) => world.keep('logins', plan),
      refused: [
        async (world) => ({ file: await world.file('меню.csv', 'Блюдо;Цена\r\nКаша;40') }),
        'file-not-recognised',
      ],
    },
  ),
  example('credentials.listPlanRows', (world) => ({ plan: world.text('logins') }), {
    refused: [{ plan: noTicket }, 'plan-unknown'],
  }),
  example('credentials.rejectedFile', (world) => ({ plan: world.text('logins') }), {
    refused: [{ plan: noTicket }, 'plan-unknown'],
  }),
  example(
    'credentials.commitImport',
    (world) => ({ plan: world.text('logins'), unanswered: 'skip' }),
    { refused: [{ plan: noTicket }, 'plan-unknown'] },
  ),
];

/** After those of people: Вера and her mother. */
export const credentialExamples: readonly Example[] = [
  ...typing,
  ...printing,
  ...handing,
  ...importing,
];
