import type { Figure, SummaryRow } from '../../../src-main/contract/summary.ts';
import type { Period } from '../../../src-main/domain/dates.ts';
import { appealLink, studentAbsencesLink } from '../people/links.ts';

/** Addresses around the information summary. */

export const periodLink = ({ from, to }: Period): string => `/summary?from=${from}&to=${to}`;

export const versionLink = (id: number): string => `/summary/versions/${id}`;

const beside = (counted: boolean): string => (counted ? '' : '&counted=0');

/** Rows behind a figure as they are now, or those beside it that are not counted. */
export const rowsLink = (figure: Figure, { from, to }: Period, counted: boolean): string =>
  `/summary/rows/${figure}?from=${from}&to=${to}${beside(counted)}`;

/** Rows behind a figure as a version froze them. */
export const versionRowsLink = (figure: Figure, version: number, counted: boolean): string =>
  `/summary/rows/${figure}?version=${version}${beside(counted)}`;

/** Card of a row; work entries have none and open in a dialog. */
export const cardLink = ({
  target,
  id,
}: Pick<SummaryRow, 'id'> & {
  readonly target: Exclude<SummaryRow['target'], 'work-entry'>;
}): string => {
  if (target === 'student') return studentAbsencesLink(id);
  if (target === 'appeal') return appealLink(id);
  return target === 'resource' ? `/resources/${id}` : '/settings';
};
