import type { FeatureHandlers } from '../context.ts';

export const peopleHandlers: FeatureHandlers<'people'> = {};
