/** What other features may read about statements. */
export type { ParentHistory } from './chains.ts';
export { parentHistories, parentOn } from './chains.ts';
