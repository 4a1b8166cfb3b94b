import type { WorkerIndicators } from '../../../contract/appeals-forms.ts';
import type { School } from '../../../contract/settings.ts';
import type { Period } from '../../../domain/dates.ts';
import { hoursNumber, nonBreaking, russianDateFull, shortDate } from '../../../domain/russian.ts';
import {
  centered,
  column,
  documentOf,
  landscape,
  mm,
  paragraph,
  row,
  signature,
  spacer,
  table,
  title,
} from '../../../documents/build.ts';
import type { DocumentModel, TableRow } from '../../../documents/model.ts';
import { directorLine } from './requisites.ts';
import { criterion } from './s1.ts';

export interface IndicatorsForm {
  readonly school: School;
  readonly period: Period;
  readonly workers: readonly WorkerIndicators[];
  /** Empty rows instead of the workers. */
  readonly blankRows: number;
}

const columnCount = 9;

const filledRow = (worker: WorkerIndicators, index: number): TableRow =>
  row(
    index + 1,
    nonBreaking(worker.teacherName),
    worker.position,
    worker.appeals,
    worker.closed,
    worker.closedInTime,
    worker.inTimePercent === null ? '–' : `${worker.inTimePercent} %`,
    worker.resources,
    hoursNumber(worker.quarterHours),
  );

const emptyRow = (index: number): TableRow =>
  row(
    { content: `${index + 1}`, minHeightMm: 10 },
    ...Array.from({ length: columnCount - 1 }, () => ''),
  );

/** Statement of indicators per worker for the incentive payments (S1). */
export const indicatorsForm = (form: IndicatorsForm): DocumentModel => {
  const { school, period, workers, blankRows } = form;
  const rows =
    blankRows > 0
      ? Array.from({ length: blankRows }, (_, i) => emptyRow(i))
      : workers.map(filledRow);
  return documentOf(
    `Ведомость показателей ${shortDate(period.from)}–${shortDate(period.to)}`,
    landscape([
      centered(nonBreaking(school.name)),
      spacer(4),
      title('ВЕДОМОСТЬ ПОКАЗАТЕЛЕЙ'),
      centered(nonBreaking(`по критерию «${criterion}»`)),
      centered(nonBreaking(`с ${russianDateFull(period.from)} по ${russianDateFull(period.to)}`)),
      spacer(4),
      table(
        [
          column(mm(12), 'center'),
          column(5),
          column(3.4),
          ...Array.from({ length: columnCount - 3 }, () => column(2.3, 'center')),
        ],
        [
          row(
            '№\nп/п',
            'Фамилия, имя, отчество работника',
            'Должность',
            'Обращений',
            'Закрыто',
            'Закрыто в срок',
            'Доля в срок',
            'Ресурсов размещено',
            'Часов',
          ),
        ],
        rows,
        { fontSizePt: 11 },
      ),
      spacer(3),
      ...(rows.length === 0 ? [paragraph('За период показателей нет.')] : []),
      spacer(6),
      signature({ role: 'Ответственный работник', date: null }, directorLine(school, null)),
    ]),
  );
};
