/** What other features may do with saved views. */
export { moveFilters } from './repository.ts';
