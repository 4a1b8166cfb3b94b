import { gapLine } from '../../../domain/journal-gap-wording.ts';
import { refusingGaps } from '../../../domain/journal-gaps.ts';
import type { JournalGap } from '../../../domain/journal-gaps.ts';
import { nonBreaking, shortDate } from '../../../domain/russian.ts';
import {
  cell,
  column,
  field,
  keepTogether,
  line,
  mm,
  row,
  signature,
  spacer,
  table,
} from '../../../documents/build.ts';
import type { Block, TableRow } from '../../../documents/model.ts';
import type { JournalData } from '../content.ts';
import type { JournalGeometry } from './geometry.ts';
import type { JournalPage } from './page.ts';
import { byHeight, pageHead, signedName, whoseLine } from './page.ts';

/** «Замечания по ведению журнала»: what the journal lacks, then room for those who check it. */

export const remarksTitle = 'Замечания по ведению журнала';

const sizePt = 10;
const rowMm = 9;
const dateMm = 24;
const doneMm = 52;
/** Empty rows of a page. */
const mostRows = 24;

interface Remark {
  readonly text: string;
  readonly heightMm: number;
}

const remarkTable = (rows: readonly TableRow[]): Block =>
  table(
    [column(mm(dateMm)), column(1), column(mm(doneMm))],
    [row('Дата', 'Содержание замечания, кто проверил', 'Отметка об исполнении')],
    rows,
    { fontSizePt: sizePt },
  );

const emptyRows = (roomMm: number): readonly TableRow[] =>
  Array.from({ length: Math.max(0, Math.min(mostRows, Math.floor(roomMm / (rowMm + 0.4)))) }, () =>
    row({ content: '', minHeightMm: rowMm }, '', ''),
  );

const word =
  'Заверить журнал с перечисленными замечаниями разрешаю (внесены не все уроки, темы или итоговые отметки).';

/** The director's word, without which such a journal is not certified (domain.md §6). */
const directorsWord = ({ school }: JournalData): Block =>
  keepTogether(
    spacer(4),
    line(nonBreaking(word)),
    field('Причина', null, { extraLines: 1 }),
    spacer(4),
    signature({
      role: school.directorPosition,
      name: signedName(school.directorName),
      date: null,
    }),
  );

/** The signature's rules and captions, and the spaces. */
const signatureMm = 34;

/** The sentence, two lines for the reason, the role and a long name. */
const wordHeightMm = ({ measure, paper }: JournalGeometry): number => {
  const lines = measure.lines(word, paper.fontSizePt).length + 4;
  return lines * measure.lineMm(paper.fontSizePt) * paper.lineHeight + signatureMm;
};

const remarksOf = (
  gaps: readonly JournalGap[],
  { measure }: JournalGeometry,
): readonly Remark[] => {
  const widthMm = measure.contentWidthMm - dateMm - doneMm;
  return gaps.map((gap) => {
    const text = gapLine(gap);
    const lines = measure.cellLines(text, widthMm, sizePt).length;
    return { text, heightMm: measure.rowMm(lines, sizePt) };
  });
};

const heightOf = (remarks: readonly Remark[]): number =>
  remarks.reduce((sum, { heightMm }) => sum + heightMm, 0);

/** A page for the pen alone. */
export const emptyRemarksPage = (data: JournalData, geometry: JournalGeometry): JournalPage => {
  const head = pageHead(geometry, remarksTitle, whoseLine(data));
  const room = geometry.measure.contentHeightMm - head.heightMm - 18;
  return [...head.blocks, remarkTable(emptyRows(Math.max(rowMm + 0.4, room)))];
};

/** Pages with every gap, the last of them with the director's word where it is needed. */
export const gapPages = (
  gaps: readonly JournalGap[],
  data: JournalData,
  geometry: JournalGeometry,
): readonly JournalPage[] => {
  if (gaps.length === 0) return [];
  const head = pageHead(geometry, remarksTitle, whoseLine(data));
  const room = geometry.measure.contentHeightMm - head.heightMm - 18;
  const wordMm = refusingGaps(gaps).length > 0 ? wordHeightMm(geometry) : 0;
  const parts = byHeight(remarksOf(gaps, geometry), room, ({ heightMm }) => heightMm);
  const fits = heightOf(parts.at(-1) ?? []) + wordMm <= room;
  return [...parts, ...(fits ? [] : [[]])].map((part, at, all) => {
    const isLast = at === all.length - 1;
    const rows = part.map(({ text }) => row(shortDate(data.today), cell(text), ''));
    const free = isLast ? room - heightOf(part) - wordMm : 0;
    return [
      ...head.blocks,
      remarkTable([...rows, ...emptyRows(free)]),
      ...(isLast && wordMm > 0 ? [directorsWord(data)] : []),
    ];
  });
};
