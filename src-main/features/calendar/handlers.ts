import type { FeatureHandlers } from '../context.ts';

export const calendarHandlers: FeatureHandlers<'calendar'> = {};
