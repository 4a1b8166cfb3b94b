import { leavesText } from '../../domain/journal.ts';
import { nonBreaking } from '../../domain/russian.ts';
import { keepTogether, line, paragraph, signature, spacer } from '../../documents/build.ts';
import type { JournalData } from './data.ts';
import { signedName } from './names.ts';
import type { JournalPage } from './parts.ts';

export const lastTitle = 'Заверительная надпись';

/** The last page: sheets in figures and words, certification, signatures, place of the seal. */
export const lastPage = ({ school, systemName }: JournalData, leaves: number): JournalPage => [
  spacer(40),
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
  spacer(22),
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
