import { cell, centered, column, mm, row, spacer, table } from '../../../documents/build.ts';
import type { Block, TableRow } from '../../../documents/model.ts';
import type { JournalData, JournalSubject } from '../content.ts';
import type { JournalGeometry } from './geometry.ts';
import { journalSizes } from './geometry.ts';
import type { JournalPage, PageHead } from './page.ts';
import { ownSubjectPages } from './own-pages.ts';
import { pageHead } from './page.ts';
import { pupilPages } from './pupil-page.ts';
import type { Spread, SpreadRow } from './spreads.ts';
import { spreadsOf } from './spreads.ts';
import { dayMonth, finalsAfter, teachersOf, teachersText } from './subject-parts.ts';

/** Spreads of a subject: left pupils × dates, right what was taught and set (domain.md §10). */

const lessonRow = ({ lesson, topic, homework, continued }: SpreadRow): TableRow =>
  row(continued ? `${dayMonth(lesson.date)}\nпрод.` : dayMonth(lesson.date), topic, homework);

const lessonTable = (rows: readonly TableRow[], geometry: JournalGeometry): Block =>
  table(
    [
      column(mm(geometry.dateMm), 'center'),
      column(mm(geometry.topicMm)),
      column(mm(geometry.homeworkMm)),
    ],
    [row('Дата', 'Тема урока', 'Задание на дом')],
    rows,
    { fontSizePt: journalSizes.lesson },
  );

const leftHead = (geometry: JournalGeometry, subject: JournalSubject): PageHead =>
  pageHead(geometry, subject.name, 'Посещаемость и отметки');

const rightPage = (
  spread: Spread,
  subject: JournalSubject,
  geometry: JournalGeometry,
): JournalPage => [
  ...pageHead(
    geometry,
    subject.name,
    teachersOf(
      spread.rows.map(({ lesson }) => lesson),
      subject,
    ),
  ).blocks,
  lessonTable(spread.rows.map(lessonRow), geometry),
];

const repeatedPage = (
  subject: JournalSubject,
  page: number,
  geometry: JournalGeometry,
): JournalPage => [
  ...pageHead(geometry, subject.name, 'Продолжение списка обучающихся').blocks,
  spacer(4),
  centered(`Темы этих уроков и задания на дом напечатаны на странице ${page}.`),
];

/** A left page for every part of the class; the right one beside the first of them. */
const paired = (
  lefts: readonly JournalPage[],
  right: JournalPage,
  startPage: number,
  subject: JournalSubject,
  geometry: JournalGeometry,
): readonly JournalPage[] =>
  lefts.flatMap((left, at) => [
    left,
    at === 0 ? right : repeatedPage(subject, startPage + 1, geometry),
  ]);

/** A subject that is taught by the plan but has no lessons: said, with room for the pen. */
const emptyPages = (
  subject: JournalSubject,
  startPage: number,
  data: JournalData,
  geometry: JournalGeometry,
): readonly JournalPage[] => {
  const said = 'Уроков за период не внесено';
  const blank = Array.from({ length: geometry.lessons }, () => [
    cell('', { minHeightMm: 9 }),
    cell(''),
    cell(''),
  ]);
  const columns = Array.from({ length: geometry.lessons }, () => ({ kind: 'blank' as const }));
  const head = pageHead(geometry, subject.name, said);
  const right = [
    ...pageHead(geometry, subject.name, `${said}. ${teachersText(subject.assigned)}`).blocks,
    lessonTable(blank, geometry),
  ];
  const lefts = pupilPages(subject, columns, head, data, geometry);
  return paired(lefts, right, startPage, subject, geometry);
};

/** Room for the rows under the tallest head the subject can have. */
const rowsRoomMm = (subject: JournalSubject, geometry: JournalGeometry): number => {
  const { measure } = geometry;
  const head = pageHead(geometry, subject.name, teachersOf(subject.lessons, subject));
  return measure.contentHeightMm - head.heightMm - measure.rowMm(1, journalSizes.lesson) - 1;
};

/**
 * All pages of a subject, in a class's journal an even number of them; `startPage` is the number of
 * the first.
 */
export const subjectPages = (
  subject: JournalSubject,
  startPage: number,
  data: JournalData,
  geometry: JournalGeometry,
): readonly JournalPage[] => {
  const [owner] = data.owner === null ? [] : data.pupils;
  if (owner) return ownSubjectPages(subject, owner, data, geometry);
  if (subject.lessons.length === 0) return emptyPages(subject, startPage, data, geometry);
  const limits = {
    lessons: geometry.lessons,
    columns: geometry.columns,
    heightMm: rowsRoomMm(subject, geometry),
    topicMm: geometry.topicMm,
    homeworkMm: geometry.homeworkMm,
    sizePt: journalSizes.lesson,
  };
  const finals = finalsAfter(data, subject);
  const pages: JournalPage[] = [];
  for (const spread of spreadsOf(subject.lessons, finals, limits, geometry.measure)) {
    const lefts = pupilPages(subject, spread.columns, leftHead(geometry, subject), data, geometry);
    const right = rightPage(spread, subject, geometry);
    pages.push(...paired(lefts, right, startPage + pages.length, subject, geometry));
  }
  return pages;
};
