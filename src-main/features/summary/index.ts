import type { Knex } from 'knex';
import type { Figure } from '../../contract/summary.ts';
import type { Clock } from '../../ports/clock.ts';
import type { StoredVersion } from './repository.ts';
import { newestVersion } from './repository.ts';
import { differenceNow, draftSummary } from './versions.ts';

/** What other features read of information summaries. */

export interface NewestSummary {
  readonly id: number;
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly finalisedAt: string;
}

export interface SummaryDrift extends NewestSummary {
  /** Whether the registers have changed since. */
  readonly drifted: boolean;
  /** Figures whose value differs; may be empty though rows have changed. */
  readonly changedFigures: readonly Figure[];
}

const headOf = ({ id, content }: StoredVersion): NewestSummary => ({
  id,
  version: content.version,
  from: content.period.from,
  to: content.period.to,
  finalisedAt: content.finalisedAt,
});

/** The version finalised last, of whatever period, or null. */
export const newestSummary = async (db: Knex): Promise<NewestSummary | null> => {
  const version = await newestVersion(db);
  return version && headOf(version);
};

/** The version finalised last against the registers as they are now, or null. */
export const newestSummaryDrift = async (db: Knex, clock: Clock): Promise<SummaryDrift | null> => {
  const version = await newestVersion(db);
  if (!version) return null;
  const draft = await draftSummary(db, version.content.period, clock);
  const { changed, figures } = differenceNow(version, draft);
  return {
    ...headOf(version),
    drifted: changed,
    changedFigures: figures.map(({ figure }) => figure),
  };
};
