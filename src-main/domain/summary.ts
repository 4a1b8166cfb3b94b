/**
 * The information summary of S1 Приложение 2: its words, its five figures, its versions
 * (domain.md §4). The words are the form's own and are never edited.
 */
import { dateParts } from './dates.ts';
import { russianDateFull } from './russian.ts';
import type { IsoDate, Period } from './dates.ts';

/** Exactly the five columns of the form. */
export interface Figures {
  readonly organisations: number;
  readonly studentsOverTwoWeeks: number;
  readonly appeals: number;
  /** Whole quarter hours; printed as hours. */
  readonly quarterHours: number;
  readonly resources: number;
}

export type FigureName = keyof Figures;

export interface SummaryColumn {
  readonly figure: FigureName;
  /** Word for word from S1, the small «к» of the fourth head included. */
  readonly head: string;
}

export const summaryColumns: readonly SummaryColumn[] = [
  {
    figure: 'organisations',
    head: 'Количество общеобразовательных организаций в муниципалитете',
  },
  {
    figure: 'studentsOverTwoWeeks',
    head: 'Количество обучающихся пропустивших занятия более двух недель (без учета детей занимающихся на дому)',
  },
  { figure: 'appeals', head: 'Количество зарегистрированных обращений' },
  {
    figure: 'quarterHours',
    head: 'количество часов, затраченных учителями на организацию и предоставление помощи',
  },
  {
    figure: 'resources',
    head: 'Количество цифровых ресурсов размещенных на портале «Сетевой класс Белогорья» разработанных по темам уроков, заявленным в обращениях родителей',
  },
];

export const figureNames: readonly FigureName[] = summaryColumns.map((column) => column.figure);

/** The caption under the blank name line of the form. */
export const summaryNameCaption = '(наименование муниципального района, городского округа)';

/** First line of the title, set apart in the form. */
export const summaryTitleHead = 'Информационная справка';

/** The rest of the title with the period's dates: «…с 1 марта 2015 года по 15 мая 2015 года». */
export const summaryTitleBody = (period: Period): string =>
  'по результатам работы по обращениям родителей детей, пропустивших занятия более двух недель ' +
  '(без учета детей занимающихся на дому) в муниципальных образовательных организациях ' +
  `с ${russianDateFull(period.from)} по ${russianDateFull(period.to)}`;

/**
 * The period of S1 Приложение 2, 1 March – 15 May, of the last year whose March has begun by
 * `today`.
 */
export const springPeriod = (today: IsoDate): Period => {
  const { year, month } = dateParts(today);
  const spring = month >= 3 ? year : year - 1;
  return { from: `${spring}-03-01`, to: `${spring}-05-15` };
};

/** Ids of the register rows behind each figure. */
export type FigureRows = Readonly<Record<FigureName, readonly number[]>>;

export interface FrozenSummary {
  readonly figures: Figures;
  readonly rows: FigureRows;
}

export interface FigureDifference {
  readonly figure: FigureName;
  readonly before: number;
  readonly after: number;
  readonly addedIds: readonly number[];
  readonly removedIds: readonly number[];
}

const idsMissingFrom = (ids: readonly number[], other: readonly number[]): readonly number[] => {
  const present = new Set(other);
  return [...new Set(ids)].filter((id) => !present.has(id)).toSorted((a, b) => a - b);
};

/**
 * What changed from `before` to `after`, only the figures that differ in value or in rows: one
 * student replaced by another leaves the figure equal, yet is a change.
 */
export const summaryDifference = (
  before: FrozenSummary,
  after: FrozenSummary,
): readonly FigureDifference[] =>
  figureNames
    .map((figure) => ({
      figure,
      before: before.figures[figure],
      after: after.figures[figure],
      addedIds: idsMissingFrom(after.rows[figure], before.rows[figure]),
      removedIds: idsMissingFrom(before.rows[figure], after.rows[figure]),
    }))
    .filter(
      (change) =>
        change.before !== change.after ||
        change.addedIds.length > 0 ||
        change.removedIds.length > 0,
    );

/** Longest name part: with the rest of the name it stays under 255 bytes of UTF-8 (2 a letter). */
const SCHOOL_PART_LENGTH = 80;

/** Only letters, digits, dots and hyphens: safe on Windows, Linux, macOS and in mail. */
const safePart = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[«»"'“”„]/g, '')
    .replace(/№\s*/g, '')
    .replace(/[^\p{L}\d.-]+/gu, '_')
    .slice(0, SCHOOL_PART_LENGTH)
    .replace(/^[_.-]+|[_.-]+$/g, '');

/**
 * `Справка_обращения_<to-date>_<school>_v<N>` without an extension. The name is a convenience:
 * identity lives inside the file (domain.md §4). A school without requisites is «без_названия».
 */
export const packageFileName = (
  toDate: IsoDate,
  schoolName: string | null,
  version: number,
): string =>
  `Справка_обращения_${toDate}_${safePart(schoolName ?? '') || 'без_названия'}_v${version}`;
