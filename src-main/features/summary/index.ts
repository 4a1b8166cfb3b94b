import type { Knex } from 'knex';
import type { Figure } from '../../contract/summary.ts';
import type { Clock } from '../../ports/clock.ts';
import { newestVersion } from './repository.ts';
import { differenceNow, draftSummary } from './versions.ts';

/** What other features read of information summaries. */

export type { PackageCheck } from './package.ts';
export { canonicalJson, contentHash, verifyPackage } from './package.ts';
export { packageOfWorkbook, visibleFigures } from './workbook.ts';

export interface NewestSummary {
  readonly id: number;
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly finalisedAt: string;
  /** Whether the registers have changed since. */
  readonly drifted: boolean;
  /** Figures whose value differs; may be empty though rows have changed. */
  readonly changedFigures: readonly Figure[];
}

/** The version finalised last with its drift, or null. */
export const newestSummary = async (db: Knex, clock: Clock): Promise<NewestSummary | null> => {
  const version = await newestVersion(db);
  if (!version) return null;
  const { period, version: number, finalisedAt } = version.content;
  const { changed, figures } = differenceNow(version, await draftSummary(db, period, clock));
  return {
    id: version.id,
    version: number,
    from: period.from,
    to: period.to,
    finalisedAt,
    drifted: changed,
    changedFigures: figures.map(({ figure }) => figure),
  };
};
