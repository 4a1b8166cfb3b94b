import type { OperationOutput } from '../../contract/operations.ts';
import type { Asked, Context } from '../context.ts';
import { sheetsDocument } from './forms/weekly-sheets.ts';
import { readContents } from './contents.ts';
import { readSettings } from '../settings/index.ts';
import { allPrinted, onPaper, sheetsOnPaper } from './prepare.ts';
import { contentOf, readSheets, replacingOf } from './repository.ts';
import { lookOf, selectRun } from './selection.ts';
import type { Judged } from './verdicts.ts';
import {
  countVerdicts,
  judge,
  refusedSheets,
  saysNothing,
  wantedEmpty,
  weekWithoutData,
  withoutDataRows,
} from './verdicts.ts';

/** Students looked at in one step once the first of them have nothing to show. */
const chunk = 100;

/** How a run would look; nothing is stored. */
export const previewSheets = async (
  input: Asked<'sheets.preview'>,
  { db, clock, documents, job }: Context,
): Promise<OperationOutput<'sheets.preview'>> => {
  const today = clock.today();
  const { book, rows } = await selectRun(db, input.selection, today);
  const look = await lookOf(db, input);
  const limit = input.first ?? rows.length;
  const isWanted = wantedEmpty(input.empty);
  const isSkipped = ({ verdict }: Judged): boolean =>
    input.already === 'skip' && verdict.kind === 'refused';
  const shown: Judged[] = [];
  const leftOut: Judged[] = [];
  // The first page must come at once; sheets that say nothing are passed over in larger steps.
  for (let at = 0, step = limit; at < rows.length && shown.length < limit; step = chunk) {
    const part = rows.slice(at, at + step);
    at += step;
    for (const one of judge(part, await readContents(db, book, part, look, job)))
      if (saysNothing(one) && !isWanted(one)) leftOut.push(one);
      else if (!isSkipped(one)) shown.push(one);
  }
  if (shown.length === 0) throw leftOut.length > 0 ? weekWithoutData(leftOut) : allPrinted();
  const sheets = onPaper(look.layout, await sheetsOnPaper(db, shown.slice(0, limit)));
  const model = await sheetsDocument(sheets, (await readSettings(db)).paper, job);
  return {
    document: documents.put(model),
    title: model.title,
    sheets: rows.length,
    shown: sheets.length,
    printedBefore: rows.filter(({ prints }) => prints.length > 0).length,
    unfinished: rows.some(({ due }) => today < due.lastDay),
  };
};

/** Whom a run would refuse, and why; about whose week nothing is known. */
export const checkSheets = async (
  input: Asked<'sheets.check'>,
  { db, clock, job }: Context,
): Promise<OperationOutput<'sheets.check'>> => {
  const { book, rows } = await selectRun(db, input.selection, clock.today());
  const look = await lookOf(db, input);
  const judged = judge(rows, await readContents(db, book, rows, look, job));
  return {
    refused: refusedSheets(judged, book),
    withoutData: withoutDataRows(judged),
    ...countVerdicts(judged.filter((one) => !saysNothing(one))),
  };
};

/** Printed sheets once more on the screen, as they were. */
export const showSheets = async (
  { ids }: Asked<'sheets.show'>,
  { db, documents, job }: Context,
): Promise<OperationOutput<'sheets.show'>> => {
  const sheets = await readSheets(db, ids);
  const printed = sheets.map((sheet) => ({
    layout: sheet.layout,
    content: contentOf(sheet),
    replacedBy: replacingOf(sheet),
  }));
  const model = await sheetsDocument(printed, (await readSettings(db)).paper, job);
  return { document: documents.put(model), title: model.title };
};
