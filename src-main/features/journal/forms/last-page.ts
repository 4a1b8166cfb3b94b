import { certifyingText } from '../../../domain/certification.ts';
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

/** `gapsPage`: where gaps are listed; null when there are none. The last page: sheets in figures and words, certification, signatures, place of the seal. */
export const lastPage = (
  { school, systemName, span, source }: JournalData,
  leaves: number,
  gapsPage: number | null,
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
        certifyingText({
          kind: 'journal',
          span,
          source,
          systemName,
          school: school.shortName,
          gapsAt:
            gapsPage === null ? null : `на странице ${gapsPage} «Замечания по ведению журнала»`,
        }),
      ),
      { align: 'left' },
    ),
    spacer(6),
    signature({ role: 'Ответственный за печать журнала', date: null }),
  ),
];
