import { dateParts } from '../../../domain/dates.ts';
import { finalPeriodShort } from '../../../domain/journal.ts';
import { cell, column, mm, table } from '../../../documents/build.ts';
import type { TableCell, TableRow } from '../../../documents/model.ts';
import type { JournalData, JournalPupil, JournalSubject } from '../content.ts';
import type { JournalGeometry } from './geometry.ts';
import { journalSizes } from './geometry.ts';
import type { JournalPage, PageHead } from './page.ts';
import {
  byHeight,
  isInClass,
  marksText,
  nameContent,
  nameLines,
  notInClass,
  plainCell,
  printedCodes,
} from './page.ts';
import type { SpreadColumn } from './spreads.ts';

/** Left pages of a spread: pupils × dates. */

const months = [
  ['январь', 'янв.'],
  ['февраль', 'февр.'],
  ['март', 'март'],
  ['апрель', 'апр.'],
  ['май', 'май'],
  ['июнь', 'июнь'],
  ['июль', 'июль'],
  ['август', 'авг.'],
  ['сентябрь', 'сент.'],
  ['октябрь', 'окт.'],
  ['ноябрь', 'нояб.'],
  ['декабрь', 'дек.'],
] as const;

/** Points; a head of one column must hold «сент.». */
const monthSizePt = 8;
const headRowMm = 5.5;
/** Turned heads of final marks need this much for both head rows. */
const finalHeadMm = 17;
/** Heights of a row, millimetres: the highest that keeps the class on one page, else the least. */
const pupilRowsMm = [7.2, 6.7, 6.2, 5.7] as const;
const leastRowMm = 5.3;

const dayOf = (date: string): string => String(dateParts(date).day);

interface MonthSpan {
  /** 0 over empty columns. */
  readonly month: number;
  readonly columns: number;
}

type HeadPart = MonthSpan | { readonly period: string };

const headParts = (columns: readonly SpreadColumn[]): readonly HeadPart[] => {
  const parts: HeadPart[] = [];
  for (const item of columns) {
    const last = parts.at(-1);
    if (item.kind === 'final') parts.push({ period: item.period });
    else {
      const month = item.kind === 'blank' ? 0 : dateParts(item.lesson.date).month;
      if (last && 'month' in last && last.month === month)
        parts[parts.length - 1] = { month, columns: last.columns + 1 };
      else parts.push({ month, columns: 1 });
    }
  }
  return parts;
};

const monthCell = ({ month, columns }: MonthSpan, geometry: JournalGeometry): TableCell => {
  const [full, short] = months[month - 1] ?? ['', ''];
  const width = geometry.markMm * columns;
  const fits = geometry.measure.cellLines(full, width, monthSizePt).length === 1;
  return cell([{ text: fits ? full : short, sizePt: monthSizePt }], { colSpan: columns });
};

const headHeightMm = (columns: readonly SpreadColumn[]): number =>
  columns.some(({ kind }) => kind === 'final') ? finalHeadMm : headRowMm * 2;

const headRows = (
  columns: readonly SpreadColumn[],
  data: JournalData,
  geometry: JournalGeometry,
): readonly TableRow[] => {
  const height = headHeightMm(columns);
  const days = columns.flatMap((item) =>
    item.kind === 'final' ? [] : [item.kind === 'blank' ? '' : dayOf(item.lesson.date)],
  );
  return [
    [
      cell('№', { rowSpan: 2, minHeightMm: height }),
      cell('Фамилия, имя', { rowSpan: 2 }),
      ...headParts(columns).map((part) =>
        'month' in part
          ? monthCell(part, geometry)
          : cell(finalPeriodShort(part.period, data.periods), {
              rowSpan: 2,
              rotated: true,
              minHeightMm: height,
            }),
      ),
    ],
    days.map((day) => cell(day, { bold: true, minHeightMm: height / 2 })),
  ];
};

const markText = (subject: JournalSubject, item: SpreadColumn, pupil: JournalPupil): string => {
  if (item.kind === 'blank') return '';
  if (item.kind === 'final') return marksText(subject.finals.get(item.period)?.get(pupil.id));
  const { lesson } = item;
  const text = marksText(printedCodes(subject, lesson, pupil));
  return text === '' && !isInClass(pupil, lesson.date) ? notInClass : text;
};

interface PupilRow {
  readonly pupil: JournalPupil;
  readonly number: number;
  readonly marks: readonly string[];
}

const rowLines = (row: PupilRow, geometry: JournalGeometry): number => {
  const marks = row.marks.reduce((most, text) => {
    // Three letters fit any column.
    if (text.length <= 3) return most;
    const lines = geometry.measure.cellLines(text, geometry.markMm, journalSizes.table).length;
    return Math.max(most, lines);
  }, 1);
  const nameMm = geometry.nameMm(row.marks.length);
  return Math.max(marks, nameLines(geometry, row.pupil, nameMm));
};

const bodyRow = (
  { pupil, number, marks }: PupilRow,
  finals: readonly boolean[],
  minHeightMm: number,
): TableRow => [
  cell(String(number), { minHeightMm, verticalAlign: 'center' }),
  cell(nameContent(pupil), { verticalAlign: 'center' }),
  ...marks.map((text, at) =>
    finals[at] === true && text !== ''
      ? cell(text, { bold: true, verticalAlign: 'center' })
      : plainCell(text),
  ),
];

/** The pages of pupils for one set of columns: more than one where the class does not fit. */
export const pupilPages = (
  subject: JournalSubject,
  columns: readonly SpreadColumn[],
  head: PageHead,
  data: JournalData,
  geometry: JournalGeometry,
): readonly JournalPage[] => {
  const { measure } = geometry;
  const rows = data.pupils.map((pupil, index): PupilRow => ({
    pupil,
    number: index + 1,
    marks: columns.map((item) => markText(subject, item, pupil)),
  }));
  const room = measure.contentHeightMm - head.heightMm - headHeightMm(columns) - 1;
  const natural = rows.map((row) => measure.rowMm(rowLines(row, geometry), journalSizes.table));
  const fits = (rowMm: number): boolean =>
    natural.reduce((sum, height) => sum + Math.max(rowMm + 0.3, height), 0) <= room;
  const rowMm = pupilRowsMm.find(fits) ?? leastRowMm;
  const heightOf = ({ number }: PupilRow): number =>
    Math.max(rowMm + 0.3, natural[number - 1] ?? 0);
  const finals = columns.map(({ kind }) => kind === 'final');
  const widths = [
    column(mm(geometry.numberMm), 'center'),
    column(mm(geometry.nameMm(columns.length))),
    ...columns.map(() => column(mm(geometry.markMm), 'center')),
  ];
  return byHeight(rows, room, heightOf).map((part) => [
    ...head.blocks,
    table(
      widths,
      headRows(columns, data, geometry),
      part.map((row) => bodyRow(row, finals, rowMm)),
      { fontSizePt: journalSizes.table },
    ),
  ]);
};
