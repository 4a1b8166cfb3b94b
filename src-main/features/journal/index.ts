/** What other features may read of the printed journal. */
export type { OwedJournals } from './register.ts';
export { owedJournals } from './register.ts';
