import type { PrintedCell } from '../../../domain/attendance.ts';
import { showCodes } from '../../../domain/mark-codes.ts';
import type { IsoDate } from '../../../domain/dates.ts';
import { contains } from '../../../domain/dates.ts';
import { splitFullName } from '../../../domain/names.ts';
import { initialsFirst, nonBreaking } from '../../../domain/russian.ts';
import { cell, heading, paragraph } from '../../../documents/build.ts';
import type { Block, Content, TableCell } from '../../../documents/model.ts';
import { ptToMm } from '../../../documents/paper.ts';
import type { JournalData, JournalLesson, JournalPupil, JournalSubject } from '../content.ts';
import type { JournalGeometry } from './geometry.ts';
import { journalSizes } from './geometry.ts';

/** Parts the pages of the journal share. */

/** Blocks of exactly one printed page. */
export type JournalPage = readonly Block[];

/** What stands in the cells of days when the pupil was not in the class. */
export const notInClass = '–';

const headGapPt = { title: 2, sub: 5 } as const;

/** Bold letters are wider. */
const boldFactor = 1.08;

const centred = (text: string): Block =>
  paragraph([{ text, sizePt: journalSizes.sub }], {
    style: 'small',
    align: 'center',
    keepWithNext: true,
    spacing: { beforePt: 0, afterPt: headGapPt.sub },
  });

export interface PageHead {
  readonly blocks: readonly Block[];
  readonly heightMm: number;
}

/** The name of a page and the line under it. */
export const pageHead = ({ measure }: JournalGeometry, title: string, sub: string): PageHead => {
  const { heading: titlePt, sub: subPt } = journalSizes;
  const titleLines = measure.lines(title, titlePt * boldFactor).length;
  const subLines = measure.lines(sub, subPt).length;
  return {
    blocks: [
      heading([{ text: title, sizePt: titlePt }], {
        spacing: { beforePt: 0, afterPt: headGapPt.title },
      }),
      centred(sub),
    ],
    heightMm:
      titleLines * measure.lineMm(titlePt) +
      subLines * measure.lineMm(subPt) +
      ptToMm(headGapPt.title + headGapPt.sub) +
      1,
  };
};

/** Whose journal a page is of: «8А класс», «8А класс, Иванов Пётр Ильич, обучение на дому». */
export const whoseLine = ({ className, owner }: JournalData): string =>
  owner === null ? `${className} класс` : `${className} класс, ${owner.fullName}, обучение на дому`;

const shared = new Map<string, TableCell>();

/** A cell of marks. Those with the same text are one value: a year has tens of thousands of them. */
export const plainCell = (text: string): TableCell => {
  const known = shared.get(text);
  if (known) return known;
  const made = cell(text, { verticalAlign: 'center' });
  if (shared.size < 2000) shared.set(text, made);
  return made;
};

/** A cell of marks as it is printed. */
export const marksText = (codes: string | undefined): string =>
  codes === undefined ? '' : showCodes(codes);

export const isInClass = ({ stints }: JournalPupil, date: IsoDate): boolean =>
  stints.some((stint) => contains(stint, date));

/**
 * What the spread prints of the pupil in the lesson; undefined: nothing, or it stands in a journal
 * of his own.
 */
export const printedCodes = (
  { cells }: JournalSubject,
  { id, date }: JournalLesson,
  pupil: JournalPupil,
): string | undefined =>
  pupil.ownDays.some((days) => contains(days, date)) ? undefined : cells.get(id)?.get(pupil.id);

/** What the spreads print of the pupil in the subject, in the order of the lessons. */
export const printedCells = (
  subject: JournalSubject,
  pupil: JournalPupil,
): readonly PrintedCell[] =>
  subject.lessons.flatMap((lesson) => {
    const codes = printedCodes(subject, lesson, pupil);
    return codes === undefined ? [] : [{ date: lesson.date, codes }];
  });

/** Points. */
const noteSizePt = 7;

/** The pupil's name; below it, in small letters, since when or until when he is in the class. */
export const nameContent = ({ name, note }: JournalPupil): Content =>
  note === null
    ? name
    : [
        { text: `${name}\n`, sizePt: journalSizes.table },
        { text: note, sizePt: noteSizePt },
      ];

/** Lines of the pupil's name in a column `widthMm` wide. */
export const nameLines = (
  { measure }: JournalGeometry,
  { name, note }: JournalPupil,
  widthMm: number,
): number =>
  measure.cellLines(name, widthMm, journalSizes.table).length +
  (note === null ? 0 : measure.cellLines(note, widthMm, noteSizePt).length);

/** Items cut into pages by their heights; at least one page, at least one item on each. */
export const byHeight = <T>(
  items: readonly T[],
  roomMm: number,
  heightOf: (item: T) => number,
): readonly (readonly T[])[] => {
  const pages: T[][] = [[]];
  let used = 0;
  for (const item of items) {
    const height = heightOf(item);
    if (used + height > roomMm && pages.at(-1)?.length !== 0) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(item);
    used += height;
  }
  return pages;
};

/** «Белова Ольга Игоревна» → «О. И. Белова»; other text stays as it is. */
export const signedName = (fullName: string): string => {
  const name = splitFullName(fullName);
  return nonBreaking(
    name ? initialsFirst(name.lastName, name.firstName, name.middleName) : fullName,
  );
};
