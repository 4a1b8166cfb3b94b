import { sourceWords } from '../../../domain/certification.ts';
import { MEANING_TITLES, CANONICAL_CODES, tokensOf } from '../../../domain/mark-codes.ts';
import type { MarkMeaning } from '../../../domain/mark-codes.ts';
import { nonBreaking, russianDate } from '../../../domain/russian.ts';
import {
  cell,
  centered,
  column,
  mm,
  paragraph,
  row,
  spacer,
  table,
} from '../../../documents/build.ts';
import type { JournalData } from '../content.ts';
import type { JournalGeometry } from './geometry.ts';
import { journalSizes } from './geometry.ts';
import type { JournalPage } from './page.ts';
import { byHeight, notInClass, pageHead, signedName, whoseLine } from './page.ts';

/** Title page, contents, the list of pupils with the signs used (domain.md §10). */

const big = (text: string, sizePt: number, beforePt: number) =>
  paragraph([{ text, sizePt, bold: true }], {
    align: 'center',
    indentFirst: false,
    spacing: { beforePt, afterPt: 4 },
  });

const periodLine = ({ period, span }: JournalData): string => {
  const days =
    period.key === 'year'
      ? 'за учебный год'
      : `${period.title} (${russianDate(period.from)} – ${russianDate(period.to)})`;
  const state = span.asOf === null ? '' : `, по состоянию на ${russianDate(span.asOf)}`;
  return nonBreaking(`${days}${state}`);
};

/** Points. */
const titleSizes = { name: 24, className: 20, year: 16 } as const;

const bookName = ({ owner }: JournalData): string =>
  owner === null ? 'КЛАССНЫЙ ЖУРНАЛ' : 'ЖУРНАЛ ОБУЧЕНИЯ НА ДОМУ';

const whoseBook = ({ className, owner }: JournalData): string =>
  owner === null ? `${className} класса` : `${owner.fullName}, ${className} класс`;

/** The first page; its empty room gives way to long names and small paper. */
export const titlePage = (data: JournalData, { measure, paper }: JournalGeometry): JournalPage => {
  const teacher =
    data.classTeacher === null ? '' : `Классный руководитель: ${signedName(data.classTeacher)}`;
  const origin = `Распечатано ${russianDate(data.today)} ${sourceWords(data.source, data.systemName)}`;
  const bodyMm = [data.school.name, periodLine(data), teacher, origin].reduce(
    (sum, text) => sum + measure.lines(text, paper.fontSizePt).length,
    0,
  );
  const heads = (
    [
      [bookName(data), titleSizes.name],
      [whoseBook(data), titleSizes.className],
      [`${data.schoolYear} учебный год`, titleSizes.year],
    ] as const
  ).reduce(
    (sum, [text, size]) => sum + measure.lines(text, size * 1.08).length * measure.lineMm(size) + 4,
    0,
  );
  const textMm = bodyMm * measure.lineMm(paper.fontSizePt) * paper.lineHeight + heads;
  const free = Math.max(0, measure.contentHeightMm - textMm - 8);
  const room = (share: number, mostMm: number) =>
    spacer(Math.max(1, Math.min(mostMm, free * share)));
  return [
    centered(nonBreaking(data.school.name)),
    room(0.5, 62),
    big(bookName(data), titleSizes.name, 0),
    big(nonBreaking(whoseBook(data)), titleSizes.className, 2),
    room(0.05, 8),
    big(nonBreaking(`${data.schoolYear} учебный год`), titleSizes.year, 0),
    centered(periodLine(data)),
    room(0.3, 40),
    ...(teacher === '' ? [] : [centered(nonBreaking(teacher))]),
    room(0.05, 4),
    centered(nonBreaking(origin)),
  ];
};

export interface ContentsEntry {
  readonly title: string;
  readonly page: number;
}

const contentsSizePt = 12;
const contentsRowMm = 7;
const pageColumnMm = 24;

/** Lines of an entry in the contents. */
const entryHeightMm = ({ measure }: JournalGeometry, title: string): number =>
  Math.max(
    contentsRowMm + 0.3,
    measure.rowMm(
      measure.cellLines(title, measure.contentWidthMm - pageColumnMm, contentsSizePt).length,
      contentsSizePt,
    ),
  );

const contentsHead = (geometry: JournalGeometry, data: JournalData) =>
  pageHead(geometry, 'Содержание', whoseLine(data));

/** «Содержание» on as many pages as it needs; their number depends on the titles only. */
export const contentsPages = (
  entries: readonly ContentsEntry[],
  data: JournalData,
  geometry: JournalGeometry,
): readonly JournalPage[] => {
  const { measure } = geometry;
  const head = contentsHead(geometry, data);
  const room = measure.contentHeightMm - head.heightMm - measure.rowMm(1, contentsSizePt) - 1;
  return byHeight(entries, room, ({ title }) => entryHeightMm(geometry, title)).map((part) => [
    ...head.blocks,
    table(
      [column(1), column(mm(pageColumnMm), 'right')],
      [row({ content: 'Раздел', align: 'left' }, { content: 'Страница', align: 'right' })],
      part.map(({ title, page }) =>
        row({ content: title, minHeightMm: contentsRowMm }, String(page)),
      ),
      { borders: 'horizontal', fontSizePt: contentsSizePt },
    ),
  ]);
};

const listSizePt = 11;
const listNumberMm = 9;
const listNoteMm = 46;

interface Sign {
  readonly sign: string;
  readonly meaning: string;
}

const notInClassWords = (pupils: JournalData['pupils']): string =>
  pupils.some(({ apart }) => apart.length > 0)
    ? 'В этот день не числился в классе или учился вне журнала класса'
    : 'В этот день не числился в классе';

/** Signs that stand in this journal. */
export const signsOf = ({ subjects, pupils, period, owner }: JournalData): readonly Sign[] => {
  const found = new Set<MarkMeaning>();
  const unknown = new Set<string>();
  const looked = new Set<string>();
  for (const { cells, finals } of subjects)
    for (const byStudent of [...cells.values(), ...finals.values()])
      for (const codes of byStudent.values()) {
        if (looked.has(codes)) continue;
        looked.add(codes);
        for (const token of tokensOf(codes)) {
          if (token.kind === 'code') found.add(token.meaning);
          if (token.kind === 'unknown') unknown.add(token.text);
        }
      }
  const meanings = Object.keys(CANONICAL_CODES) as readonly MarkMeaning[];
  const isPartial = pupils.some(
    ({ stints }) =>
      owner === null &&
      !stints.some(({ from, to }) => from <= period.from && (to === null || to >= period.to)),
  );
  return [
    ...meanings
      .filter((meaning) => found.has(meaning))
      .map((meaning) => ({ sign: CANONICAL_CODES[meaning], meaning: MEANING_TITLES[meaning] })),
    ...[...unknown]
      .toSorted()
      .map((sign) => ({ sign, meaning: 'Обозначение системы дневника, программой не распознано' })),
    ...(isPartial ? [{ sign: notInClass, meaning: notInClassWords(pupils) }] : []),
  ];
};

export const signsPart = (signs: readonly Sign[]): JournalPage => [
  spacer(4),
  paragraph([{ text: 'Условные обозначения', sizePt: listSizePt, bold: true }], {
    style: 'small',
    align: 'left',
    spacing: { beforePt: 0, afterPt: 3 },
  }),
  table(
    [column(mm(18), 'center'), column(1)],
    [],
    signs.map(({ sign, meaning }) => row(sign, meaning)),
    { fontSizePt: journalSizes.table },
  ),
];

export const pupilsTitle = ({ owner }: JournalData): string =>
  owner === null ? 'Список обучающихся' : 'Обучающийся';

/** «Список обучающихся», then the signs where they fit, else on a page of their own. */
export const pupilListPages = (
  data: JournalData,
  geometry: JournalGeometry,
): readonly JournalPage[] => {
  const { measure } = geometry;
  const head = pageHead(geometry, pupilsTitle(data), whoseLine(data));
  const nameMm = measure.contentWidthMm - listNumberMm - listNoteMm;
  const rows = data.pupils.map((pupil, index) => {
    const names = measure.cellLines(pupil.fullName, nameMm, listSizePt).length;
    const notes = measure.cellLines(pupil.note ?? '', listNoteMm, listSizePt).length;
    return {
      pupil,
      number: index + 1,
      heightMm: measure.rowMm(Math.max(names, notes), listSizePt),
    };
  });
  const room = measure.contentHeightMm - head.heightMm - measure.rowMm(1, listSizePt) - 1;
  const parts = byHeight(rows, room, ({ heightMm }) => heightMm);
  const pages = parts.map((part): JournalPage => [
    ...head.blocks,
    table(
      [column(mm(listNumberMm), 'center'), column(1), column(mm(listNoteMm))],
      [row('№', 'Фамилия, имя, отчество', data.owner === null ? 'Движение' : 'Обучение на дому')],
      part.map(({ pupil, number }) =>
        row(String(number), cell(pupil.fullName), cell(pupil.note ?? '')),
      ),
      { fontSizePt: listSizePt },
    ),
  ]);
  const signs = signsOf(data);
  if (signs.length === 0) return pages;
  const used = (parts.at(-1) ?? []).reduce((sum, { heightMm }) => sum + heightMm, 0);
  const needed = 12 + signs.length * measure.rowMm(1, journalSizes.table);
  return used + needed <= room
    ? [...pages.slice(0, -1), [...(pages.at(-1) ?? []), ...signsPart(signs)]]
    : [...pages, signsPart(signs)];
};
