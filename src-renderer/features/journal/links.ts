import type { JournalGapRow } from '../../../src-main/contract/journal.ts';
import { address } from '../../ui/address.ts';
import { lessonLink } from '../marks/links.ts';

/** Addresses of the printed journal and of what its gaps lead to. */

export const journalLink = '/journal';
export const journalOfYear = (startYear: number): string => `/journal?year=${startYear}`;

export interface GapPlace {
  readonly classId: number;
  /** First day of the period. */
  readonly from: string;
}

const tab = (name: string, { classId, from }: GapPlace, subject: string | null): string =>
  address('/marks', { tab: name, classId, date: from, subject });

/** Where a gap is mended: the final marks, the list of lessons, or the subject's typing grid. */
export const gapLink = ({ kind, subject }: JournalGapRow, place: GapPlace): string => {
  if (kind === 'no-pupils') return `/classes/${place.classId}`;
  if (kind === 'no-final-marks') return tab('finals', place, subject);
  if (subject === null || kind === 'no-topics' || kind === 'no-teacher')
    return tab('lessons', place, subject);
  return lessonLink({ classId: place.classId, subject, date: place.from });
};
