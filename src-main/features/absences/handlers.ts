import type { FeatureHandlers } from '../context.ts';

export const absencesHandlers: FeatureHandlers<'absences'> = {};
