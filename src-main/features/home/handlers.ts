import type { FeatureHandlers } from '../context.ts';
import { overview } from './overview.ts';

export const homeHandlers: FeatureHandlers<'home'> = {
  'home.overview': (_input, context) => overview(context),
};
