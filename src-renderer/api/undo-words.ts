import type { OperationOutput } from '../../src-main/contract/operations.ts';
import { addDays } from '../../src-main/domain/dates.ts';
import { operationNames, settingKeys, tableNames } from '../strings/audit.ts';
import { countedAny, countedRows, countedTables, undo as text } from '../strings/audit-undo.ts';
import { accusative } from '../strings/accusative.ts';
import { showDate } from '../ui/dates.ts';
import { shortName } from '../ui/names.ts';

export type DescribedCommand = OperationOutput<'audit.describe'>;
type Part = NonNullable<DescribedCommand['object']>['parts'][number];

const shown = ({ kind, value }: Part): string => {
  if (kind === 'person') return shortName(value);
  if (kind === 'date') return showDate(value);
  if (kind === 'week') return text.week(showDate(value).slice(0, 5), showDate(addDays(value, 5)));
  return kind === 'setting' ? (settingKeys[value] ?? value) : value;
};

/** Sheets made void are told apart from those that were printed. */
const rowsOf = ({ tables, printed }: DescribedCommand, name: string): number => {
  const found = tables.find(({ table }) => table === name);
  const again = name === 'sheets' ? printed.find(({ kind }) => kind === 'sheets-again') : undefined;
  return found ? found.created + found.changed + found.deleted - (again?.rows ?? 0) : 0;
};

/** «635 обучающихся, 1 013 родителей» */
const counts = (command: DescribedCommand): string => {
  const words = countedTables.flatMap((table) => {
    const n = rowsOf(command, table);
    return n === 0 ? [] : [countedRows(table, n) ?? countedAny(n)];
  });
  return words.length > 0 ? words.join(', ') : countedAny(command.rows);
};

const objectWords = (command: DescribedCommand): string => {
  if (command.object === null) return counts(command);
  const { table, parts } = command.object;
  const n = rowsOf(command, table);
  const many = n > 1 || parts.length === 0 ? [countedRows(table, n) ?? countedAny(n)] : [];
  return [...many, ...parts.map(shown)].join(', ');
};

const lowered = (title: string): string => title.slice(0, 1).toLowerCase() + title.slice(1);

const titleOf = ({ operation }: DescribedCommand): string =>
  lowered(operationNames[operation] ?? operation);

/** What was done, as a toast names it. */
export const nameOf = (command: DescribedCommand): string =>
  `${titleOf(command)}${text.and}${objectWords(command)}`;

/** The same after a verb that asks for the accusative. */
export const inAccusative = (command: DescribedCommand): string =>
  `${accusative(titleOf(command))}: ${objectWords(command)}`;

/** Which registers refer to what the command added. */
export const usersOf = ({ usedBy }: DescribedCommand): string =>
  usedBy
    .map(({ table, rows }) => countedRows(table, rows) ?? `${tableNames[table] ?? table}: ${rows}`)
    .join(', ');
