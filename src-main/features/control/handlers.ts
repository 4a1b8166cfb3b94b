import type { FeatureHandlers } from '../context.ts';

export const controlHandlers: FeatureHandlers<'control'> = {};
