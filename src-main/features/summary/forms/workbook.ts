import type { PackageContent, SummaryPackage } from '../../../contract/summary-package.ts';
import { russianDate } from '../../../domain/russian.ts';
import {
  figureNames,
  summaryColumns,
  summaryNameCaption,
  summaryTitleBody,
  summaryTitleHead,
} from '../../../domain/summary.ts';
import type { Cell, Sheet, Workbook } from '../../../spreadsheets/workbook.ts';
import type { SheetModel, SheetValue } from '../../../spreadsheets/write-workbook.ts';
import { writeWorkbook } from '../../../spreadsheets/write-workbook.ts';
import { issueText, ruleSentences, signedName, signerRole } from './summary.ts';
import { canonicalJson } from '../package.ts';

/** Sheet a collector reads; renaming the file does not touch it (domain.md §4). */
const dataSheetName = 'Данные';
const packageKey = 'package';

/** A place for handwriting. */
const RULE = '____________________';

const executorText = ({ executor, school }: PackageContent): readonly string[] => {
  const { name, phone } = executor;
  const who = [name, phone === null ? null : `тел. ${phone}`].filter((part) => part !== null);
  if (who.length === 0 && school.name !== null) return [];
  return [`Исполнитель: ${who.length === 0 ? `${RULE}  тел. ${RULE}` : who.join(', ')}`];
};

const formSheet = (summary: SummaryPackage): SheetModel => ({
  name: 'Справка',
  title: [
    summaryTitleHead,
    summaryTitleBody(summary.period),
    summary.school.municipality ?? RULE,
    summaryNameCaption,
  ],
  columns: summaryColumns.map(({ head, figure }) => ({
    title: head,
    width: figure === 'resources' ? 34 : 26,
    kind: figure === 'quarterHours' ? 'hours' : 'number',
  })),
  rows: [figureNames.map((figure) => summary.figures[figure])],
  notes: [
    ruleSentences(summary),
    russianDate(summary.preparedOn),
    `${signerRole(summary)}  ${RULE}  ${summary.director.name === null ? RULE : signedName(summary.director.name)}`,
    ...executorText(summary),
    issueText(summary),
  ],
  orientation: 'landscape',
  printTitles: false,
});

const dataRows = (summary: SummaryPackage): readonly (readonly SheetValue[])[] => [
  ['schemaVersion', 'Версия формата', `${summary.schemaVersion}`],
  ['school.code', 'Код организации', summary.school.code ?? ''],
  ['school.name', 'Организация', summary.school.name ?? ''],
  ['school.shortName', 'Краткое наименование', summary.school.shortName ?? ''],
  ['school.municipality', 'Муниципальное образование', summary.school.municipality ?? ''],
  ['period.from', 'Начало периода', summary.period.from],
  ['period.to', 'Конец периода', summary.period.to],
  ['version', 'Версия справки', `${summary.version}`],
  ['finalisedAt', 'Зафиксирована (UTC)', summary.finalisedAt],
  ['sha256', 'Контрольная сумма SHA-256', summary.sha256],
  [packageKey, 'Содержание для свода', canonicalJson(summary)],
];

const dataSheet = (summary: SummaryPackage): SheetModel => ({
  name: dataSheetName,
  title: ['Данные для автоматического свода. Не изменяйте этот лист.'],
  columns: [
    { title: 'Поле', width: 20, kind: 'text' },
    { title: 'Что это', width: 30, kind: 'text' },
    { title: 'Значение', width: 90, kind: 'text' },
  ],
  rows: dataRows(summary),
  orientation: 'landscape',
});

/** The form on one landscape page, and a second sheet with the package for the collector. */
export const summaryWorkbook = (summary: SummaryPackage): Promise<Uint8Array> =>
  writeWorkbook([formSheet(summary), dataSheet(summary)], new Date(summary.finalisedAt));

const rowOfKey = (sheet: Sheet, key: string): readonly Cell[] | undefined =>
  sheet.rows.find((cells) => cells[0] === key);

/**
 * The package inside an XLSX of the program as plain JSON for `verifyPackage`; null if none.
 * @public the published format is read by whoever collects; a test reads back what was written
 */
export const packageOfWorkbook = (workbook: Workbook): unknown => {
  const sheet = workbook.sheets.find(({ name }) => name === dataSheetName);
  const text = sheet && rowOfKey(sheet, packageKey)?.[2];
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/**
 * The figures a person sees in the workbook, in the order of the form: cells under the five heads.
 * A collector compares them with the package: a number typed over by hand leaves the hash intact.
 * Null where the heads are not found.
 * @public as `packageOfWorkbook`
 */
export const visibleFigures = (workbook: Workbook): readonly Cell[] | null => {
  for (const { rows } of workbook.sheets) {
    const at = rows.findIndex((cells) =>
      summaryColumns.every(({ head }, index) => cells[index] === head),
    );
    const figures = at < 0 ? undefined : rows[at + 1];
    if (figures) return summaryColumns.map((_, index) => figures[index] ?? null);
  }
  return null;
};
