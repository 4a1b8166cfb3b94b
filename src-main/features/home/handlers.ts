import type { FeatureHandlers } from '../context.ts';

export const homeHandlers: FeatureHandlers<'home'> = {};
