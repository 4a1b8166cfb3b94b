/** Paragraph styles of the Word file: the user edits looks there, not in every paragraph. */

import { AlignmentType, LineRuleType } from 'docx';
import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import type { Align, ParagraphStyle } from './model.ts';
import { mmToTwips, ptToHalfPoints, ptToTwips } from './paper.ts';
import type { PaperSettings } from './paper.ts';
import { paragraphLook } from './styles.ts';

const names: Readonly<Record<ParagraphStyle, string>> = {
  title: 'Название документа',
  heading: 'Заголовок части',
  body: 'Текст документа',
  small: 'Мелкий текст',
  note: 'Пояснение',
};

export const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, string>;

export const styleId = (style: ParagraphStyle): string => `Form-${style}`;

/** Style of the text of tables set in `sizePt`. */
export const tableStyleId = (sizePt: number): string => `Form-table-${sizePt}`;

const paragraphStyle = (style: ParagraphStyle, paper: PaperSettings): IParagraphStyleOptions => {
  const look = paragraphLook({ kind: 'paragraph', content: '', style }, paper);
  return {
    id: styleId(style),
    name: names[style],
    basedOn: 'Normal',
    quickFormat: true,
    run: { size: ptToHalfPoints(look.sizePt), bold: look.bold },
    paragraph: {
      alignment: alignments[look.align],
      keepNext: look.keepWithNext,
      indent: { firstLine: look.indentFirst ? mmToTwips(paper.firstLineIndentMm) : 0 },
      spacing: {
        before: ptToTwips(look.beforePt),
        after: ptToTwips(look.afterPt),
        line: Math.round(240 * look.lineHeight),
        lineRule: LineRuleType.AUTO,
      },
    },
  };
};

const tableStyle = (sizePt: number): IParagraphStyleOptions => ({
  id: tableStyleId(sizePt),
  name: `Текст таблицы ${sizePt} пт`,
  basedOn: 'Normal',
  quickFormat: true,
  run: { size: ptToHalfPoints(sizePt) },
});

/** `tableSizes` are the sizes of table text the document uses, points. */
export const documentStyles = (
  paper: PaperSettings,
  tableSizes: ReadonlySet<number>,
): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: paper.fontFamily,
        size: ptToHalfPoints(paper.fontSizePt),
        language: { value: 'ru-RU', eastAsia: 'ru-RU' },
      },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
  },
  paragraphStyles: [
    ...(['title', 'heading', 'body', 'small', 'note'] as const).map((style) =>
      paragraphStyle(style, paper),
    ),
    ...[...tableSizes].map(tableStyle),
  ],
});
