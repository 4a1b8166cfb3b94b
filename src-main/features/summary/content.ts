import type { School } from '../../contract/settings.ts';
import type { CurrentContent, PackageContent } from '../../contract/summary-package.ts';
import { packageSchemaVersion } from '../../contract/summary-package.ts';
import { countingRule, earlierCountingText } from '../../domain/qualifying-appeals.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Draft } from './versions.ts';

/** What a package says. */

interface Issue {
  readonly version: number;
  readonly preparedOn: string;
  readonly finalisedAt: string;
}

export const issueOf = (clock: Clock, version: number): Issue => ({
  version,
  preparedOn: clock.today(),
  finalisedAt: new Date(clock.now()).toISOString(),
});

/** The school and its signers; null where the requisites are not filled. */
export const signedBy = (
  school: School | null,
): Pick<PackageContent, 'school' | 'director' | 'executor'> => ({
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
});

/** The content of a draft as the given issue. */
export const contentOf = (
  { school, period, rule, ruleText: text, countingText, figures }: Draft,
  issue: Issue,
): CurrentContent => ({
  kind: 'information-summary',
  schemaVersion: packageSchemaVersion,
  ...signedBy(school),
  period: { from: period.from, to: period.to },
  rule: {
    measure: rule.measure,
    excusedOnly: rule.excusedOnly,
    text,
    counting: countingRule,
    countingText,
  },
  figures,
  ...issue,
  reissueOf: null,
});

/** What the form prints of the counting; null in a version made before it was said. */
export const countingTextOf = (content: PackageContent): string | null =>
  content.schemaVersion === 1 ? null : content.rule.countingText;

/** The way a version was counted, also where it does not say so itself. */
export const countingOf = (
  content: PackageContent,
): Pick<CurrentContent['rule'], 'counting' | 'countingText'> =>
  content.schemaVersion === 1
    ? { counting: 'registered-appeals-2026', countingText: earlierCountingText }
    : { counting: content.rule.counting, countingText: content.rule.countingText };

/** Version whose figures this one repeats with corrected requisites, or null. */
export const reissueOf = (content: PackageContent): number | null =>
  content.schemaVersion === 1 ? null : content.reissueOf;
