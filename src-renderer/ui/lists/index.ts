export type { FilterChoice, ListColumn, RowOf } from './columns.ts';
export { sameWords, yesNo } from './columns.ts';
export { DataTable } from './DataTable.tsx';
