import type { Knex } from 'knex';
import { OfficeError, fieldError } from '../../contract/errors.ts';
import type { School, TwoWeekRuleSetting } from '../../contract/settings.ts';
import type { Difference } from '../../contract/summary.ts';
import { packageSchemaVersion } from '../../contract/summary-package.ts';
import type { Period } from '../../domain/dates.ts';
import { minDate } from '../../domain/dates.ts';
import { requirePeriod } from '../../domain/periods.ts';
import { countingRule, countingText } from '../../domain/qualifying-appeals.ts';
import { shortDate } from '../../domain/russian.ts';
import { defaultTwoWeekRule, ruleText } from '../../domain/two-weeks.ts';
import type { Clock } from '../../ports/clock.ts';
import { readSettings, requireTrueRequisites, wrongRequisites } from '../settings/index.ts';
import type { CollectedSummary } from './collect.ts';
import { collectSummary } from './collect.ts';
import { schoolRow } from './collected-rows.ts';
import { contentOf, countingOf, issueOf, signedBy } from './content.ts';
import { compareSummaries, requisitesOf } from './difference.ts';
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
  readonly countingText: string;
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
    ...(await collectSummary(db, { period: seen, rule, school, today })),
    period,
    school,
    rule,
    ruleText: ruleText({ ...defaultTwoWeekRule, ...rule }),
    countingText: countingText(rule),
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
      counting: countingOf(version.content).counting,
      requisites: requisitesOf(version.content),
    },
    { ...draft, counting: countingRule, requisites: requisitesOf(signedBy(draft.school)) },
  );

/** A report about days that have not come cannot be final; on the last day itself it can. */
const periodRefusal = ({ to }: Period, today: string): string | null =>
  to <= today
    ? null
    : `Период заканчивается ${shortDate(to)}, а сегодня ${shortDate(today)}. Зафиксировать справку можно начиная с последнего дня периода; до этого её можно напечатать как проект.`;

/** Why a draft cannot be made final yet; null when it can. */
export const finaliseRefusal = ({ period, school }: Draft, today: string): string | null => {
  const refusal = periodRefusal(period, today);
  if (refusal !== null || school === null) return refusal;
  const wrong = wrongRequisites(school);
  return wrong.length === 0
    ? null
    : `Исправьте реквизиты школы: «Настройки» → «Реквизиты». ${wrong.map(({ message }) => message).join(' ')}`;
};

/** What the form will lack. */
export const draftWarning = ({ school }: Draft): string | null =>
  school === null
    ? 'Реквизиты школы не заполнены: в справке останутся пустые строки для названия, руководителя и исполнителя, а орган управления не узнает по файлу, чья она. Заполните их: «Настройки» → «Реквизиты».'
    : null;

export interface Finalised {
  readonly version: StoredVersion;
  readonly created: boolean;
}

const store = async (trx: Knex, version: Omit<StoredVersion, 'id' | 'sha256'>) => {
  const stored = { ...version, sha256: contentHash(version.content) };
  return { id: await insertVersion(trx, stored), ...stored };
};

/**
 * Freezes the summary of a period as its next version, or answers the last one when nothing has
 * changed since (domain.md §4). Where only requisites have, the next version is a reissue.
 * @throws OfficeError `period-not-over`, `requisites-wrong`, and as `draftSummary`
 */
export const finaliseSummary = async (
  trx: Knex,
  period: Period,
  clock: Clock,
): Promise<Finalised> => {
  const draft = await draftSummary(trx, period, clock);
  const refusal = periodRefusal(period, clock.today());
  if (refusal !== null) throw fieldError('period-not-over', 'to', refusal);
  if (draft.school !== null) requireTrueRequisites(draft.school);
  const last = await lastVersion(trx, period);
  const difference = last && differenceNow(last, draft);
  if (last && !difference?.changed && difference?.requisites.length === 0)
    return { version: last, created: false };
  const reissueOf = last && !difference?.changed ? last.content.version : null;
  const issue = issueOf(clock, (last?.content.version ?? 0) + 1);
  const content = { ...contentOf(draft, issue), reissueOf };
  return { version: await store(trx, { content, rows: draft.rows }), created: true };
};

/**
 * The version again with the requisites of today, whatever has changed in the registers since.
 * @throws OfficeError `summary-unknown`, `summary-replaced`, `requisites-same`, `requisites-wrong`
 */
export const reissueSummary = async (
  trx: Knex,
  id: number,
  clock: Clock,
): Promise<StoredVersion> => {
  const { content, rows } = await requireVersion(trx, id);
  const newest = await lastVersion(trx, content.period);
  if (newest?.id !== id)
    throw new OfficeError(
      'summary-replaced',
      `Версия ${content.version} заменена версией ${newest?.content.version}. Перевыпустите последнюю.`,
    );
  const { school } = await readSettings(trx);
  if (school !== null) requireTrueRequisites(school);
  const signed = signedBy(school);
  if (canonicalJson(requisitesOf(signed)) === canonicalJson(requisitesOf(content)))
    throw new OfficeError(
      'requisites-same',
      `Реквизиты в версии ${content.version} те же, что в настройках: перевыпускать нечего.`,
    );
  const again = { ...content, ...signed, ...issueOf(clock, content.version + 1) };
  return store(trx, {
    content: {
      ...again,
      schemaVersion: packageSchemaVersion,
      rule: { ...content.rule, ...countingOf(content) },
      reissueOf: content.version,
    },
    rows: { ...rows, organisations: [schoolRow(school)] },
  });
};
