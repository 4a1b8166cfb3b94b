/** The journal of 5,000 appeals as Word, beside the docx library writing the same table directly. */
import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { AppealRow } from '../src-main/contract/appeals.ts';
import * as contract from '../src-main/contract/settings.ts';
import { renderDocx } from '../src-main/documents/docx.ts';
import { defaultPaper } from '../tests/support/paper.ts';
import { shortDate } from '../src-main/domain/russian.ts';
import { registerForm, registerHeads } from '../src-main/features/appeals/forms/register.ts';
import { inventAppeals } from './support/appeal-rows.ts';
import { once, side } from './support/measure.ts';

const appeals = inventAppeals(5000).map((appeal) => ({ ...appeal, corrections: [] }));

const cellsOf = (appeal: AppealRow): readonly string[] => [
  String(appeal.number),
  appeal.guardianName,
  appeal.studentName,
  appeal.programme,
  `${appeal.subject}: ${appeal.lessonTopic}`,
  shortDate(appeal.date),
  `${appeal.result ?? ''} (${shortDate(appeal.closedOn ?? '')})`,
];

const widths = [737, 2500, 2500, 2125, 2875, 1361, 2875];

const cell = (text: string, index: number): TableCell =>
  new TableCell({
    width: { size: widths[index] ?? 0, type: WidthType.DXA },
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        children: [new TextRun({ text, size: 22, font: 'Times New Roman' })],
      }),
    ],
  });

const tableRow = (cells: readonly string[], tableHeader: boolean): TableRow =>
  new TableRow({ tableHeader, cantSplit: true, children: cells.map(cell) });

const direct = (): Promise<Buffer> => {
  const rows = [
    tableRow(['№', ...registerHeads], true),
    ...appeals.map((one) => tableRow(cellsOf(one), false)),
  ];
  const page = { size: { orientation: PageOrientation.LANDSCAPE } };
  const table = new Table({ rows, columnWidths: widths });
  return Packer.toBuffer(new Document({ sections: [{ properties: { page }, children: [table] }] }));
};

const school = contract.school.parse({
  name: 'Школа',
  shortName: 'Школа',
  municipality: 'Район',
  directorName: 'Соколова Марина Викторовна',
});

const form = {
  school,
  period: { from: '2026-01-01', to: '2026-12-31' },
  appeals,
  blankRows: 0,
  sheets: null,
  today: '2026-12-31',
};

await once(() => (side() === 'baseline' ? direct() : renderDocx(registerForm(form), defaultPaper)));
