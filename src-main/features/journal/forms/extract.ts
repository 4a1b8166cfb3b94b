import { attendanceOf } from '../../../domain/attendance.ts';
import { certifyingText, spanWords } from '../../../domain/certification.ts';
import { finalPeriodShort, leavesOf, leavesText } from '../../../domain/journal.ts';
import type { JournalGap } from '../../../domain/journal-gaps.ts';
import { gapLine } from '../../../domain/journal-gap-wording.ts';
import { nonBreaking, shortDate } from '../../../domain/russian.ts';
import {
  cell,
  centered,
  column,
  field,
  keepTogether,
  line,
  mm,
  pageBreak,
  paragraph,
  portrait,
  row,
  signature,
  spacer,
  table,
  title,
} from '../../../documents/build.ts';
import type { Block, TableRow } from '../../../documents/model.ts';
import type { PaperSettings } from '../../../documents/paper.ts';
import type { JournalData, JournalPupil, JournalSubject } from '../content.ts';
import { journalGaps } from '../gaps.ts';
import type { JournalBook } from './book.ts';
import { signsOf, signsPart } from './front-pages.ts';
import { geometryOf } from './geometry.ts';
import type { JournalGeometry } from './geometry.ts';
import { byHeight, marksText, printedCells, signedName } from './page.ts';
import { dayMonth } from './subject-parts.ts';

/** An extract from the class's journal for a pupil who left it (domain.md §6): his marks, no topics. */

const sizePt = 10;
const numberMm = 8;
const missedMm = 23;
const finalMm = 28;
const rowShare = { subject: 2, marks: 4 } as const;

const head = ['№', 'Предмет', 'Отметки (день и отметка)', 'Пропущено уроков', 'Итоговые отметки'];

interface SubjectLine {
  readonly texts: readonly string[];
  readonly heightMm: number;
}

const finalText = ({ finals }: JournalSubject, { id }: JournalPupil, { periods }: JournalData) =>
  [...finals]
    .filter(([, byStudent]) => byStudent.has(id))
    .map(([key, byStudent]) => `${finalPeriodShort(key, periods)}: ${marksText(byStudent.get(id))}`)
    .toSorted()
    .map((text) => text.replaceAll(' ', '\u00A0'))
    .join(', ');

const subjectTexts = (
  subject: JournalSubject,
  number: number,
  pupil: JournalPupil,
  data: JournalData,
): readonly string[] => {
  const cells = printedCells(subject, pupil);
  const marks = cells
    .map(
      ({ date, codes }) =>
        `${dayMonth(date)}\u00A0–\u00A0${marksText(codes).replaceAll(' ', '\u00A0')}`,
    )
    .join(', ');
  const missed = attendanceOf(cells, data.period, data.periods).counts.get(data.period.key);
  const isTaught = subject.lessons.length > 0;
  return [
    String(number),
    subject.name,
    isTaught ? marks : 'уроков за период не внесено',
    isTaught ? String(missed?.total ?? 0) : '',
    finalText(subject, pupil, data),
  ];
};

const widthsOf = ({ measure }: JournalGeometry): readonly number[] => {
  const free = measure.contentWidthMm - numberMm - missedMm - finalMm;
  const unit = free / (rowShare.subject + rowShare.marks);
  return [numberMm, rowShare.subject * unit, rowShare.marks * unit, missedMm, finalMm];
};

const heightOf = (texts: readonly string[], geometry: JournalGeometry): number => {
  const { measure } = geometry;
  const widths = widthsOf(geometry);
  const lines = texts.map((text, at) =>
    text
      .split('\n')
      .reduce((sum, part) => sum + measure.cellLines(part, widths[at] ?? 0, sizePt).length, 0),
  );
  return measure.rowMm(Math.max(...lines), sizePt);
};

const linesOf = (
  pupil: JournalPupil,
  data: JournalData,
  geometry: JournalGeometry,
): readonly SubjectLine[] =>
  data.subjects.map((subject, at) => {
    const texts = subjectTexts(subject, at + 1, pupil, data);
    return { texts, heightMm: heightOf(texts, geometry) };
  });

const opening = (data: JournalData, pupil: JournalPupil): readonly Block[] => {
  const birthDate = data.general.get(pupil.id)?.birthDate ?? null;
  const period = data.period.key === 'year' ? 'учебный год' : data.period.title;
  return [
    centered(nonBreaking(data.school.name)),
    spacer(4),
    title(`ВЫПИСКА\nиз классного журнала ${data.className} класса\n${data.schoolYear} учебный год`),
    centered(nonBreaking(`за ${period} ${spanWords(data.span)}`)),
    spacer(3),
    field('Обучающийся', pupil.fullName),
    field('Дата рождения', birthDate === null ? null : shortDate(birthDate)),
    spacer(3),
  ];
};

/** What the opening takes on the page, on the safe side. */
const openingMm = (data: JournalData, { measure, paper }: JournalGeometry): number => {
  const lineMm = measure.lineMm(paper.fontSizePt) * paper.lineHeight;
  return (measure.lines(data.school.name, paper.fontSizePt).length + 9) * lineMm + 24;
};

const markTable = (lines: readonly SubjectLine[], geometry: JournalGeometry): Block =>
  table(
    widthsOf(geometry).map((width, at) =>
      column(mm(width), at === 0 || at === 3 ? 'center' : 'left'),
    ),
    [row(...head)],
    lines.map(({ texts }): TableRow => texts.map((text) => cell(text))),
    { fontSizePt: sizePt },
  );

const small = (text: string): Block =>
  paragraph([{ text, sizePt }], {
    style: 'small',
    align: 'left',
    spacing: { beforePt: 2, afterPt: 0 },
  });

const swornText = ({ school, systemName, span, source }: JournalData, hasGaps: boolean): string =>
  certifyingText({
    kind: 'extract',
    span,
    source,
    systemName,
    school: school.shortName,
    gapsAt: hasGaps ? 'выше' : null,
  });

const laced = (leaves: number): string =>
  `Пронумеровано, прошнуровано и скреплено печатью ${leavesText(leaves)}.`;

const gapsText = (gaps: readonly JournalGap[]): string =>
  `Недостаёт: ${gaps.map(gapLine).join('; ')}.`;

const ending = (data: JournalData, gaps: readonly JournalGap[], leaves: number): Block => {
  const { school } = data;
  return keepTogether(
    ...(gaps.length === 0 ? [] : [small(gapsText(gaps))]),
    spacer(4),
    line(nonBreaking(swornText(data, gaps.length > 0))),
    ...(leaves === 1 ? [] : [line(nonBreaking(laced(leaves)))]),
    spacer(5),
    signature({
      role: school.directorPosition,
      name: signedName(school.directorName),
      date: null,
    }),
    spacer(3),
    line('М. П.'),
  );
};

/** Signature with its role above it, and the spaces. */
const signatureMm = 46;

const endingMm = (
  data: JournalData,
  gaps: readonly JournalGap[],
  { measure, paper }: JournalGeometry,
): number => {
  const lineMm = measure.lineMm(paper.fontSizePt) * paper.lineHeight;
  const texts = [swornText(data, gaps.length > 0), laced(99), 'М. П.'];
  const lines = texts.reduce((sum, text) => sum + measure.lines(text, paper.fontSizePt).length, 0);
  const listed = gaps.length === 0 ? 0 : measure.lines(gapsText(gaps), sizePt).length + 1;
  return lines * lineMm + listed * measure.lineMm(sizePt) + signatureMm;
};

/** Pages of the extract, laid out beforehand: their number stands on it. */
export const extractBook = (data: JournalData, paper: PaperSettings): JournalBook => {
  const geometry = geometryOf(paper);
  const { measure } = geometry;
  const [pupil] = data.pupils;
  if (!pupil) throw new Error('an extract without its pupil');
  const signs = signsOf(data);
  const gaps = journalGaps(data);
  const signsMm = signs.length === 0 ? 0 : 12 + signs.length * measure.rowMm(1, sizePt);
  const headMm = heightOf(head, geometry);
  const room = measure.contentHeightMm - headMm - 2;
  const first = { texts: [], heightMm: openingMm(data, geometry) };
  const parts = byHeight([first, ...linesOf(pupil, data, geometry)], room, (one) => one.heightMm);
  const used = (parts.at(-1) ?? []).reduce((sum, { heightMm }) => sum + heightMm, 0);
  const fits = used + signsMm + endingMm(data, gaps, geometry) <= room;
  const pages = parts.length + (fits ? 0 : 1);
  const leaves = leavesOf(pages);
  const blocks = parts.flatMap((part, at): readonly Block[] => {
    const lines = part.filter((one) => one !== first);
    return [
      ...(at === 0 ? opening(data, pupil) : [pageBreak()]),
      ...(lines.length > 0 || at > 0 ? [markTable(lines, geometry)] : []),
    ];
  });
  return {
    section: portrait(
      [
        ...blocks,
        ...(fits ? [] : [pageBreak()]),
        ...(signs.length === 0 ? [] : signsPart(signs)),
        ending(data, gaps, leaves),
      ],
      { startPageNumber: 1 },
    ),
    pages,
    leaves,
    contents: [],
    gaps,
  };
};
