/** Lines to sign on: role, signature, name, date. */

import { clamp, empty, plain, ruled, under } from './frame-parts.ts';
import type { Frame, FrameCell, FrameRow } from './frame-parts.ts';
import type { SignatureLine, Signatures } from './model.ts';
import type { PaperSettings } from './paper.ts';
import { textWidthMm } from './text-width.ts';

/** Columns of a block of signatures, millimetres. */
interface Measures {
  readonly dated: boolean;
  /** The role stands on a line of its own: there is no room for it beside the rules. */
  readonly stacked: boolean;
  readonly roleMm: number;
  readonly gapMm: number;
  readonly signMm: number;
  readonly nameMm: number;
  readonly dateMm: number;
}

const longestMm = (texts: readonly (string | null | undefined)[], sizePt: number): number =>
  Math.max(0, ...texts.map((text) => textWidthMm(text ?? '', sizePt) + 2));

/** Words would be torn, or the role would grow into a tower of short lines. */
const isCramped = (role: string, roleMm: number, sizePt: number): boolean =>
  longestMm(role.split(/[\s-]+/), sizePt) - 2 > roleMm || textWidthMm(role, sizePt) > roleMm * 3;

const measure = (block: Signatures, widthMm: number, { fontSizePt }: PaperSettings): Measures => {
  const { lines } = block;
  const dated = lines.some(({ date }) => date !== undefined);
  const gapMm = Math.min(4, widthMm * 0.03);
  const gaps = gapMm * (dated ? 3 : 2);
  const names = longestMm(
    lines.map(({ name }) => name),
    fontSizePt,
  );
  const dates = longestMm(
    lines.map(({ date }) => date),
    fontSizePt,
  );
  const nameMm = clamp(names, widthMm * (dated ? 0.25 : 0.28), widthMm * (dated ? 0.3 : 0.42));
  const dateMm = dated ? clamp(dates, widthMm * 0.16, widthMm * 0.27) : 0;
  const signMm = widthMm * (dated ? 0.16 : 0.22);
  const roleMm = widthMm - nameMm - dateMm - signMm - gaps;
  // A name that outgrows its rule would drop its last letters to a second line.
  if (names <= nameMm && !lines.some(({ role }) => isCramped(role, roleMm, fontSizePt))) {
    return { dated, stacked: false, roleMm, gapMm, signMm, nameMm, dateMm };
  }
  const wideDateMm = dated ? clamp(dates, widthMm * 0.2, widthMm * 0.4) : 0;
  const rest = widthMm - wideDateMm - gapMm * (dated ? 2 : 1);
  const wideNameMm = clamp(names, rest * 0.5, rest * 0.7);
  return {
    dated,
    stacked: true,
    roleMm: 0,
    gapMm,
    signMm: rest - wideNameMm,
    nameMm: wideNameMm,
    dateMm: wideDateMm,
  };
};

const lineRows = (line: SignatureLine, { dated, stacked }: Measures): readonly FrameRow[] => {
  const { date } = line;
  const role: FrameCell = { blocks: [plain(line.role)], verticalAlign: 'bottom' };
  const inRow = (first: FrameCell, cells: readonly FrameCell[]): readonly FrameCell[] =>
    stacked ? cells : [first, empty, ...cells];
  const withDate = (cell: FrameCell): readonly FrameCell[] => (dated ? [empty, cell] : []);
  return [
    ...(stacked ? [{ cells: [{ ...role, colSpan: dated ? 5 : 3 }] }] : []),
    {
      heightMm: 10,
      cells: inRow(role, [
        ruled('', 'center'),
        empty,
        ruled(line.name ?? '', 'center'),
        ...withDate(date === undefined ? empty : ruled(date ?? '', 'center')),
      ]),
    },
    {
      // Room below the captions, or they would stick to the next role.
      heightMm: 6,
      cells: inRow(empty, [
        under(line.signatureCaption ?? '(подпись)'),
        empty,
        under(line.nameCaption ?? '(расшифровка подписи)'),
        ...withDate(date === undefined ? empty : under('(дата)')),
      ]),
    },
  ];
};

/** Signature lines aligned with each other in a place `widthMm` wide. */
export const signatureFrame = (block: Signatures, widthMm: number, paper: PaperSettings): Frame => {
  const measures = measure(block, widthMm, paper);
  const { stacked, dated, roleMm, gapMm, signMm, nameMm, dateMm } = measures;
  const widthsMm = [
    ...(stacked ? [] : [roleMm, gapMm]),
    signMm,
    gapMm,
    nameMm,
    ...(dated ? [gapMm, dateMm] : []),
  ];
  // Keeps a name of two lines off the table above.
  const air: FrameRow = { heightMm: 3, cells: [{ blocks: [], colSpan: widthsMm.length }] };
  const rows = [air, ...block.lines.flatMap((line) => lineRows(line, measures))];
  return { kind: 'frame', widthsMm, rows, together: true };
};
