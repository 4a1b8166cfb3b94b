import type { Knex } from 'knex';
import type { Figure, SummaryRow } from '../../contract/summary.ts';
import type { PackageContent } from '../../contract/summary-package.ts';
import { atLeast, atMost } from '../../database/conditions.ts';
import type { Period } from '../../domain/dates.ts';
import type { Asked } from '../context.ts';
import type { Page, TableListOf } from '../lists/index.ts';
import { pageFromTable, rowsAs } from '../lists/index.ts';
import type { FigureRows } from './collect.ts';

/** JSON of the content and of the rows. */
interface SummaryRecord {
  readonly id: number;
  readonly content: string;
  readonly rows: string;
  readonly sha256: string;
}

const columns = { id: 'id', content: 'content', rows: 'frozen_rows', sha256: 'sha256' } as const;

/** A finalised version: nothing in it ever changes. */
export interface StoredVersion {
  readonly id: number;
  readonly content: PackageContent;
  readonly rows: FigureRows;
  readonly sha256: string;
}

type FrozenRow = Omit<SummaryRow, 'counted' | 'reason'> & Partial<SummaryRow>;

/** Versions before 0.4.0 froze counted rows only and did not say so. */
const toRows = (text: string): FigureRows => {
  const frozen = JSON.parse(text) as Readonly<Record<Figure, readonly FrozenRow[]>>;
  const rowsOf = (figure: Figure): readonly SummaryRow[] =>
    frozen[figure].map((row) => ({ counted: true, reason: null, ...row }));
  return {
    organisations: rowsOf('organisations'),
    studentsOverTwoWeeks: rowsOf('studentsOverTwoWeeks'),
    appeals: rowsOf('appeals'),
    quarterHours: rowsOf('quarterHours'),
    resources: rowsOf('resources'),
  };
};

const toVersion = ({ content, rows, ...head }: SummaryRecord): StoredVersion => ({
  ...head,
  content: JSON.parse(content),
  rows: toRows(rows),
});

const first = async (
  db: Knex,
  where: Readonly<Record<string, string | number>>,
): Promise<StoredVersion | null> => {
  const row: SummaryRecord | undefined = await db('summaries')
    .where(where)
    .orderBy([
      { column: 'finalised_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first(columns);
  return row ? toVersion(row) : null;
};

export const readVersion = (db: Knex, id: number): Promise<StoredVersion | null> =>
  first(db, { id });

/** The newest version of a period. */
export const lastVersion = (db: Knex, { from, to }: Period): Promise<StoredVersion | null> =>
  first(db, { starts_on: from, ends_on: to });

/** The version finalised last, of whatever period. */
export const newestVersion = (db: Knex): Promise<StoredVersion | null> => first(db, {});

export const insertVersion = async (
  trx: Knex,
  { content, rows, sha256 }: Omit<StoredVersion, 'id'>,
): Promise<number> => {
  const [id] = await trx('summaries').insert({
    starts_on: content.period.from,
    ends_on: content.period.to,
    version: content.version,
    content: JSON.stringify(content),
    frozen_rows: JSON.stringify(rows),
    sha256,
    finalised_at: content.finalisedAt,
  });
  if (id === undefined) throw new Error('summary was not inserted');
  return id;
};

const list: TableListOf<'summary.list'> = {
  search: [`strftime('%d.%m.%Y', starts_on) || ' ' || strftime('%d.%m.%Y', ends_on)`],
  // Periods that touch the asked days.
  filters: { from: atLeast('ends_on'), to: atMost('starts_on') },
  columns: { to: ['ends_on'], version: ['version'], finalisedAt: ['finalised_at'] },
  usual: { column: 'finalisedAt', descending: true },
  ties: ['id DESC'],
};

/** A page of versions, the newest first unless asked otherwise. */
export const versionPage = async (
  db: Knex,
  question: Asked<'summary.list'>,
): Promise<Page<StoredVersion>> => {
  const page: Page<SummaryRecord> = await pageFromTable(db('summaries'), question, list, columns);
  return rowsAs(page, toVersion);
};
