import type { FeatureHandlers } from '../context.ts';

export const appealsHandlers: FeatureHandlers<'appeals'> = {};
