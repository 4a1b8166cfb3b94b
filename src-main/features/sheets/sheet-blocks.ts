import type { SheetContent } from '../../contract/sheets-fields.ts';
import { cell, column, cutLine, mm, paragraph, spacer, table } from '../../documents/build.ts';
import type { Align, Block, Content, Paragraph, TableCell } from '../../documents/model.ts';
import type { SheetShape } from './sheet-fit.ts';
import { homeworkDayMmPerPt } from './sheet-fit.ts';
import * as texts from './sheet-texts.ts';

/** Blocks of one sheet set in a size found for it. */

interface Look {
  readonly shape: SheetShape;
  readonly sizePt: number;
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

const averageMm = 10;

export const marksTable = (content: SheetContent, { shape, sizePt }: Look): Block => {
  const { days, subjects, averagesOf } = content;
  const averages = averagesOf === null ? [] : [column(mm(averageMm), 'center')];
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

export const homeworkBlocks = (content: SheetContent, { sizePt }: Look): readonly Block[] => {
  if (content.homework === null) return [];
  const days = texts.homeworkDays(content);
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

export const noteBlocks = (content: SheetContent, sizePt: number): readonly Block[] => {
  const facts = [texts.absencesText(content), texts.averagesText(content)].filter(
    (one) => one !== null,
  );
  const legend = texts.legendText(content);
  return [text(facts.join(' '), sizePt), ...(legend === null ? [] : [text(legend, sizePt)])];
};

/** The table, or why there is none. */
export const marksBlocks = (content: SheetContent, look: Look): readonly Block[] => [
  ...(content.subjects.length === 0 ? [] : [marksTable(content, look)]),
  ...(content.remark === null ? [] : [text(content.remark, look.sizePt + 1, { bold: true })]),
];

/** A whole sheet with the strip to tear off: A4 and A5. */
export const fullSheet = (content: SheetContent, look: Look): readonly Block[] => {
  const { sizePt } = look;
  return [
    text(content.school, sizePt, { align: 'center' }),
    text(texts.titleText(content), sizePt + 1, { bold: true, align: 'center' }),
    text(`${content.student}, ${content.className} класс`, sizePt + 1, { bold: true }),
    spacer(1),
    ...marksBlocks(content, look),
    spacer(1),
    ...noteBlocks(content, sizePt - 1),
    spacer(1),
    ...homeworkBlocks(content, look),
    spacer(3),
    text(texts.teacherLine(content), sizePt),
    cutLine(),
    spacer(1),
    text(texts.tearOffText(content), sizePt),
    text(texts.tearOffStudent(content), sizePt, { bold: true }),
    spacer(3),
    text(texts.parentLine, sizePt),
  ];
};

/** A strip pasted into the paper diary (S2 §1.2): the parent signs on it, nothing is torn off. */
export const stripSheet = (content: SheetContent, look: Look): readonly Block[] => {
  const { sizePt } = look;
  return [
    text(`${content.student}, ${content.className}`, sizePt + 1, { bold: true }),
    text(`Неделя ${texts.weekOfSheet(content)}`, sizePt),
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
