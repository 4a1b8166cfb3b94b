import { kernel } from './0001-kernel.ts';
import { peopleTables } from './0002-people.ts';
import { registerTables } from './0003-registers.ts';
import { vault } from './0004-vault.ts';
import { credentialTables } from './0005-credentials.ts';
import { statementTables } from './0006-statements.ts';
import { markTables } from './0007-marks.ts';
import { sheetTables } from './0008-sheets.ts';
import { rowIds } from './0009-row-ids.ts';
import { issueTakeBack } from './0010-issue-take-back.ts';
import { officeId } from './0014-office-id.ts';
import { passwordCost } from './0015-password-cost.ts';
import { representation } from './0016-representation.ts';
import { preparedResources } from './0017-prepared-resources.ts';
import { twoDates } from './0018-two-dates.ts';
import { statementsInForce } from './0019-statements-in-force.ts';
import { studyPeriods } from './0020-study-periods.ts';
import { classes0To12 } from './0021-classes-0-12.ts';
import { sheetRecipients } from './0022-sheet-recipients.ts';
import { ownJournals } from './0024-own-journals.ts';
import { certification } from './0025-certification.ts';
import { correctedSheets } from './0026-corrected-sheets.ts';
import { absenceReasons } from './0028-absence-reasons.ts';

/**
 * A step of the schema: raw DDL, because knex's schema builder rebuilds tables and cascades
 * deletes. One number a file; a name and its statements never change once released, so they are
 * literal and import no rule. Foreign keys are off while it runs and checked before its commit
 * (database/migrate.ts), so that a table may be rebuilt.
 */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

export const migrations: readonly Migration[] = [
  kernel,
  peopleTables,
  registerTables,
  vault,
  credentialTables,
  statementTables,
  markTables,
  sheetTables,
  rowIds,
  issueTakeBack,
  officeId,
  passwordCost,
  representation,
  preparedResources,
  twoDates,
  statementsInForce,
  studyPeriods,
  classes0To12,
  sheetRecipients,
  ownJournals,
  certification,
  correctedSheets,
  absenceReasons,
];
