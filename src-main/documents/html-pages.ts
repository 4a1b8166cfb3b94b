/** Page shapes of the print HTML: one named page for each different shape of section. */

import { cssString } from './html-text.ts';
import { skipsFirstNumber } from './layout.ts';
import type { DocumentModel, Section } from './model.ts';
import { pageBox } from './paper.ts';
import type { PaperSettings } from './paper.ts';

/** Sections with equal keys print on the same kind of page. */
const shapeKey = (section: Section, index: number): string =>
  JSON.stringify([
    section.orientation,
    section.mirroredMargins === true,
    section.pageNumbers,
    skipsFirstNumber(section, index),
    section.header ?? '',
  ]);

const marginBoxes = (section: Section, skipsFirst: boolean): string => {
  const header =
    section.header === undefined
      ? ''
      : `@top-left{content:${cssString(section.header)};font-size:10pt;white-space:nowrap}`;
  if (section.pageNumbers === 'none') return header;
  // A count that begins at 1 hides it by a counter style: `:first` knows only the document's start.
  const counter = skipsFirst ? 'counter(page,from-second)' : 'counter(page)';
  return `${header}@top-center{content:${counter};font-size:12pt}`;
};

const pageRule = (
  name: string,
  section: Section,
  skipsFirst: boolean,
  paper: PaperSettings,
): string => {
  const { widthMm, heightMm } = pageBox(paper, section.orientation);
  const { left, right, top, bottom } = paper.margins;
  const mirrored =
    section.mirroredMargins === true
      ? `@page ${name}:left{margin-left:${right}mm;margin-right:${left}mm}`
      : '';
  return (
    `@page ${name}{size:${widthMm}mm ${heightMm}mm;` +
    `margin:${top}mm ${right}mm ${bottom}mm ${left}mm;${marginBoxes(section, skipsFirst)}}${mirrored}`
  );
};

export interface PageShapes {
  readonly css: string;
  /** Name of each section's page, by index. */
  readonly names: readonly string[];
}

export const pageShapes = (model: DocumentModel, paper: PaperSettings): PageShapes => {
  const rules = new Map<string, string>();
  const nameOf = new Map<string, string>();
  const names = model.sections.map((section, index) => {
    const key = shapeKey(section, index);
    const known = nameOf.get(key);
    if (known !== undefined) return known;
    const name = `shape${nameOf.size + 1}`;
    nameOf.set(key, name);
    rules.set(name, pageRule(name, section, skipsFirstNumber(section, index), paper));
    return name;
  });
  const counterStyle =
    '@counter-style no-number{system:cyclic;symbols:"";suffix:""}' +
    '@counter-style from-second{system:extends decimal;range:2 infinite;fallback:no-number}';
  const css = [
    counterStyle,
    ...rules.values(),
    ...[...rules.keys()].map((name) => `.${name}{page:${name}}`),
  ];
  return { css: css.join('\n'), names };
};
