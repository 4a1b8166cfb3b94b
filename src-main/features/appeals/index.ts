/** What other features read of appeals. */

export { keepingAppealDays } from './undo-guard.ts';
export { appealsById, appealsDatedIn, qualificationsOf } from './counted.ts';
export type { DatedAppeal } from './counted.ts';
export { linksOfResources } from './links.ts';
export type { GivenLink } from './links.ts';
