import { leavesText } from '../../../domain/journal.ts';
import { nonBreaking } from '../../../domain/russian.ts';
import { keepTogether, line, paragraph, signature, spacer } from '../../../documents/build.ts';
import type { JournalData } from '../content.ts';
import type { JournalGeometry } from './geometry.ts';
import type { Measure } from './measure.ts';
import type { JournalPage } from './page.ts';
import { signedName } from './page.ts';

export const lastTitle = 'Заверительная надпись';

/** What the two inscriptions need on the smallest paper in the largest letters, millimetres. */
const inscriptionsMm = 180;

const roomMm = ({ contentHeightMm }: Measure, mostMm: number): number =>
  Math.max(2, Math.min(mostMm, (contentHeightMm - inscriptionsMm) / 2));

/** The last page: sheets in figures and words, certification, signatures, place of the seal. */
export const lastPage = (
  { school, systemName }: JournalData,
  leaves: number,
  { measure }: JournalGeometry,
): JournalPage => [
  spacer(roomMm(measure, 40)),
  keepTogether(
    paragraph(
      nonBreaking(
        `В настоящем журнале пронумеровано, прошнуровано и скреплено печатью ${leavesText(leaves)}.`,
      ),
      { align: 'left' },
    ),
    spacer(6),
    signature({
      role: school.directorPosition,
      name: signedName(school.directorName),
      date: null,
    }),
    spacer(4),
    line('М. П.'),
  ),
  spacer(roomMm(measure, 22)),
  keepTogether(
    paragraph(
      nonBreaking(
        `Верно. Журнал распечатан полностью. Подлинник ведётся в системе электронного журнала («${systemName}») и хранится в ${school.shortName}.`,
      ),
      { align: 'left' },
    ),
    spacer(6),
    signature({ role: 'Ответственный за печать журнала', date: null }),
  ),
];
