import { certifyingText } from '../../../domain/certification.ts';
import { leavesText } from '../../../domain/journal.ts';
import { nonBreaking } from '../../../domain/russian.ts';
import { keepTogether, line, paragraph, signature, spacer } from '../../../documents/build.ts';
import type { JournalData } from '../content.ts';
import type { JournalGeometry } from './geometry.ts';
import type { JournalPage } from './page.ts';
import { signedName } from './page.ts';

export const lastTitle = 'Заверительная надпись';

const sealed = (leaves: number): string =>
  nonBreaking(
    `В настоящем журнале пронумеровано, прошнуровано и скреплено печатью ${leavesText(leaves)}.`,
  );

const sworn = ({ school, systemName, span, source }: JournalData, gapsPage: number | null) =>
  nonBreaking(
    certifyingText({
      kind: 'journal',
      span,
      source,
      systemName,
      school: school.shortName,
      gapsAt: gapsPage === null ? null : `на странице ${gapsPage} «Замечания по ведению журнала»`,
    }),
  );

/** Two signatures with their rules and captions and the spaces between, without the roles. */
const signaturesMm = 64;

/** What the inscriptions take with their texts in letters of the size. */
const heightMm = (
  texts: readonly string[],
  sizePt: number,
  { measure, paper }: JournalGeometry,
): number => {
  const lines = texts.reduce((sum, text) => sum + measure.lines(text, sizePt).length, 0);
  // Roles, names in two lines and the place of the seal are in the letters of the paper.
  const others = 5 * measure.lineMm(paper.fontSizePt);
  return (lines * measure.lineMm(sizePt) + others) * paper.lineHeight + signaturesMm;
};

/** The largest letters, not above those of the paper, in which the texts stay on the page. */
const fittingSize = (texts: readonly string[], geometry: JournalGeometry): number => {
  const { measure, paper } = geometry;
  const smallestPt = 9;
  for (let sizePt = paper.fontSizePt; sizePt > smallestPt; sizePt -= 1)
    if (heightMm(texts, sizePt, geometry) <= measure.contentHeightMm - 4) return sizePt;
  return smallestPt;
};

/**
 * The last page: sheets in figures and words, certification, signatures, place of the seal.
 * @param gapsPage where gaps are listed; null when there are none
 */
export const lastPage = (
  data: JournalData,
  leaves: number,
  gapsPage: number | null,
  geometry: JournalGeometry,
): JournalPage => {
  const texts = [sealed(leaves), sworn(data, gapsPage)] as const;
  const sizePt = fittingSize(texts, geometry);
  const free = geometry.measure.contentHeightMm - heightMm(texts, sizePt, geometry);
  const room = (mostMm: number) => spacer(Math.max(1, Math.min(mostMm, free / 2)));
  const inscription = (text: string) => paragraph([{ text, sizePt }], { align: 'left' });
  const { school } = data;
  return [
    room(40),
    keepTogether(
      inscription(texts[0]),
      spacer(6),
      signature({
        role: school.directorPosition,
        name: signedName(school.directorName),
        date: null,
      }),
      spacer(4),
      line('М. П.'),
    ),
    room(22),
    keepTogether(
      inscription(texts[1]),
      spacer(6),
      signature({ role: 'Ответственный за печать журнала', date: null }),
    ),
  ];
};
