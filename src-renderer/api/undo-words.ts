import type { OperationOutput } from '../../src-main/contract/operations.ts';
import { addDays } from '../../src-main/domain/dates.ts';
import { operationNames, settingKeys, tableNames } from '../strings/audit.ts';
import { countedAny, countedRows, countedTables, undo as text } from '../strings/undo.ts';
import { accusative } from '../strings/accusative.ts';
import { showDate } from '../ui/dates.ts';
import { shortName } from '../ui/names.ts';

export type Told = OperationOutput<'audit.describe'>;
type Part = NonNullable<Told['object']>['parts'][number];

const shown = ({ kind, value }: Part): string => {
  if (kind === 'person') return shortName(value);
  if (kind === 'date') return showDate(value);
  if (kind === 'week') return text.week(showDate(value).slice(0, 5), showDate(addDays(value, 5)));
  return kind === 'setting' ? (settingKeys[value] ?? value) : value;
};

const rowsOf = ({ tables }: Told, name: string): number => {
  const found = tables.find(({ table }) => table === name);
  return found ? found.created + found.changed + found.deleted : 0;
};

/** «635 обучающихся, 1 013 родителей» */
const counts = (told: Told): string => {
  const words = countedTables.flatMap((table) => {
    const n = rowsOf(told, table);
    return n === 0 ? [] : [countedRows(table, n) ?? countedAny(n)];
  });
  return words.length > 0 ? words.join(', ') : countedAny(told.rows);
};

const objectWords = (told: Told): string => {
  if (told.object === null) return counts(told);
  const { table, parts } = told.object;
  const n = rowsOf(told, table);
  const many = n > 1 || parts.length === 0 ? [countedRows(table, n) ?? countedAny(n)] : [];
  return [...many, ...parts.map(shown)].join(', ');
};

const lowered = (title: string): string => title.slice(0, 1).toLowerCase() + title.slice(1);

const titleOf = ({ operation }: Told): string => lowered(operationNames[operation] ?? operation);

/** What was done, as a toast names it. */
export const named = (told: Told): string => `${titleOf(told)}${text.and}${objectWords(told)}`;

/** The same after a verb that asks for the accusative. */
export const asked = (told: Told): string => `${accusative(titleOf(told))}: ${objectWords(told)}`;

/** Which registers refer to what the command added. */
export const users = ({ usedBy }: Told): string =>
  usedBy
    .map(({ table, rows }) => countedRows(table, rows) ?? `${tableNames[table] ?? table}: ${rows}`)
    .join(', ');
