import type { Knex } from 'knex';
import { mondayOf } from '../../domain/dates.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { SheetContent } from '../../contract/sheets-fields.ts';
import { sheetDifferences } from '../../domain/sheet-differences.ts';
import type { Asked, Context } from '../context.ts';
import { readContents } from './contents.ts';
import type { IssuedRecord } from './lists.ts';
import { issuedColumns, issuedRowOf, issuedSheets } from './lists.ts';
import { registerRows, weekBookOf } from './due-rows.ts';
import { contentOf, sheetUnknown } from './repository.ts';

/** The sheet as it would be printed now; null for a student who is in no class of that week any more. */
const presentContent = async (
  { db, clock, job }: Context,
  record: IssuedRecord,
  kept: SheetContent,
): Promise<SheetContent | null> => {
  const book = await weekBookOf(db);
  const rows = await registerRows(db, book, {
    weeks: [mondayOf(record.week)],
    everyone: true,
    studentIds: [record.studentId],
    today: clock.today(),
  });
  const hadHomework = kept.homework !== null;
  const look = {
    homework: { homework: hadHomework, homeworkOnRefusal: hadHomework },
    averages: kept.averagesOf !== null,
  };
  const [content = null] = await readContents(db, book, rows.slice(0, 1), look, job);
  return content;
};

const recordWithContent = async (db: Knex, id: number) => {
  const row: (IssuedRecord & { readonly content: string }) | undefined = await issuedSheets(db)
    .join({ t: 'sheet_contents' }, 't.id', 's.id')
    .where('s.id', id)
    .first({ ...issuedColumns(db), content: 't.content' });
  if (!row) throw sheetUnknown();
  return row;
};

/** A printed sheet as it was, and where the register differs from it today. */
export const getSheet = async (
  { id }: Asked<'sheets.get'>,
  context: Context,
): Promise<OperationOutput<'sheets.get'>> => {
  const { content: text, ...record } = await recordWithContent(context.db, id);
  const content = contentOf({ content: text });
  const present = await presentContent(context, record, content);
  return {
    sheet: issuedRowOf(record),
    content,
    sha256: record.sha256,
    differences: present === null ? [] : sheetDifferences(content, present),
  };
};
