import type { Example } from '../example.ts';
import { example, nobody, noTicket } from '../example.ts';

const columns = [{ key: 'fullName', title: 'ФИО', kind: 'text' as const }];
const table = { operation: 'people.listStudents', title: 'Обучающиеся', input: {}, columns };

export const commonExamples: readonly Example[] = [
  example('home.overview', {}),
  example('home.attention', {}),
  example(
    'lists.suggest',
    { field: 'subject', text: 'ал' },
    {
      refused: [{ field: 'password' }, 'suggestion-unknown'],
    },
  ),
  example('lists.exportTable', table, {
    refused: [{ ...table, operation: 'people.saveStudent' }, 'list-unknown'],
  }),
  example('lists.saveView', { list: 'students', name: 'Восьмые', state: {} }, { keep: 'view' }),
  example('lists.views', { list: 'students' }),
  example('lists.deleteView', (world) => ({ id: world.id('view') }), { refused: 'view-unknown' }),
  example('printing.html', (world) => ({ document: world.text('document') }), {
    refused: [{ document: noTicket }, 'document-unknown'],
  }),
  example('printing.docx', (world) => ({ document: world.text('document') }), {
    refused: [{ document: noTicket }, 'document-unknown'],
  }),
  example('printing.close', (world) => ({ document: world.text('document') }), {
    refused: [{ document: noTicket }, 'document-unknown'],
  }),
  example(
    'audit.list',
    { filters: { operation: 'lists.saveView' } },
    {
      keep: ({ rows }, world) => world.keep('audit', rows[0]?.id ?? 0),
    },
  ),
  example('audit.changes', (world) => ({ id: world.id('audit') })),
  example('lists.saveView', { list: 'students', name: 'Девятые', state: {} }),
  example(
    'audit.list',
    { filters: { operation: 'lists.saveView' }, limit: 1 },
    {
      keep: ({ rows }, world) => world.keep('last view', rows[0]?.id ?? 0),
    },
  ),
  example('audit.describe', (world) => ({ id: world.id('last view') }), {
    refused: [{ id: nobody }, 'audit-unknown'],
  }),
  example('audit.undo', (world) => ({ id: world.id('last view') }), {
    refused: [{ id: nobody }, 'audit-unknown'],
  }),
  example('audit.redo', (world) => ({ id: world.id('last view') }), { refused: 'not-undone' }),
];
