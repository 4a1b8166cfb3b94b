import type { OperationOutput } from '../../contract/operations.ts';
import { addDays } from '../../domain/dates.ts';
import type { Context } from '../context.ts';
import { owedJournals } from '../journal/index.ts';
import { linksInDoubt } from '../people/index.ts';
import { readSettings } from '../settings/index.ts';
import { sheetDebts } from '../sheets/index.ts';
import { countDoubts } from '../statements/index.ts';
import { newestSummaryDrift } from '../summary/index.ts';

type Attention = OperationOutput<'home.attention'>;
type Watched = Attention['absences']['nearly'][number];

/** Calendar days of absences looked at. */
const watchedDays = 30;

const absencesBlock = async ({ query }: Context, today: string): Promise<Attention['absences']> => {
  const from = addDays(today, -watchedDays);
  const open = await query('absences.list', { limit: 1000, filters: { open: true } });
  const absent = new Set(open.rows.map((row) => row.studentId));
  const { rows } = await query('absences.listOverTwoWeeks', { filters: { from, to: today } });
  const watched = (status: 'passes' | 'nearly'): Watched[] =>
    rows
      .filter((row) => row.status === status)
      .map(({ studentId, studentName, className, days, unit, why }) => ({
        id: studentId,
        name: studentName,
        className,
        days,
        unit,
        absent: absent.has(studentId),
        why,
      }));
  return {
    from,
    to: today,
    overTwoWeeks: watched('passes'),
    nearly: watched('nearly').filter((student) => student.absent),
  };
};

/** Drift of the last summary; a school whose requisites were taken back cannot be compared. */
const driftBlock = async ({ db, clock }: Context): Promise<Attention['summaryDrift']> => {
  const { school } = await readSettings(db);
  return school === null ? null : newestSummaryDrift(db, clock);
};

/** What takes counting; see the contract of `home.attention`. */
export const attention = async (context: Context): Promise<Attention> => ({
  absences: await absencesBlock(context, context.clock.today()),
  sheets: await sheetDebts(context.db, context.clock.today()),
  journals: await owedJournals(context.db, context.clock.today()),
  standing: {
    doubts: await linksInDoubt(context.db),
    statements: await countDoubts(context.db, context.clock.today()),
    toRevoke: (await context.query('credentials.list', { limit: 1, filters: { right: 'revoke' } }))
      .total,
  },
  duplicates: (await context.query('people.listDuplicates', { limit: 1 })).total,
  summaryDrift: await driftBlock(context),
});
