import type { SheetContent } from '../../../contract/sheets-fields.ts';
import {
  cell,
  column,
  cutLine,
  keepTogether,
  mm,
  paragraph,
  spacer,
  table,
} from '../../../documents/build.ts';
import type { Align, Block, Content, Paragraph, TableCell } from '../../../documents/model.ts';
import type { SheetLine, SheetShape } from './fit.ts';
import type { PaperContent } from './texts.ts';
import { averageMmPerPt, homeworkDayMmPerPt } from './fit.ts';
import * as texts from './texts.ts';

/** Blocks of one sheet set in a size found for it. */

export interface Look {
  readonly shape: SheetShape;
  readonly sizePt: number;
  /** Homework did not find room beside the marks and has a slip of its own. */
  readonly homeworkApart?: boolean;
}

const text = (
  value: string,
  sizePt: number,
  { bold = false, align = 'left' }: { readonly bold?: boolean; readonly align?: Align } = {},
): Paragraph =>
  paragraph([bold ? { text: value, bold, sizePt } : { text: value, sizePt }], {
    style: 'note',
    align,
  });

/** One object for the many empty cells of a school's run. */
const empty: TableCell = { content: '' };

const markCell = (value: string): TableCell => (value === '' ? empty : { content: value });

const marksTable = (content: SheetContent, { shape, sizePt }: Look): Block => {
  const { days, subjects, averagesOf } = content;
  const averages = averagesOf === null ? [] : [column(mm(averageMmPerPt * sizePt), 'center')];
  return table(
    [column(1), ...days.map(() => column(mm(shape.dayMm), 'center')), ...averages],
    [
      [
        cell('Предмет'),
        ...days.map((day) => cell(texts.dayHead(day))),
        ...averages.map(() => cell('Ср. балл')),
      ],
    ],
    subjects.map(({ subject, cells, average }) => [
      { content: subject },
      ...cells.map(markCell),
      ...averages.map(() => markCell(average ?? '')),
    ]),
    { fontSizePt: sizePt },
  );
};

const homeworkContent = (lines: texts.HomeworkDay['lines']): Content =>
  lines.flatMap(([subject, what], at) => [
    { text: `${subject}: `, italic: true },
    { text: at === lines.length - 1 ? what : `${what}; ` },
  ]);

const homeworkBlocks = (content: SheetContent, look: Look): readonly Block[] => {
  const { sizePt } = look;
  if (content.homework === null) return [];
  if (look.homeworkApart === true) return [text(texts.homeworkApart, sizePt)];
  const days = texts.homeworkDays(content.homework);
  if (days.length === 0) return [text(texts.homeworkEmpty, sizePt)];
  return [
    text(texts.homeworkTitle, sizePt, { bold: true }),
    table(
      [column(mm(homeworkDayMmPerPt * sizePt)), column(1)],
      [],
      days.map(({ day, lines }) => [cell(day), cell(homeworkContent(lines))]),
      { fontSizePt: sizePt },
    ),
  ];
};

const notesOf = (content: SheetContent): readonly string[] => {
  const facts = [
    texts.absencesText(content),
    texts.averagesText(content),
    texts.daysOffText(content),
  ];
  const said = facts.filter((one) => one !== null).join(' ');
  return [said, texts.legendText(content) ?? ''].filter((note) => note !== '');
};

const noteBlocks = (content: SheetContent, sizePt: number): readonly Block[] =>
  notesOf(content).map((note) => text(note, sizePt));

/** The table, or why there is none. */
const marksBlocks = (content: SheetContent, look: Look): readonly Block[] => [
  ...(content.subjects.length === 0 ? [] : [marksTable(content, look)]),
  ...(content.remark === null ? [] : [text(content.remark, look.sizePt + 1, { bold: true })]),
];

const lineOf = (value: string, plusPt = 0, bold = false): SheetLine => ({
  text: value,
  plusPt,
  bold,
});

const studentText = ({ student, className }: SheetContent): string =>
  `${student}, ${className} класс`;

const paperTextLines = (content: PaperContent, plusPt: number): readonly SheetLine[] =>
  texts.paperLines(content).map((said) => lineOf(said, plusPt, true));

const paperBlocks = (content: PaperContent, sizePt: number): readonly Block[] =>
  texts.paperLines(content).map((said) => text(said, sizePt, { bold: true }));

const recipientLines = (content: SheetContent, plusPt: number): readonly SheetLine[] => {
  const said = texts.recipientText(content);
  return said === null ? [] : [lineOf(said, plusPt)];
};

const recipientBlocks = (content: SheetContent, sizePt: number): readonly Block[] => {
  const said = texts.recipientText(content);
  return said === null ? [] : [text(said, sizePt)];
};

/** Lines of `fullSheet` outside its tables, for the reckoning of its height. */
export const fullLines = (content: PaperContent): readonly SheetLine[] => [
  lineOf(content.school),
  lineOf(texts.titleText(content), 1, true),
  lineOf(studentText(content), 1, true),
  ...recipientLines(content, -1),
  ...paperTextLines(content, 0),
  ...(content.remark === null ? [] : [lineOf(content.remark, 1, true)]),
  ...notesOf(content).map((note) => lineOf(note, -1)),
  lineOf(texts.homeworkTitle, 0, true),
  lineOf(texts.teacherLine(content)),
  lineOf(texts.tearOffText(content)),
  lineOf(studentText(content), 0, true),
  lineOf(texts.parentLine),
];

/** Spacers, the cut line, and what Word puts after tables, millimetres. */
export const fullRoomMm = 18;

/** A whole sheet with the strip to tear off: A4 and A5. */
export const fullSheet = (content: PaperContent, look: Look): readonly Block[] => {
  const { sizePt } = look;
  return [
    text(content.school, sizePt, { align: 'center' }),
    text(texts.titleText(content), sizePt + 1, { bold: true, align: 'center' }),
    text(studentText(content), sizePt + 1, { bold: true }),
    ...recipientBlocks(content, sizePt - 1),
    ...paperBlocks(content, sizePt),
    spacer(1),
    ...marksBlocks(content, look),
    spacer(1),
    ...noteBlocks(content, sizePt - 1),
    spacer(1),
    ...homeworkBlocks(content, look),
    keepTogether(
      spacer(3),
      text(texts.teacherLine(content), sizePt),
      cutLine(),
      spacer(1),
      text(texts.tearOffText(content), sizePt),
      text(studentText(content), sizePt, { bold: true }),
      spacer(3),
      text(texts.parentLine, sizePt),
    ),
  ];
};

/** Lines of `stripSheet` outside its tables. */
export const stripLines = (content: PaperContent): readonly SheetLine[] => [
  lineOf(`${content.student}, ${content.className}`, 1, true),
  lineOf(texts.weekOfSheet(content)),
  ...recipientLines(content, -0.5),
  ...paperTextLines(content, 0),
  ...(content.remark === null ? [] : [lineOf(content.remark, 1, true)]),
  ...notesOf(content).map((note) => lineOf(note, -0.5)),
  lineOf(texts.homeworkTitle, 0, true),
  lineOf(texts.teacherLine(content)),
  lineOf(texts.parentShortLine),
];

export const stripRoomMm = 8;

/** A strip pasted into the paper diary (S2 §1.2): the parent signs on it, nothing is torn off. */
export const stripSheet = (content: PaperContent, look: Look): readonly Block[] => {
  const { sizePt } = look;
  return [
    text(`${content.student}, ${content.className}`, sizePt + 1, { bold: true }),
    text(`Неделя ${texts.weekOfSheet(content)}`, sizePt),
    ...recipientBlocks(content, sizePt - 0.5),
    ...paperBlocks(content, sizePt),
    spacer(0.5),
    ...marksBlocks(content, look),
    spacer(0.5),
    ...noteBlocks(content, sizePt - 0.5),
    ...homeworkBlocks(content, look),
    spacer(2),
    text(texts.teacherLine(content), sizePt),
    spacer(2),
    text(texts.parentShortLine, sizePt),
  ];
};

/** Homework too long for the place beside the marks. */
export const homeworkSlip = (content: PaperContent, look: Look): readonly Block[] => [
  text(`${content.student}, ${content.className}`, look.sizePt + 1, { bold: true }),
  text(`Неделя ${texts.weekOfSheet(content)}`, look.sizePt),
  ...recipientBlocks(content, look.sizePt - 0.5),
  ...paperBlocks(content, look.sizePt),
  spacer(0.5),
  ...homeworkBlocks(content, look),
];
