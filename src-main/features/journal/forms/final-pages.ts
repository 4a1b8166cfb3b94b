import { finalPeriodShort } from '../../../domain/journal.ts';
import { cell, column, mm, table } from '../../../documents/build.ts';
import type { TableCell, TableRow } from '../../../documents/model.ts';
import type { JournalData, JournalPupil, JournalSubject } from '../content.ts';
import type { JournalGeometry } from './geometry.ts';
import { journalSizes } from './geometry.ts';
import type { JournalPage } from './page.ts';
import {
  byHeight,
  marksText,
  nameContent,
  nameLines,
  pageHead,
  plainCell,
  whoseLine,
} from './page.ts';

/** «Сводная ведомость учёта успеваемости»: subject × periods per pupil (domain.md §10). */

export const finalTitle = 'Сводная ведомость учёта успеваемости';

const numberMm = 7;
const nameMm = { least: 36, most: 58 } as const;
const periodMm = 17;
/** Holds «Н/А» in one line. */
const markMm = 8.6;

const order = ['year', 'exam', 'state-exam', 'final'];

const rank = (key: string): number => {
  const at = order.indexOf(key);
  return at === -1 ? Number(key.replace('term-', '')) : 100 + at;
};

/** Rows of a pupil: the terms up to this one, or all of the year and whatever else has marks. */
const periodKeys = ({ period, periods, subjects }: JournalData): readonly string[] => {
  const known = periods.map(({ key }) => key as string);
  if (period.key !== 'year') {
    const at = known.indexOf(period.key);
    return at === -1 ? known.filter((key) => key < period.key) : known.slice(0, at + 1);
  }
  const marked = subjects.flatMap(({ finals }) => [...finals.keys()]);
  return [...new Set([...known, ...marked])].toSorted((a, b) => rank(a) - rank(b));
};

/** Subjects divided so that the tables of one pupil are about equally wide. */
const groupsOf = (
  subjects: readonly JournalSubject[],
  { measure }: JournalGeometry,
): readonly (readonly JournalSubject[])[] => {
  const free = measure.contentWidthMm - numberMm - nameMm.least - periodMm;
  const most = Math.max(1, Math.floor(free / markMm));
  const count = Math.max(1, Math.ceil(subjects.length / most));
  const size = Math.max(1, Math.ceil(subjects.length / count));
  return Array.from({ length: count }, (_, at) => subjects.slice(at * size, (at + 1) * size));
};

/** Names take what the marks leave. */
const nameWidthMm = (subjects: readonly JournalSubject[], { measure }: JournalGeometry): number => {
  const free = measure.contentWidthMm - numberMm - periodMm - subjects.length * markMm;
  return Math.min(nameMm.most, free);
};

const headHeightMm = (subjects: readonly JournalSubject[], { measure }: JournalGeometry): number =>
  subjects.reduce(
    (most, { name }) => Math.max(most, measure.widthMm(name, journalSizes.table) + 5),
    24,
  );

const headRow = (subjects: readonly JournalSubject[], heightMm: number): TableRow => [
  cell('№', { minHeightMm: heightMm }),
  cell('Фамилия, имя'),
  cell('Период'),
  ...subjects.map(({ name }) => cell(name, { rotated: true, minHeightMm: heightMm })),
];

const pupilRows = (
  pupil: JournalPupil,
  number: number,
  keys: readonly string[],
  subjects: readonly JournalSubject[],
  { periods }: JournalData,
): readonly TableRow[] =>
  keys.map((key, at): TableRow => {
    const span = at === 0 ? keys.length : 0;
    const head: readonly TableCell[] =
      span > 0
        ? [cell(String(number), { rowSpan: span }), cell(nameContent(pupil), { rowSpan: span })]
        : [];
    const isFinal = rank(key) >= 100;
    return [
      ...head,
      cell(finalPeriodShort(key, periods), isFinal ? { bold: true } : {}),
      ...subjects.map(({ finals }) => {
        const text = marksText(finals.get(key)?.get(pupil.id));
        return isFinal && text !== '' ? cell(text, { bold: true }) : plainCell(text);
      }),
    ];
  });

const groupPages = (
  subjects: readonly JournalSubject[],
  sub: string,
  data: JournalData,
  geometry: JournalGeometry,
): readonly JournalPage[] => {
  const { measure } = geometry;
  const { table: sizePt } = journalSizes;
  const keys = periodKeys(data);
  const head = pageHead(geometry, finalTitle, sub);
  const headMm = headHeightMm(subjects, geometry);
  const room = measure.contentHeightMm - head.heightMm - headMm - 1;
  const pupils = data.pupils.map((pupil, index) => ({ pupil, number: index + 1 }));
  const widthMm = nameWidthMm(subjects, geometry);
  const heightOf = ({ pupil }: { readonly pupil: JournalPupil }): number =>
    Math.max(
      keys.length * measure.rowMm(1, sizePt),
      measure.rowMm(nameLines(geometry, pupil, widthMm), sizePt),
    );
  const columns = [
    column(mm(numberMm), 'center'),
    column(mm(widthMm)),
    column(mm(periodMm)),
    ...subjects.map(() => column(mm(markMm), 'center')),
  ];
  return byHeight(pupils, room, heightOf).map((part) => [
    ...head.blocks,
    table(
      columns,
      [headRow(subjects, headMm)],
      part.flatMap(({ pupil, number }) => pupilRows(pupil, number, keys, subjects, data)),
      { fontSizePt: sizePt },
    ),
  ]);
};

/**
 * All pages of the statement; a class without subjects still has its page, an own journal in which
 * no period ended has none.
 */
export const finalPages = (
  data: JournalData,
  geometry: JournalGeometry,
): readonly JournalPage[] => {
  if (data.owner !== null && periodKeys(data).length === 0) return [];
  const groups = groupsOf(data.subjects, geometry);
  const base = `${whoseLine(data)}, ${data.schoolYear} учебный год`;
  return groups.flatMap((subjects, at) => {
    const sub = groups.length === 1 ? base : `${base}. Часть ${at + 1} из ${groups.length}`;
    return groupPages(subjects, sub, data, geometry);
  });
};
