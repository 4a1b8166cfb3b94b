/** What other features may read about statements. */
export type { ParentHistory } from './chains.ts';
export { onPaper, parentHistories } from './chains.ts';
