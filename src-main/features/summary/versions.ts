import type { Knex } from 'knex';
import { OfficeError, fieldError } from '../../contract/errors.ts';
import type { School, TwoWeekRuleSetting } from '../../contract/settings.ts';
import type { Difference } from '../../contract/summary.ts';
import type { PackageContent } from '../../contract/summary-package.ts';
import { packageSchemaVersion } from '../../contract/summary-package.ts';
import type { Period } from '../../domain/dates.ts';
import { minDate } from '../../domain/dates.ts';
import { requirePeriod } from '../../domain/periods.ts';
import { shortDate } from '../../domain/russian.ts';
import { defaultTwoWeekRule, ruleText } from '../../domain/two-weeks.ts';
import type { Clock } from '../../ports/clock.ts';
import { readSettings } from '../settings/index.ts';
import type { CollectedSummary } from './collect.ts';
import { collectSummary } from './collect.ts';
import { compareSummaries } from './difference.ts';
import { canonicalJson, contentHash } from './package.ts';
import type { StoredVersion } from './repository.ts';
import { insertVersion, lastVersion, readVersion } from './repository.ts';

/** The summary of a period as it would be finalised now. */
export interface Draft extends CollectedSummary {
  readonly period: Period;
  /** Null while the requisites are not filled: the form leaves rules for handwriting. */
  readonly school: School | null;
  readonly rule: TwoWeekRuleSetting;
  readonly ruleText: string;
}

/**
 * The summary by the registers as they are now. Days after today are not looked at: an absence
 * that is still open must not count as missed days that have not come yet.
 * The official form must come out even of an office that has not filled its requisites yet.
 * @throws OfficeError `period-upside-down`
 */
export const draftSummary = async (db: Knex, period: Period, clock: Clock): Promise<Draft> => {
  requirePeriod(period);
  const { school, twoWeekRule: rule } = await readSettings(db);
  const today = clock.today();
  const seen = period.from <= today ? { ...period, to: minDate(period.to, today) } : period;
  return {
    ...(await collectSummary(db, seen, rule, school)),
    period,
    school,
    rule,
    ruleText: ruleText({ ...defaultTwoWeekRule, ...rule }),
  };
};

/** @throws OfficeError `summary-unknown` */
export const requireVersion = async (db: Knex, id: number): Promise<StoredVersion> => {
  const version = await readVersion(db, id);
  if (version) return version;
  throw new OfficeError('summary-unknown', 'Такой справки нет. Выберите её из списка.');
};

/** A version against the registers as they are now. */
export const differenceNow = (version: StoredVersion, draft: Draft): Difference =>
  compareSummaries(
    {
      figures: version.content.figures,
      rows: version.rows,
      ruleText: version.content.rule.text,
    },
    draft,
  );

/** A report about days that have not come cannot be final; on the last day itself it can. */
export const finaliseRefusal = ({ to }: Period, today: string): string | null =>
  to <= today
    ? null
    : `Период заканчивается ${shortDate(to)}, а сегодня ${shortDate(today)}. Зафиксировать справку можно начиная с последнего дня периода; до этого её можно напечатать как проект.`;

/** What the form will lack. */
export const draftWarning = ({ school }: Draft): string | null =>
  school === null
    ? 'Реквизиты школы не заполнены: в справке останутся пустые строки для названия, руководителя и исполнителя, а орган управления не узнает по файлу, чья она. Заполните их: «Настройки» → «Реквизиты».'
    : null;

/** What the package says of a draft. */
export const contentOf = (
  { school, period, rule, ruleText: text, figures }: Draft,
  issue: { readonly version: number; readonly preparedOn: string; readonly finalisedAt: string },
): PackageContent => ({
  kind: 'information-summary',
  schemaVersion: packageSchemaVersion,
  school: {
    code: school?.code ?? null,
    name: school?.name ?? null,
    shortName: school?.shortName ?? null,
    municipality: school?.municipality ?? null,
  },
  director: {
    position: school?.directorPosition ?? 'Руководитель',
    name: school?.directorName ?? null,
  },
  executor: { name: school?.executorName ?? null, phone: school?.executorPhone ?? null },
  period: { from: period.from, to: period.to },
  rule: { measure: rule.measure, excusedOnly: rule.excusedOnly, text },
  figures,
  ...issue,
});

export const issueOf = (
  clock: Clock,
  version: number,
): { readonly version: number; readonly preparedOn: string; readonly finalisedAt: string } => ({
  version,
  preparedOn: clock.today(),
  finalisedAt: new Date(clock.now()).toISOString(),
});

/** Same figures, rows, rule and requisites: a new version would say nothing new. */
const unchanged = (last: StoredVersion, draft: Draft): boolean => {
  const { version, preparedOn, finalisedAt } = last.content;
  const again = contentOf(draft, { version, preparedOn, finalisedAt });
  return (
    canonicalJson(again) === canonicalJson(last.content) && !differenceNow(last, draft).changed
  );
};

export interface Finalised {
  readonly version: StoredVersion;
  readonly created: boolean;
}

/**
 * Freezes the summary of a period as its next version, or answers the last one when nothing has
 * changed since (domain.md §4).
 * @throws OfficeError `period-not-over`, and as `draftSummary`
 */
export const finaliseSummary = async (
  trx: Knex,
  period: Period,
  clock: Clock,
): Promise<Finalised> => {
  const draft = await draftSummary(trx, period, clock);
  const refusal = finaliseRefusal(period, clock.today());
  if (refusal !== null) throw fieldError('period-not-over', 'to', refusal);
  const last = await lastVersion(trx, period);
  if (last && unchanged(last, draft)) return { version: last, created: false };
  const content = contentOf(draft, issueOf(clock, (last?.content.version ?? 0) + 1));
  const stored = { content, rows: draft.rows, sha256: contentHash(content) };
  const id = await insertVersion(trx, stored);
  return { version: { id, ...stored }, created: true };
};
