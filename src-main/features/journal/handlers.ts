import type { FeatureHandlers } from '../context.ts';

export const journalHandlers: FeatureHandlers<'journal'> = {};
