import type { CellStyle, FontStyle } from 'hucre';
import type { ColumnKind } from './sheet-model.ts';

/** Metrics of Times New Roman are what office documents are laid out in (domain.md §8). */
export const FONT: FontStyle = { name: 'Times New Roman', size: 11 };

const SIDE = { style: 'thin' } as const;
const BORDER = { top: SIDE, right: SIDE, bottom: SIDE, left: SIDE } as const;

const body = (horizontal: 'left' | 'right' | 'center', numFmt: string): CellStyle => ({
  font: FONT,
  border: BORDER,
  alignment: { horizontal, vertical: 'top', wrapText: true },
  numFmt,
});

/** `@` keeps Excel from re-reading a text such as `3/4` or `=A1` when the cell is edited. */
export const BODY: Readonly<Record<ColumnKind, CellStyle>> = {
  text: body('left', '@'),
  number: body('right', 'General'),
  date: body('center', 'dd.mm.yyyy'),
  hours: body('right', '0.00'),
};

export const HEADER: CellStyle = {
  font: { ...FONT, bold: true },
  border: BORDER,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9ECEF' } },
  numFmt: '@',
};

const line = (bold: boolean): CellStyle => ({
  font: { ...FONT, bold, size: bold ? 13 : 11 },
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
  numFmt: '@',
});

export const TITLE = line(true);
export const LINE = line(false);
