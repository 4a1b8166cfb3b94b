import type { AppealCorrection } from '../../../contract/appeals-history.ts';
import type { AppealRow } from '../../../contract/appeals.ts';
import type { School } from '../../../contract/settings.ts';
import { printedProgramme } from '../../../domain/classes.ts';
import type { Period } from '../../../domain/dates.ts';
import { correctionNote } from '../../../domain/corrections.ts';
import { formatRegistrationNumber } from '../../../domain/numbering.ts';
import {
  nonBreaking,
  numberInWords,
  plural,
  russianDate,
  shortDate,
} from '../../../domain/russian.ts';
import {
  cell,
  centered,
  column,
  documentOf,
  field,
  keepTogether,
  landscape,
  line,
  mm,
  paragraph,
  row,
  signature,
  spacer,
  table,
  title,
} from '../../../documents/build.ts';
import type { Block, DocumentModel, Section, TableRow } from '../../../documents/model.ts';
import { directorLine } from './requisites.ts';

/** The register of appeals («журнал» of S1) as a book: title page, rows, last leaf (domain.md §2). */

export const registerTitle =
  'регистрации обращений родителей (законных представителей) обучающихся, пропустивших занятия более двух недель';

/** Heads of the six obligatory columns, word for word from S1 Приложение 1. */
export const registerHeads = [
  'ФИО родителя обратившегося за помощью',
  'ФИО обучающегося',
  'наименование образовательной программы с указанием класса',
  'тема пропущенного урока',
  'дата обращения',
  'отметка о результатах работы по обращению',
] as const;

/** A row of the book. */
export interface RegisterEntry extends AppealRow {
  /** Printed under the row, oldest first. */
  readonly corrections: readonly AppealCorrection[];
}

export interface RegisterForm {
  readonly school: School;
  /** Days of registration, as the book is by numbers; null for a blank book. */
  readonly period: Period | null;
  readonly appeals: readonly RegisterEntry[];
  /** Empty rows of a blank book. */
  readonly blankRows: number;
  /** Sheets counted after printing; null leaves rules for handwriting. */
  readonly sheets: number | null;
  readonly today: string;
}

const yearText = ({ period }: RegisterForm): string => {
  if (period === null) return '20____ год';
  const [from, to] = [period.from.slice(0, 4), period.to.slice(0, 4)];
  return from === to ? `${from} год` : `${from}–${to} годы`;
};

const titlePage = (form: RegisterForm): Section => {
  const { school, period, today } = form;
  const finished = period !== null && period.to < today ? russianDate(period.to) : null;
  return landscape(
    [
      centered(nonBreaking(school.name)),
      spacer(28),
      title('ЖУРНАЛ'),
      title(nonBreaking(registerTitle).replace(', ', ',\n')),
      spacer(6),
      centered(yearText(form)),
      spacer(24),
      field('Начат', period === null ? null : russianDate(period.from)),
      field('Окончен', finished),
      field('Ответственный за ведение', null, { caption: '(должность, фамилия, инициалы)' }),
    ],
    { pageNumbers: 'none' },
  );
};

const resultText = (appeal: AppealRow): string => {
  if (appeal.status === 'annulled') return `Аннулировано: ${appeal.annulReason ?? ''}`;
  return appeal.closedOn === null ? '' : `${appeal.result ?? ''} (${shortDate(appeal.closedOn)})`;
};

const severalYears = ({ period }: RegisterForm): boolean =>
  period !== null && period.from.slice(0, 4) !== period.to.slice(0, 4);

/** «Дата обращения» of S1; the day of registration stands beside it where it is another one. */
const datesText = ({ date, registeredOn }: AppealRow): string =>
  registeredOn === date
    ? shortDate(date)
    : `${shortDate(date)} (зарег. ${shortDate(registeredOn)})`;

const filledRow = (appeal: AppealRow, withYear: boolean): TableRow =>
  row(
    withYear ? formatRegistrationNumber(appeal) : appeal.printedNumber,
    nonBreaking(appeal.guardianName),
    nonBreaking(appeal.studentName),
    nonBreaking(printedProgramme(appeal.programme)),
    nonBreaking(`${appeal.subject}: ${appeal.lessonTopic}`),
    datesText(appeal),
    nonBreaking(resultText(appeal)),
  );

const letterNote = (appeal: AppealRow): readonly string[] =>
  appeal.letterReason === null
    ? []
    : [`Номер ${appeal.printedNumber} с литерой, причина: ${appeal.letterReason}.`];

/** Notes of an entry stand in a row of their own, which never leaves the row above it. */
const noteRow = (text: string): TableRow =>
  row(cell(nonBreaking(text), { align: 'left', colSpan: 7, keepWithAbove: true }));

const entryRows = (appeal: RegisterEntry, withYear: boolean): readonly TableRow[] => [
  filledRow(appeal, withYear),
  ...[...letterNote(appeal), ...appeal.corrections.map(correctionNote)].map(noteRow),
];

const rowsOf = (form: RegisterForm): readonly TableRow[] =>
  form.period === null
    ? Array.from({ length: form.blankRows }, (_, index) =>
        row({ content: `${index + 1}`, minHeightMm: 14 }, '', '', '', '', '', ''),
      )
    : form.appeals.flatMap((appeal) => entryRows(appeal, severalYears(form)));

const pages = (form: RegisterForm): Section =>
  landscape(
    [
      table(
        [
          column(mm(severalYears(form) ? 20 : 13), 'center'),
          column(3.9),
          column(3.9),
          column(4.2),
          column(4.5),
          column(mm(24), 'center'),
          column(4.1),
        ],
        [row('№', ...registerHeads), row(...Array.from({ length: 7 }, (_, index) => index + 1))],
        rowsOf(form),
        { fontSizePt: 11 },
      ),
    ],
    { pageNumbers: 'all' },
  );

const sheetsText = (sheets: number | null): string =>
  sheets === null
    ? '_________ (________________________________________________) листов'
    : `${sheets} (${numberInWords(sheets)}) ${plural(sheets, 'лист', 'листа', 'листов')}`;

const lastLeaf = ({ school, sheets }: RegisterForm): Section => {
  const blocks: readonly Block[] = [
    paragraph(
      nonBreaking(
        `В настоящем журнале прошнуровано, пронумеровано и скреплено печатью ${sheetsText(sheets)}.`,
      ),
      { align: 'left' },
    ),
    spacer(10),
    signature(directorLine(school, null)),
    spacer(6),
    line('М. П.'),
  ];
  return landscape([spacer(70), keepTogether(...blocks)], { pageNumbers: 'none' });
};

/** The whole book; without a period it is blank. */
export const registerForm = (form: RegisterForm): DocumentModel =>
  documentOf(
    form.period === null
      ? 'Журнал обращений (бланк)'
      : `Журнал обращений ${shortDate(form.period.from)}–${shortDate(form.period.to)}`,
    titlePage(form),
    pages(form),
    lastLeaf(form),
  );
