import type { FeatureHandlers } from '../context.ts';

export const resourcesHandlers: FeatureHandlers<'resources'> = {};
