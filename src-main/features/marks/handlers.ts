import type { FeatureHandlers } from '../context.ts';

export const marksHandlers: FeatureHandlers<'marks'> = {};
