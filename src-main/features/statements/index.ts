/** What other features may read about statements. */
export { refusalShares, servedOnPaper } from './served.ts';
export { diarySystem } from './diary-system.ts';
