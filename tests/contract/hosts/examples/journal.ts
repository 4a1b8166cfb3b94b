import type { OperationInput } from '../../../../src-main/contract/operations.ts';
import type { Example, World } from '../example.ts';
import { example, noTicket, nobody } from '../example.ts';

const term = (world: World): OperationInput<'journal.preview'> => ({
  classId: world.id('8А'),
  period: 'term-1',
});

const several = (world: World): OperationInput<'journal.prepare'> => ({
  journals: [{ classId: world.id('8А') }],
  period: 'term-1',
});

const certified = (world: World): OperationInput<'journal.certify'> => ({
  id: world.id('journalPrint'),
  certifiedOn: new Date().toISOString().slice(0, 10),
  certifiedBy: 'Директор Соколова М. В.',
  allowedBy: 'Директор Соколова М. В.',
  allowedReason: 'Учитель болел, уроки записаны в бумажном журнале',
});

export const journalExamples: readonly Example[] = [
  example(
    'journal.overview',
    { startYear: 2025 },
    { refused: [{ startYear: 1812 }, 'invalid-input'] },
  ),
  example('journal.check', several, {
    refused: [{ journals: [{ classId: nobody }], period: 'term-1' }, 'class-unknown'],
  }),
  example('journal.preview', term, {
    // The store keeps the newest documents only: printing is shown on this one.
    keep: ({ document }, world) => world.keep('document', document),
    refused: [(world) => ({ ...term(world), period: 'term-6' }), 'period-unknown'],
  }),
  example('journal.prepare', several, {
    keep: ({ print }, world) => world.keep('journalsPrint', print),
    refused: [{ journals: [], period: 'term-1' }, 'invalid-input'],
  }),
  example(
    'journal.saveFiles',
    async (world) => ({ print: world.text('journalsPrint'), folder: await world.folder() }),
    {
      refused: [
        async (world) => ({ print: noTicket, folder: await world.folder() }),
        'print-unknown',
      ],
    },
  ),
  example('journal.print', (world) => ({ print: world.text('journalsPrint') }), {
    keep: ({ prints }, world) => world.keep('journalPrint', prints[0]?.printId ?? 0),
    // A ticket is spent by recording.
    refused: 'print-unknown',
  }),
  example('journal.certify', certified, { refused: 'journal-already-certified' }),
  example('journal.listPrints', {}),
];
