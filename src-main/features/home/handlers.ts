import type { FeatureHandlers } from '../context.ts';
import { attention } from './attention.ts';
import { overview } from './overview.ts';

export const homeHandlers: FeatureHandlers<'home'> = {
  'home.overview': (_input, context) => overview(context),
  'home.attention': (_input, context) => attention(context),
};
