import type { FeatureHandlers } from '../context.ts';

export const summaryHandlers: FeatureHandlers<'summary'> = {};
