/** What other features may read about statements. */
export type { ParentHistory } from './parent-histories.ts';
export { parentHistories, parentOn } from './parent-histories.ts';
