import type { FeatureHandlers } from '../context.ts';

export const sheetsHandlers: FeatureHandlers<'sheets'> = {};
