import { fieldError } from '../../contract/errors.ts';
import type { CodeTable } from '../../domain/mark-codes.ts';
import { canonicalCodes, readMarkCell } from '../../domain/mark-codes.ts';

/**
 * Canonical codes of a typed cell; null for an empty text.
 * @throws OfficeError `cell-empty` for text that holds only separators
 */
export const typedCodes = (text: string, table: CodeTable, index: number): string | null => {
  if (text === '') return null;
  const codes = canonicalCodes(readMarkCell(text, table));
  if (codes !== '') return codes;
  throw fieldError('cell-empty', `cells.${index}.text`, 'Напишите оценку или сотрите ячейку.');
};

/** @throws OfficeError `cell-repeated` */
export const refuseRepeated = (keys: readonly string[]): void => {
  const seen = new Set<string>();
  keys.forEach((key, index) => {
    if (seen.has(key))
      throw fieldError('cell-repeated', `cells.${index}`, 'Эта ячейка указана дважды.');
    seen.add(key);
  });
};

/** @throws OfficeError `student-not-in-class` */
export const refuseStranger = (members: ReadonlySet<string>, key: string, index: number): void => {
  if (members.has(key)) return;
  throw fieldError(
    'student-not-in-class',
    `cells.${index}.studentId`,
    'Ученик не учился в этом классе. Проверьте класс в карточке ученика.',
  );
};
