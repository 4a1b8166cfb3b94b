/** 1,000 refusals as one Word file, beside the docx library writing the same sheets directly. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { renderDocx } from '../src-main/documents/docx.ts';
import { defaultPaper } from '../tests/support/paper.ts';
import { OBLIGATORY_PHRASE } from '../src-main/domain/statement-texts.ts';
import { agreeing, childWord, DEFAULT_WORDING } from '../src-main/domain/statement-wording.ts';
import { fillWording } from '../src-main/domain/wording.ts';
import { statementDocument } from '../src-main/features/statements/forms/statement.ts';
import type { StatementSheet } from '../src-main/features/statements/forms/statement.ts';
import { once, side } from './support/measure.ts';

const count = 1000;

const sheets = Array.from({ length: count }, (_, index): StatementSheet => ({
  form: 'refusal',
  studentSex: null,
  header: {
    position: 'Директору',
    organisation: 'МБОУ «СОШ № 7»',
    head: 'Соколовой М. К.',
    applicant: `Ивановой Анны Сергеевны ${index}`,
    sex: 'female',
    address: `г. Заречный, ул. Лесная, д. ${index}, кв. 12`,
    phone: '+79200000001',
  },
  paragraphs: fillWording(DEFAULT_WORDING.refusal, {
    'обязательная фраза': OBLIGATORY_PHRASE,
    'фио ученика род': `Иванова Петра Сергеевича ${index}`,
    'моего ребёнка': childWord('mother', null),
    ...agreeing(null),
    класс: '8А',
    система: 'БАРС',
    причина: 'удобнее бумажный дневник',
    'предложение услуги': 'Получить услугу мне было предложено.',
  }).split('\n'),
  date: '2 марта 2026 г.',
  guardianName: 'Иванова Анна Сергеевна',
  studentName: null,
  classTeacher: null,
  reception: { number: `${index}/2026`, date: '02.03.2026' },
}));

const text = (value: string, alignment: 'left' | 'both' | 'center' = 'left'): Paragraph =>
  new Paragraph({
    alignment: { left: AlignmentType.LEFT, both: AlignmentType.BOTH, center: AlignmentType.CENTER }[
      alignment
    ],
    children: [new TextRun({ text: value, size: 28, font: 'Times New Roman' })],
  });

const none = { style: BorderStyle.NONE, size: 0 };
const borders = { top: none, bottom: none, left: none, right: none };

const cell = (children: readonly Paragraph[], ruled = false): TableCell =>
  new TableCell({
    borders: ruled ? { ...borders, bottom: { style: BorderStyle.SINGLE, size: 4 } } : borders,
    children,
  });

const tableOf = (widths: readonly number[], ...rows: readonly (readonly TableCell[])[]): Table =>
  new Table({
    width: { size: 9355, type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map((children) => new TableRow({ cantSplit: true, children })),
  });

const sheetOf = (sheet: StatementSheet): readonly (Paragraph | Table)[] => [
  tableOf(
    [4116, 5239],
    [
      cell([text('')]),
      cell([
        text(`${sheet.header.position} ${sheet.header.organisation}`),
        text(sheet.header.head ?? ''),
        text(`от ${sheet.header.applicant}`),
        text(`проживающей по адресу: ${sheet.header.address}`),
        text(`тел. ${sheet.header.phone}`),
      ]),
    ],
  ),
  text(''),
  text('ЗАЯВЛЕНИЕ', 'center'),
  text(''),
  ...sheet.paragraphs.map((one) => text(one, 'both')),
  text(''),
  tableOf(
    [3500, 227, 2058, 227, 3343],
    [0, 1, 2, 3, 4].map(() => cell([text('')])),
    [
      cell([text(sheet.date ?? '')]),
      cell([text('')]),
      cell([text('')], true),
      cell([text('')]),
      cell([text(sheet.guardianName ?? '', 'center')], true),
    ],
    [
      cell([text('')]),
      cell([text('')]),
      cell([text('(подпись)', 'center')]),
      cell([text('')]),
      cell([text('(расшифровка подписи)', 'center')]),
    ],
  ),
  text(''),
  new Table({
    columnWidths: [2551, 2551, 4253],
    rows: [
      new TableRow({
        children: [
          `Вх. № ${sheet.reception?.number}`,
          `Дата ${sheet.reception?.date}`,
          'Принял (подпись, расшифровка)',
        ].map((one) => new TableCell({ children: [text(one)] })),
      }),
    ],
  }),
  new Paragraph({ pageBreakBefore: true }),
];

const direct = (): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: sheets.flatMap(sheetOf) }] }));

const subject = (): Promise<Uint8Array> =>
  renderDocx(statementDocument('Отказы', sheets), defaultPaper);

await once(() => (side() === 'baseline' ? direct() : subject()));
