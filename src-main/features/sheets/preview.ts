import type { OperationOutput } from '../../contract/operations.ts';
import type { Asked, Context } from '../context.ts';
import { sheetsDocument } from './documents.ts';
import { gatherContents } from './gather.ts';
import { readSettings } from '../settings/index.ts';
import { contentOf, readSheets } from './repository.ts';
import { lookOf, selectRun } from './selection.ts';
import { judge, refusedSheets } from './verdicts.ts';

/** How a run would look; nothing is stored. */
export const previewSheets = async (
  input: Asked<'sheets.preview'>,
  { db, clock, documents, job }: Context,
): Promise<OperationOutput<'sheets.preview'>> => {
  const today = clock.today();
  const { book, rows } = await selectRun(db, input.selection, today);
  const look = await lookOf(db, input);
  const shown = rows.slice(0, input.first);
  const contents = await gatherContents(db, book, shown, look, job);
  const sheets = contents.map((content) => ({ layout: look.layout, content }));
  const model = await sheetsDocument(sheets, (await readSettings(db)).paper, job);
  return {
    document: documents.put(model),
    title: model.title,
    sheets: rows.length,
    shown: shown.length,
    printedBefore: rows.filter(({ prints }) => prints.length > 0).length,
    unfinished: rows.some(({ due }) => today < due.lastDay),
  };
};

/** Whom `sheets.issue` would refuse, and why. */
export const checkSheets = async (
  input: Asked<'sheets.check'>,
  { db, clock, job }: Context,
): Promise<OperationOutput<'sheets.check'>> => {
  const { book, rows } = await selectRun(db, input.selection, clock.today());
  const look = await lookOf(db, input);
  const judged = judge(rows, await gatherContents(db, book, rows, look, job));
  const count = (kind: string): number =>
    judged.filter(({ verdict }) => verdict.kind === kind).length;
  return {
    refused: refusedSheets(judged, book),
    fresh: count('new'),
    copies: count('copy'),
  };
};

/** Printed sheets once more on the screen, as they were. */
export const showSheets = async (
  { ids }: Asked<'sheets.show'>,
  { db, documents, job }: Context,
): Promise<OperationOutput<'sheets.show'>> => {
  const sheets = await readSheets(db, ids);
  const printed = sheets.map((sheet) => ({ layout: sheet.layout, content: contentOf(sheet) }));
  const model = await sheetsDocument(printed, (await readSettings(db)).paper, job);
  return { document: documents.put(model), title: model.title };
};
