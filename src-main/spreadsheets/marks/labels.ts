import { isoDateOf, textOf } from '../cells.ts';
import { schoolYearOfLines } from '../school-year.ts';
import type { Row } from '../workbook.ts';
import { classFromText } from '../people/fields.ts';
import { remembered } from './remembered.ts';

/** What the lines around a table say: «Класс: 8А», «Ученик: …», «Предмет : Алгебра». */
export type LabelKey = 'schoolYear' | 'className' | 'period' | 'pupil' | 'subject' | 'teacher';

export interface Label {
  readonly key: LabelKey;
  /** Empty when nothing is written after the colon nor in the next cell. */
  readonly value: string;
  /** Zero-based column of the label. */
  readonly col: number;
}

const WORDS: readonly (readonly [LabelKey, string])[] = [
  ['schoolYear', String.raw`уч(?:ебный|\.) ?год`],
  ['className', 'класс'],
  ['period', '(?:отч[её]тный |учебный )?(?:период|интервал)'],
  ['subject', '(?:учебный )?предмет|дисциплина'],
  ['teacher', '(?:фио )?(?:учител[ья]|преподавател[ья]|педагога?)'],
  [
    'pupil',
    String.raw`(?:ф\.? ?и\.? ?о\.? )?(?:ученика?|ученицы|учащ\p{L}+|обучающ\p{L}+|воспитанника?)(?: ?\(\p{L}+\))?|ф\.? ?и\.? ?о\.?`,
  ],
];

const LABEL = new RegExp(
  String.raw`(?<=^|[\s,;(])(?:${WORDS.map(([, words], at) => `(?<w${at}>${words})`).join('|')})\s*:\s*`,
  'giu',
);

const keyOf = (groups: Readonly<Record<string, string | undefined>>): LabelKey =>
  WORDS.find((_word, at) => groups[`w${at}`] !== undefined)?.[0] ?? 'pupil';

/** Several labels may share a cell: «Класс: 8А  Ученик: Иванов Иван». */
const inCell = remembered((text): readonly Omit<Label, 'col'>[] => {
  const found = [...text.matchAll(LABEL)];
  return found.map((match, at) => ({
    key: keyOf(match.groups ?? {}),
    value: text.slice(match.index + match[0].length, found[at + 1]?.index).trim(),
  }));
});

/** Labels of a line, left to right; the value may stand in the next filled cell. */
export const labelsOf = (cells: Row): readonly Label[] => {
  const labels: Label[] = [];
  cells.forEach((cell, col) => {
    if (typeof cell === 'string' && cell.includes(':'))
      labels.push(...inCell(textOf(cell)).map((label) => ({ ...label, col })));
    else if (cell !== null) fillLast(labels, textOf(cell));
  });
  return labels;
};

const fillLast = (labels: Label[], text: string): void => {
  const last = labels.at(-1);
  if (last?.value === '') labels[labels.length - 1] = { ...last, value: text };
};

const DAY = String.raw`\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2} [а-я]+ \d{4}`;
const PERIOD = new RegExp(
  String.raw`(?:^|с )\s*(${DAY})(?: ?г\.?)?\s*(?:по|до|[-–—])\s*(${DAY})`,
  'iu',
);

/** «с 24.03.26 по 24.05.26» → both days; null for anything else and for days in the wrong order. */
export const periodOf = (value: string): { readonly from: string; readonly to: string } | null => {
  const found = PERIOD.exec(value);
  const from = isoDateOf(found?.[1], false);
  const to = isoDateOf(found?.[2], false);
  return from !== null && to !== null && from <= to ? { from, to } : null;
};

/** «за период с 01.09.2025 по 24.10.2025» in a title that has no label. */
export const periodInTitle = (cells: Row): Label | null => {
  const col = cells.findIndex(
    (cell) => typeof cell === 'string' && /период|интервал/iu.test(cell) && PERIOD.test(cell),
  );
  return col === -1 ? null : { key: 'period', value: textOf(cells[col]), col };
};

/** «2025/2026» after the label «Учебный год». */
export const yearOf = (value: string): number | null => schoolYearOfLines([value]);

const CLASS_IN_TEXT =
  /(?<![\d\p{L}.])(\d{1,2}\s?[-–]?\s?["«“„']?\s?[А-ЯЁA-Z])["»”']?(?=\s+класс|\s*$|\s*[,;)])|класс[а-я]*:?\s+(\d{1,2}\s?[-–]?\s?["«“„']?\s?[А-ЯЁA-Zа-яё]?)["»”']?(?![\p{L}\d])/iu;

/** A class named somewhere in a title or a sheet's name: «Журнал 8А класса», «Класс 8 "А"». */
export const classInText = (text: string): string | null => {
  const whole = classFromText(text);
  if (whole !== null) return whole;
  if (!/класс|журнал/iu.test(text)) return null;
  const found = CLASS_IN_TEXT.exec(text);
  return found ? classFromText(found[1] ?? found[2] ?? '') : null;
};
