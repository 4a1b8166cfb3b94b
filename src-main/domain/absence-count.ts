/**
 * The count of missed lessons (domain.md §6): sheet, journal, control, card and the register of
 * absences all ask it, so that they agree. «Н» is an absence of unknown reason unless the source's
 * table of codes says more; what the table does not know is no absence, and is named beside.
 */
import type { AbsenceCount } from '../contract/marks-fields.ts';
import { tokensOf } from './mark-codes.ts';
import type { MarkMeaning } from './mark-codes.ts';
import { counted } from './russian.ts';

const { compare: compareRussian } = new Intl.Collator('ru');

/** Cells with the same codes, counted together where there are millions. */
interface Cells {
  /** Canonical codes. */
  readonly codes: string;
  /** How many cells hold them; one where nothing is said. */
  readonly times?: number;
}

/** The one count: see above. An empty list of cells counts nothing. */
export const countAbsences = (cells: Iterable<Cells>): AbsenceCount => {
  const found = new Map<MarkMeaning, number>();
  const unknown = new Map<string, number>();
  for (const { codes, times = 1 } of cells)
    for (const token of tokensOf(codes)) {
      if (token.kind === 'unknown') unknown.set(token.text, (unknown.get(token.text) ?? 0) + times);
      if (token.kind === 'code') found.set(token.meaning, (found.get(token.meaning) ?? 0) + times);
    }
  const of = (meaning: MarkMeaning): number => found.get(meaning) ?? 0;
  return {
    total: of('ill') + of('excused') + of('unexcused') + of('absent'),
    ill: of('ill'),
    excused: of('excused'),
    unexcused: of('unexcused'),
    unexplained: of('absent'),
    late: of('late'),
    unrecognised: [...unknown]
      .map(([code, count]) => ({ code, count }))
      .toSorted((a, b) => compareRussian(a.code, b.code)),
  };
};

/** «по болезни 3, без уважительной причины 2, причина не указана 1»; empty without absences. */
export const absenceReasons = (
  count: Pick<AbsenceCount, 'ill' | 'excused' | 'unexcused' | 'unexplained'>,
): string =>
  [
    count.ill > 0 ? `по болезни ${count.ill}` : '',
    count.excused > 0 ? `по уважительной причине ${count.excused}` : '',
    count.unexcused > 0 ? `без уважительной причины ${count.unexcused}` : '',
    count.unexplained > 0 ? `причина не указана ${count.unexplained}` : '',
  ]
    .filter((text) => text !== '')
    .join(', ');

/** «не распознано: «Х» — 2, «Щ» — 1», as it stands beside every figure; empty without them. */
export const unrecognisedWords = (codes: AbsenceCount['unrecognised']): string =>
  codes.length === 0
    ? ''
    : `не распознано: ${codes.map(({ code, count }) => `«${code}» — ${count}`).join(', ')}`;

/** «5 уроков: по болезни 3, причина не указана 2; не распознано: «Х» — 2»; «0 уроков» without any. */
export const absenceWords = (count: AbsenceCount): string => {
  const reasons = absenceReasons(count);
  const figure = counted(count.total, 'урок', 'урока', 'уроков');
  return [reasons === '' ? figure : `${figure}: ${reasons}`, unrecognisedWords(count.unrecognised)]
    .filter((text) => text !== '')
    .join('; ');
};
