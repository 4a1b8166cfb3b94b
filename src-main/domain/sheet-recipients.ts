/** Who of a family gets a weekly sheet of his own, and whose an earlier print was (S2 §7; domain.md §6). */
import type { SheetMode } from '../contract/sheets-fields.ts';
import { householdMode } from './cadence.ts';
import type { ServiceModeKind } from './service-mode.ts';

/** A parent, or the adult student (`guardianId` null), who is served on paper on the day. */
export interface PaperParty {
  readonly guardianId: number | null;
  readonly mode: ServiceModeKind;
  /** «Живёт отдельно» from the child. */
  readonly livesApart: boolean;
}

export interface SheetRecipient {
  /** The parent whose own sheet it is; null: the household's, or one printed freely. */
  readonly recipientId: number | null;
  /** Those on paper who share the sheet; nobody for one printed freely. */
  readonly members: readonly PaperParty[];
  readonly mode: SheetMode;
}

const recipientOf = (
  recipientId: number | null,
  members: readonly PaperParty[],
): SheetRecipient => ({
  recipientId,
  members,
  mode: householdMode(members.map(({ mode }) => mode)),
});

/**
 * The recipients of one student's sheets. S2 §7 speaks of each parent, and names no household: the
 * decision (a setting of the school, on by default) is that those who live together read one sheet.
 * - `perHousehold`: all on paper who do not live apart, the adult student among them, share the
 *   household's sheet; each who lives apart has his own.
 * - Otherwise each parent on paper has his own.
 * - Whoever is not linked any more, or does not represent the child, keeps what his standing
 *   statement gives until a person ends it; nothing tells that he lives apart.
 * - Nobody is on paper: one recipient without a parent, for free printing (S2 §1.2).
 */
export const sheetRecipients = (
  parties: readonly PaperParty[],
  perHousehold: boolean,
): readonly SheetRecipient[] => {
  const isOwn = ({ guardianId, livesApart }: PaperParty): boolean =>
    guardianId !== null && (livesApart || !perHousehold);
  const household = parties.filter((party) => !isOwn(party));
  const own = parties.filter(isOwn).map((party) => recipientOf(party.guardianId, [party]));
  return household.length > 0 || own.length === 0 ? [recipientOf(null, household), ...own] : own;
};

/** For whom a sheet was printed. */
export interface PrintedFor {
  readonly recipientId: number | null;
  /** Nobody of the family had a sheet of his own at the printing. */
  readonly forAll: boolean;
}

/** Whether nobody of the family has a sheet of his own. */
export const isForAll = (recipients: readonly SheetRecipient[]): boolean =>
  recipients.every(({ recipientId }) => recipientId === null);

/**
 * Of a student's prints of one week those that count for a recipient, so that no sheet is owed
 * twice because the setting or «живёт отдельно» changed after it was given. His own, if there are
 * any. Else, for a parent, the household's: it was his as well when nobody had a sheet of his own,
 * or when he does not live apart. For the household, that of any of its members.
 */
export const printsCounted = <Print extends PrintedFor>(
  { recipientId, members }: SheetRecipient,
  prints: readonly Print[],
): readonly Print[] => {
  const own = prints.filter((print) => print.recipientId === recipientId);
  if (own.length > 0) return own;
  if (recipientId === null)
    return prints.filter((print) =>
      members.some(({ guardianId }) => guardianId === print.recipientId),
    );
  const livesApart = members.some((member) => member.livesApart);
  return prints.filter((print) => print.recipientId === null && (print.forAll || !livesApart));
};
