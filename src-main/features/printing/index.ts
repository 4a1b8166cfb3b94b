import { OfficeError } from '../../contract/errors.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { lastChange } from '../../database/last-change.ts';
import type { Context } from '../context.ts';

/**
 * Prints that are recorded: made ready first, recorded when the paper or the file exists. A kill,
 * a full disk or a jammed printer between the two leaves nothing recorded.
 */
export interface Prepared {
  /** The paper tells of this moment, whenever the answer comes. */
  readonly preparedAt: string;
  readonly preparedOn: IsoDate;
  /** The newest command the print has seen. */
  readonly seen: number;
}

/** When a print is made ready and what it has seen. */
export const preparedNow = async ({ db, clock }: Context): Promise<Prepared> => ({
  preparedAt: new Date(clock.now()).toISOString(),
  preparedOn: clock.today(),
  seen: await lastChange(db),
});

/** Whether any command but the running one came since: only then can the print be out of date. */
export const isUntouched = async ({ db, auditId }: Context, { seen }: Prepared): Promise<boolean> =>
  (await db('audit')
    .where('id', '>', seen)
    .whereNot('id', auditId ?? 0)
    .first('id')) === undefined;

const shownNames = 10;

/** The register differs from the paper: nothing is recorded. */
export const printStale = (whose: readonly string[]): OfficeError => {
  const more = whose.length > shownNames ? ` и ещё ${whose.length - shownNames}` : '';
  return new OfficeError(
    'print-stale',
    `Пока шла печать, данные изменились: ${whose.slice(0, shownNames).join(', ')}${more}. Ничего не записано. Отложите эти листы и напечатайте заново.`,
  );
};
