import { attendanceOf, attendancePeriods } from '../../../domain/attendance.ts';
import type { AbsenceCount } from '../../../contract/marks-fields.ts';
import type { Attendance, PrintedCell } from '../../../domain/attendance.ts';
import { contains, overlaps } from '../../../domain/dates.ts';
import type { JournalPeriod } from '../../../domain/journal.ts';
import { countAbsences, unrecognisedWords } from '../../../domain/absence-count.ts';
import { cell, column, mm, paragraph, table } from '../../../documents/build.ts';
import type { Block, TableRow } from '../../../documents/model.ts';
import type { JournalData, JournalPupil } from '../content.ts';
import type { JournalGeometry } from './geometry.ts';
import { journalSizes } from './geometry.ts';
import type { JournalPage } from './page.ts';
import {
  byHeight,
  nameContent,
  nameLines,
  notInClass,
  pageHead,
  plainCell,
  printedCells,
  whoseLine,
} from './page.ts';

/** «Сводная ведомость учёта посещаемости»: missed lessons by reason (domain.md §6). */

export const attendanceTitle = 'Сводная ведомость учёта посещаемости';

const reasons = [
  ['total', 'всего'],
  ['ill', 'по болезни (Б)'],
  ['excused', 'по уважительной причине (У)'],
  ['unexcused', 'без уважительной причины'],
  ['unexplained', 'причина не указана (Н)'],
] as const satisfies readonly (readonly [keyof AbsenceCount, string])[];

type Reason = (typeof reasons)[number][0];

const { table: sizePt } = journalSizes;
const numberMm = 7;
const nameMm = { least: 36, most: 70 } as const;
/** Holds «1020» in bold in one line. */
const countMm = 9.6;
const periodMm = countMm * reasons.length;
const periodHeadMm = 5.5;

interface PupilLine {
  readonly pupil: JournalPupil;
  readonly number: number;
  readonly cells: readonly PrintedCell[];
  readonly attendance: Attendance;
}

/** Out of the very cells that the spreads print, so that both can be compared. */
const linesOf = (data: JournalData): readonly PupilLine[] =>
  data.pupils.map((pupil, index) => {
    const cells = data.subjects.flatMap((subject) => printedCells(subject, pupil));
    const attendance = attendanceOf(cells, data.period, data.periods);
    return { pupil, number: index + 1, cells, attendance };
  });

/** Periods divided so that each table fits the width. */
const groupsOf = (
  periods: readonly JournalPeriod[],
  { measure }: JournalGeometry,
): readonly (readonly JournalPeriod[])[] => {
  const free = measure.contentWidthMm - numberMm - nameMm.least;
  const most = Math.max(1, Math.floor(free / periodMm));
  const count = Math.ceil(periods.length / most);
  const size = Math.ceil(periods.length / count);
  return Array.from({ length: count }, (_, at) => periods.slice(at * size, (at + 1) * size));
};

const reasonHeadMm = ({ measure }: JournalGeometry): number =>
  Math.max(...reasons.map(([, words]) => measure.widthMm(words, sizePt))) + 5;

const headRows = (
  periods: readonly JournalPeriod[],
  geometry: JournalGeometry,
): readonly TableRow[] => {
  const minHeightMm = reasonHeadMm(geometry);
  return [
    [
      cell('№', { rowSpan: 2 }),
      cell('Фамилия, имя', { rowSpan: 2 }),
      ...periods.map(({ short }) =>
        cell(short, { colSpan: reasons.length, minHeightMm: periodHeadMm }),
      ),
    ],
    periods.flatMap(() => reasons.map(([, words]) => cell(words, { rotated: true, minHeightMm }))),
  ];
};

/** A dash where the pupil was not in the class; nothing where the class has no lessons at all. */
const countText = (
  { pupil, attendance }: PupilLine,
  period: JournalPeriod,
  reason: Reason,
  isTaught: boolean,
): string => {
  const count = attendance.counts.get(period.key);
  if (count !== undefined && count.total > 0) return String(count[reason]);
  if (!pupil.stints.some((stint) => overlaps(stint, period))) return notInClass;
  return isTaught ? '0' : '';
};

const isTaughtIn = ({ subjects, period: own }: JournalData, period: JournalPeriod): boolean =>
  subjects.some(({ lessons }) =>
    lessons.some(({ date }) => period.key === own.key || contains(period, date)),
  );

const bodyRow = (
  line: PupilLine,
  periods: readonly JournalPeriod[],
  taught: ReadonlySet<string>,
): TableRow => [
  cell(String(line.number)),
  cell(nameContent(line.pupil)),
  ...periods.flatMap((period) =>
    reasons.map(([reason]) => plainCell(countText(line, period, reason, taught.has(period.key)))),
  ),
];

const totalRow = (lines: readonly PupilLine[], periods: readonly JournalPeriod[]): TableRow => [
  cell('Всего по классу', { bold: true, colSpan: 2 }),
  ...periods.flatMap(({ key }) =>
    reasons.map(([reason]) => {
      const sum = lines.reduce(
        (all, { attendance }) => all + (attendance.counts.get(key)?.[reason] ?? 0),
        0,
      );
      return cell(String(sum), { bold: true });
    }),
  ),
];

/** What the figures leave out or take in, said under the table. */
const notesOf = (lines: readonly PupilLine[]): readonly string[] => {
  const { unrecognised: unknown } = countAbsences(lines.flatMap(({ cells }) => cells));
  const outside = lines.reduce((sum, { attendance }) => sum + attendance.outside, 0);
  return [
    ...(unknown.length > 0
      ? [
          `В числа не вошли обозначения, которых нет в таблице кодов; ${unrecognisedWords(unknown)}.`,
        ]
      : []),
    ...(outside > 0
      ? [`В графе «Год» учтены и пропуски вне учебных периодов: ${outside} (по всем обучающимся).`]
      : []),
  ];
};

const noteBlock = (text: string): Block =>
  paragraph([{ text, sizePt }], {
    style: 'small',
    align: 'left',
    spacing: { beforePt: 3, afterPt: 0 },
  });

const groupPages = (
  periods: readonly JournalPeriod[],
  sub: string,
  lines: readonly PupilLine[],
  data: JournalData,
  geometry: JournalGeometry,
): readonly JournalPage[] => {
  const { measure } = geometry;
  const head = pageHead(geometry, attendanceTitle, sub);
  const free = measure.contentWidthMm - numberMm - periods.length * periodMm;
  const widthMm = Math.min(nameMm.most, free);
  const notes = notesOf(lines);
  const hasTotal = data.owner === null && lines.length > 0;
  const below =
    notes.reduce((sum, text) => sum + (measure.lines(text, sizePt).length + 1) * 4.5, 0) +
    (hasTotal ? measure.rowMm(1, sizePt) : 0);
  const room =
    measure.contentHeightMm - head.heightMm - periodHeadMm - reasonHeadMm(geometry) - below - 2;
  const parts = byHeight(lines, room, ({ pupil }) =>
    measure.rowMm(nameLines(geometry, pupil, widthMm), sizePt),
  );
  const taught = new Set(
    periods.filter((period) => isTaughtIn(data, period)).map(({ key }) => key),
  );
  const columns = [
    column(mm(numberMm), 'center'),
    column(mm(widthMm)),
    ...periods.flatMap(() => reasons.map(() => column(mm(countMm), 'center'))),
  ];
  return parts.map((part, at) => {
    const isLast = at === parts.length - 1;
    const rows = part.map((line) => bodyRow(line, periods, taught));
    return [
      ...head.blocks,
      table(
        columns,
        headRows(periods, geometry),
        isLast && hasTotal ? [...rows, totalRow(lines, periods)] : rows,
        { fontSizePt: sizePt },
      ),
      ...(isLast ? notes.map(noteBlock) : []),
    ];
  });
};

/** All pages of the statement. */
export const attendancePages = (
  data: JournalData,
  geometry: JournalGeometry,
): readonly JournalPage[] => {
  const lines = linesOf(data);
  const groups = groupsOf(attendancePeriods(data.period, data.periods), geometry);
  const base = `${whoseLine(data)}, ${data.schoolYear} учебный год. Пропущено уроков`;
  return groups.flatMap((periods, at) => {
    const sub = groups.length === 1 ? base : `${base}. Часть ${at + 1} из ${groups.length}`;
    return groupPages(periods, sub, lines, data, geometry);
  });
};
