/** The engine of all lists: one search, filters, order and page, in memory or in SQL. */

export type { ListQuestion, Page } from './question.ts';
export { rowsAs, wholeList } from './question.ts';
export type { MemoryList, MemoryListOf } from './in-memory.ts';
export { is, pageInMemory, rowsFound } from './in-memory.ts';
export type { TableListOf } from './from-table.ts';
export { conditionsOf, orderOf, pageFromTable } from './from-table.ts';
export { byClass, byNumber, byText, byTime, inTurn, reversed } from './order.ts';

/** Saved views after a merge of two cards. */
export { moveFilters } from './repository.ts';
