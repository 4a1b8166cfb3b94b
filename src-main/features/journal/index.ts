/** What other features may read of the printed journal. */
export { owedJournals } from './debts.ts';
