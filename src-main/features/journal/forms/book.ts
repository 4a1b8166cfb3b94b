import { leavesOf } from '../../../domain/journal.ts';
import { heading, pageBreak, portrait } from '../../../documents/build.ts';
import type { Section } from '../../../documents/model.ts';
import type { PaperSettings } from '../../../documents/paper.ts';
import type { JournalGap } from '../../../domain/journal-gaps.ts';
import type { JournalData } from '../content.ts';
import { journalGaps } from '../gaps.ts';
import { attendancePages, attendanceTitle } from './attendance-pages.ts';
import { finalPages, finalTitle } from './final-pages.ts';
import type { ContentsEntry } from './front-pages.ts';
import { contentsPages, pupilListPages, pupilsTitle, titlePage } from './front-pages.ts';
import { generalPages, generalTitle } from './general-pages.ts';
import { geometryOf } from './geometry.ts';
import type { JournalGeometry } from './geometry.ts';
import { lastPage, lastTitle } from './last-page.ts';
import type { JournalPage } from './page.ts';
import { emptyRemarksPage, gapPages, remarksTitle } from './remark-pages.ts';
import { subjectPages } from './subject-pages.ts';

/** The journal as a book: every page laid out beforehand, so that the contents are right. */
export interface JournalBook {
  readonly section: Section;
  readonly pages: number;
  /** Sheets of paper, printed on both sides. */
  readonly leaves: number;
  readonly contents: readonly ContentsEntry[];
  /** What it lacks, as its page of remarks lists it. */
  readonly gaps: readonly JournalGap[];
}

interface Part {
  readonly title: string;
  readonly pages: readonly JournalPage[];
}

const notesPage: JournalPage = [heading('Для заметок')];

/** A part that must begin on an even page gets a page for notes before it. */
const evenFront = (pages: readonly JournalPage[]): readonly JournalPage[] =>
  pages.length % 2 === 1 ? pages : [...pages, notesPage];

const subjectParts = (
  firstPage: number,
  data: JournalData,
  geometry: JournalGeometry,
): readonly Part[] => {
  const parts: Part[] = [];
  let next = firstPage;
  for (const subject of data.subjects) {
    const pages = subjectPages(subject, next, data, geometry);
    parts.push({ title: subject.name, pages });
    next += pages.length;
  }
  return parts;
};

const count = (parts: readonly Part[]): number =>
  parts.reduce((sum, { pages }) => sum + pages.length, 0);

/**
 * The last page is a back side: the knot and the seal are on it. A page for remarks makes it so,
 * beside those that list the gaps.
 */
const closing = (
  before: number,
  gaps: readonly JournalGap[],
  data: JournalData,
  geometry: JournalGeometry,
): readonly Part[] => {
  const tables: readonly Part[] = [
    { title: attendanceTitle, pages: attendancePages(data, geometry) },
    { title: finalTitle, pages: finalPages(data, geometry) },
  ];
  const listed = gapPages(gaps, data, geometry);
  const isEven = (before + count(tables) + listed.length) % 2 === 0;
  const remarks = isEven ? [...listed, emptyRemarksPage(data, geometry)] : listed;
  return [...tables, { title: remarksTitle, pages: remarks }].filter(
    ({ pages }) => pages.length > 0,
  );
};

const contentsOf = (first: number, parts: readonly Part[]): readonly ContentsEntry[] => {
  let next = first;
  return parts.map(({ title, pages }) => {
    const entry = { title, page: next };
    next += pages.length;
    return entry;
  });
};

/**
 * Title, contents, pupils, spreads of the subjects, attendance, final marks, last page (domain.md §10). Spreads
 * begin on even pages; the number of pages is even, so a book may follow a book in one document.
 */
export const journalBook = (data: JournalData, paper: PaperSettings): JournalBook => {
  const geometry = geometryOf(paper);
  const lists: readonly Part[] = [
    { title: pupilsTitle(data), pages: pupilListPages(data, geometry) },
    { title: generalTitle(data), pages: generalPages(data, geometry) },
  ];
  const titles = [
    ...lists.map(({ title }) => title),
    ...data.subjects.map(({ name }) => name),
    attendanceTitle,
    finalTitle,
    remarksTitle,
    lastTitle,
  ];
  const blank = titles.map((title) => ({ title, page: 0 }));
  const contentsCount = contentsPages(blank, data, geometry).length;
  const front = evenFront([
    titlePage(data, geometry),
    ...Array.from({ length: contentsCount }, (): JournalPage => []),
    ...lists.flatMap(({ pages }) => pages),
  ]);
  const subjects = subjectParts(front.length + 1, data, geometry);
  const gaps = journalGaps(data);
  const ending = closing(front.length + count(subjects), gaps, data, geometry);
  const total = front.length + count(subjects) + count(ending) + 1;
  const remarksAt = contentsOf(front.length + count(subjects) + 1, ending).at(-1)?.page ?? null;
  const inscription = lastPage(data, leavesOf(total), gaps.length > 0 ? remarksAt : null, geometry);
  const last: Part = { title: lastTitle, pages: [inscription] };
  const contents = [
    ...contentsOf(2 + contentsCount, lists),
    ...contentsOf(front.length + 1, [...subjects, ...ending, last]),
  ];
  // A page less in the contents than was reckoned cannot be: the same titles or one fewer.
  const contentsShown = contentsPages(contents, data, geometry);
  const pages = [
    ...front.slice(0, 1),
    ...Array.from({ length: contentsCount }, (_, at) => contentsShown[at] ?? notesPage),
    ...front.slice(1 + contentsCount),
    ...[...subjects, ...ending, last].flatMap((part) => part.pages),
  ];
  const blocks = pages.flatMap((page, at) => (at === 0 ? page : [pageBreak(), ...page]));
  return {
    section: portrait(blocks, { mirroredMargins: true, startPageNumber: 1 }),
    pages: total,
    leaves: leavesOf(total),
    contents,
    gaps,
  };
};
