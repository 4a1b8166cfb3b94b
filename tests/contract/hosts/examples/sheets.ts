import type { Example, World } from '../example.ts';
import { example, noTicket, nobody } from '../example.ts';

/** Monday of a school week when Вера was in 8А. */
const week = '2025-09-01';
const ahead = { selection: { kind: 'school', week: '2099-09-07' } };

const veras = (world: World) => ({
  selection: { kind: 'rows' as const, rows: [{ studentId: world.id('vera'), week }] },
});
const sheet = (world: World) => ({ ids: [world.id('sheet')] });
const unknown = [{ ids: [nobody] }, 'sheet-unknown'] as const;

/** After those of marks: Вера has lessons and marks. */
export const sheetExamples: readonly Example[] = [
  example('sheets.weeks', { on: week }, { refused: [{ on: '2025-02-30' }, 'invalid-input'] }),
  example('sheets.week', { week }, { refused: [{}, 'invalid-input'] }),
  example(
    'sheets.listDue',
    { filters: { week, everyone: true } },
    {
      refused: [{ filters: { mode: 'telegraph' } }, 'invalid-input'],
    },
  ),
  example('sheets.preview', (world) => ({ ...veras(world), first: 1 }), {
    refused: [ahead, 'week-not-begun'],
  }),
  example('sheets.check', veras, { refused: [ahead, 'week-not-begun'] }),
  example('sheets.prepare', veras, {
    keep: ({ print }, world) => world.keep('sheetsPrint', print),
    refused: [
      { selection: { kind: 'rows', rows: [{ studentId: nobody, week }] } },
      'nothing-to-print',
    ],
  }),
  example(
    'sheets.preparedClass',
    (world) => ({ print: world.text('sheetsPrint'), classId: world.id('8А') }),
    { refused: [{ print: noTicket, classId: nobody }, 'print-unknown'] },
  ),
  example('sheets.issue', (world) => ({ print: world.text('sheetsPrint') }), {
    keep: ({ ids }, world) => world.keep('sheet', ids[0] ?? 0),
    // A ticket is spent by recording.
    refused: 'print-unknown',
  }),
  example('sheets.listIssued', {}, { refused: [{ filters: { layout: 'a3' } }, 'invalid-input'] }),
  example('sheets.get', (world) => ({ id: world.id('sheet') }), {
    refused: [{ id: nobody }, 'sheet-unknown'],
  }),
  example('sheets.show', sheet, { refused: unknown }),
  example('sheets.prepareCopies', sheet, {
    keep: ({ print }, world) => world.keep('copiesPrint', print),
    refused: unknown,
  }),
  example('sheets.reprint', (world) => ({ print: world.text('copiesPrint') }), {
    refused: 'print-unknown',
  }),
  example('sheets.markHandedOver', (world) => ({ selection: sheet(world) }), {
    refused: 'nothing-to-hand-over',
  }),
  example('sheets.clearHandedOver', sheet, { refused: unknown }),
];
