/** Page shapes of the print HTML: one named page for each different shape of section. */

import { cssString } from './html-text.ts';
import { sectionPaper, skipsFirstNumber } from './layout.ts';
import type { DocumentModel, Section } from './model.ts';
import { pageBox } from './paper.ts';
import type { PaperSettings } from './paper.ts';

/** The count of pages a section belongs to: a new one begins at every `startPageNumber`. */
interface PageCount {
  /** Name of the CSS counter. Chromium lets no element restart `page`, so restarts get their own. */
  readonly counter: string;
  readonly start: number;
}

const pageCounts = (sections: readonly Section[]): readonly PageCount[] => {
  let current: PageCount = { counter: 'page', start: 1 };
  return sections.map(({ startPageNumber }, index) => {
    if (startPageNumber !== undefined) {
      current = { counter: `count${index + 1}`, start: startPageNumber };
    }
    return current;
  });
};

/** Sections with equal keys print on the same kind of page. */
const shapeKey = (section: Section, skipsFirst: boolean, count: PageCount): string =>
  JSON.stringify([
    section.orientation,
    section.mirroredMargins === true,
    section.pageNumbers,
    skipsFirst,
    section.header ?? '',
    section.margins,
    count,
  ]);

const marginBoxes = (section: Section, skipsFirst: boolean, count: PageCount): string => {
  const header =
    section.header === undefined
      ? ''
      : `@top-left{content:${cssString(section.header)};font-size:10pt;text-align:left}`;
  if (section.pageNumbers === 'none') return header;
  // The first number is hidden by a counter style: `:first` knows only the document's start.
  const style = skipsFirst ? `,after-${count.start}` : '';
  return `${header}@top-center{content:counter(${count.counter}${style});font-size:12pt}`;
};

const pageRule = (
  name: string,
  section: Section,
  skipsFirst: boolean,
  count: PageCount,
  paper: PaperSettings,
): string => {
  const own = sectionPaper(section, paper);
  const { widthMm, heightMm } = pageBox(own, section.orientation);
  const { left, right, top, bottom } = own.margins;
  const mirrored =
    section.mirroredMargins === true
      ? `@page ${name}:left{margin-left:${right}mm;margin-right:${left}mm}`
      : '';
  const counting = count.counter === 'page' ? '' : `counter-increment:${count.counter};`;
  return (
    `@page ${name}{size:${widthMm}mm ${heightMm}mm;` +
    `margin:${top}mm ${right}mm ${bottom}mm ${left}mm;${counting}` +
    `${marginBoxes(section, skipsFirst, count)}}${mirrored}.${name}{page:${name}}`
  );
};

const counterRules = (counts: readonly PageCount[]): string => {
  const resets = counts
    .filter(({ counter }) => counter !== 'page')
    .map(({ counter, start }) => `${counter} ${start - 1}`);
  const starts = [...new Set(counts.map(({ start }) => start))];
  return [
    '@counter-style no-number{system:cyclic;symbols:"";suffix:""}',
    ...starts.map(
      (start) =>
        `@counter-style after-${start}{system:extends decimal;range:${start + 1} infinite;fallback:no-number}`,
    ),
    ...(resets.length === 0 ? [] : [`html{counter-reset:${resets.join(' ')}}`]),
  ].join('\n');
};

export interface PageShapes {
  readonly css: string;
  /** Name of each section's page, by index. */
  readonly names: readonly string[];
}

/** `@page` rules of a document and the page name of each section. */
export const pageShapes = (model: DocumentModel, paper: PaperSettings): PageShapes => {
  const counts = pageCounts(model.sections);
  const nameOf = new Map<string, string>();
  const rules: string[] = [];
  const names = model.sections.map((section, index) => {
    const skips = skipsFirstNumber(section, index);
    const count = counts[index] ?? { counter: 'page', start: 1 };
    const key = shapeKey(section, skips, count);
    const known = nameOf.get(key);
    if (known !== undefined) return known;
    const name = `shape${nameOf.size + 1}`;
    nameOf.set(key, name);
    rules.push(pageRule(name, section, skips, count, paper));
    return name;
  });
  const unique = [...new Map(counts.map((count) => [count.counter, count])).values()];
  return { css: [counterRules(unique), ...rules].join('\n'), names };
};
