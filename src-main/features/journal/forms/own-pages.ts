import { finalPeriodShort } from '../../../domain/journal.ts';
import { cell, column, mm, row, table } from '../../../documents/build.ts';
import type { TableRow } from '../../../documents/model.ts';
import type { JournalData, JournalPupil, JournalSubject } from '../content.ts';
import type { JournalGeometry } from './geometry.ts';
import { journalSizes } from './geometry.ts';
import type { JournalPage } from './page.ts';
import { marksText, pageHead, whoseLine } from './page.ts';
import type { Spread, SpreadRow } from './spreads.ts';
import { spreadsOf } from './spreads.ts';
import { dayMonth, finalsAfter, teachersOf } from './subject-parts.ts';

/** Subjects of an own journal: one pupil needs no spread, his mark stands beside the lesson. */

const markMm = 18;

const lessonRow = (
  { lesson, topic, homework, continued }: SpreadRow,
  { cells }: JournalSubject,
  { id }: JournalPupil,
): TableRow =>
  continued
    ? row(`${dayMonth(lesson.date)}\nпрод.`, topic, homework, '')
    : row(dayMonth(lesson.date), topic, homework, marksText(cells.get(lesson.id)?.get(id)));

const finalRows = (
  periods: readonly string[],
  { finals }: JournalSubject,
  { id }: JournalPupil,
  data: JournalData,
): readonly TableRow[] =>
  periods.map((period) => [
    cell(finalPeriodShort(period, data.periods), { colSpan: 3, bold: true }),
    cell(marksText(finals.get(period)?.get(id)), { bold: true }),
  ]);

const finalsOf = ({ columns }: Spread): readonly string[] =>
  columns.flatMap((one) => (one.kind === 'final' ? [one.period] : []));

/** Pages of a subject of an own journal. */
export const ownSubjectPages = (
  subject: JournalSubject,
  pupil: JournalPupil,
  data: JournalData,
  geometry: JournalGeometry,
): readonly JournalPage[] => {
  const { measure, dateMm, topicMm, homeworkMm } = geometry;
  const { lesson: sizePt } = journalSizes;
  const isEmpty = subject.lessons.length === 0;
  const teachers = teachersOf(subject.lessons, subject);
  const said = isEmpty ? `Уроков за период не внесено. ${teachers}` : teachers;
  const head = pageHead(geometry, subject.name, `${whoseLine(data)}. ${said}`);
  const widths = { topicMm: topicMm - markMm / 2, homeworkMm: homeworkMm - markMm / 2 };
  const headRows = 2 + data.periods.length;
  const heightMm = measure.contentHeightMm - head.heightMm - headRows * measure.rowMm(1, sizePt);
  const limits = { lessons: 200, columns: 400, heightMm, sizePt, ...widths };
  const page = (rows: readonly TableRow[]): JournalPage => [
    ...head.blocks,
    table(
      [
        column(mm(dateMm), 'center'),
        column(mm(widths.topicMm)),
        column(mm(widths.homeworkMm)),
        column(mm(markMm), 'center'),
      ],
      [row('Дата', 'Тема урока', 'Задание на дом', 'Отметка')],
      rows,
      { fontSizePt: sizePt },
    ),
  ];
  if (isEmpty) {
    const keys = [...subject.finals.keys()].toSorted();
    return [page([row('', '', '', ''), ...finalRows(keys, subject, pupil, data)])];
  }
  return spreadsOf(subject.lessons, finalsAfter(data, subject), limits, measure).map((spread) =>
    page([
      ...spread.rows.map((one) => lessonRow(one, subject, pupil)),
      ...finalRows(finalsOf(spread), subject, pupil, data),
    ]),
  );
};
