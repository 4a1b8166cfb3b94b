export type {
  ColumnFilter,
  ColumnKind,
  FilterChoice,
  ListColumn,
  ListName,
  RowOf,
} from './columns.ts';
export { sameWords, yesNo } from './columns.ts';
export { DataTable } from './DataTable.tsx';
export type { DataTableProps, EmptyList, TableSelection } from './DataTable.tsx';
