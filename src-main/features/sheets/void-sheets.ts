import { OfficeError } from '../../contract/errors.ts';
import { replacedText } from '../../domain/cadence-wording.ts';
import type { IssuedRecord } from './lists.ts';
import { issuedRowOf } from './lists.ts';
import { isVoid, replacingOf } from './repository.ts';

const shown = 10;

/** «Иванова Анна, 8А, за неделю 2–6 марта 2026 г.: распечатка № 1 заменена распечаткой № 2 от …» */
const lineOf = (record: IssuedRecord): string => {
  const { studentName, className, weekTitle, number } = issuedRowOf(record);
  const by = replacingOf(record);
  return `${studentName}, ${className}, за неделю ${weekTitle}: распечатка № ${number}${by === null ? '' : ` ${replacedText(by)}`}`;
};

/**
 * What was corrected may be neither handed over nor copied.
 * @throws OfficeError `sheet-void`
 */
export const refuseVoid = (records: readonly IssuedRecord[]): void => {
  const old = records.filter(isVoid);
  if (old.length === 0) return;
  const more = old.length > shown ? ` И ещё ${old.length - shown}.` : '';
  throw new OfficeError(
    'sheet-void',
    `Распечатка недействительна. ${old.slice(0, shown).map(lineOf).join('; ')}.${more} Выдавайте и копируйте исправленную, а прежний лист уберите.`,
  );
};
