import type { Handlers } from '../features/context.ts';
import { absencesHandlers } from '../features/absences/handlers.ts';
import { appealsHandlers } from '../features/appeals/handlers.ts';
import { auditHandlers } from '../features/audit/handlers.ts';
import { calendarHandlers } from '../features/calendar/handlers.ts';
import { controlHandlers } from '../features/control/handlers.ts';
import { journalHandlers } from '../features/journal/handlers.ts';
import { marksHandlers } from '../features/marks/handlers.ts';
import { sheetsHandlers } from '../features/sheets/handlers.ts';
import { credentialsHandlers } from '../features/credentials/handlers.ts';
import { homeHandlers } from '../features/home/handlers.ts';
import { listsHandlers } from '../features/lists/handlers.ts';
import { passportsHandlers } from '../features/passports/handlers.ts';
import { peopleHandlers } from '../features/people/handlers.ts';
import { printingHandlers } from '../features/printing/handlers.ts';
import { resourcesHandlers } from '../features/resources/handlers.ts';
import { settingsHandlers } from '../features/settings/handlers.ts';
import { statementsHandlers } from '../features/statements/handlers.ts';
import { summaryHandlers } from '../features/summary/handlers.ts';
import { lockHandlers } from '../features/lock/handlers.ts';
import { refuseAbsencesClash } from '../features/absences/index.ts';
import { refuseMarksClash } from '../features/marks/index.ts';
import { refuseTwoPassports } from '../features/passports/index.ts';
import type { MergeGuard } from '../features/people/index.ts';
import { refuseOverfullDays } from '../features/resources/index.ts';
import { renumberSheets } from '../features/sheets/index.ts';
import { refuseStatementsClash } from '../features/statements/index.ts';

/** Registers that refer to people know themselves what two cards of one person may not both have. */
const mergeGuards: readonly MergeGuard[] = [
  refuseOverfullDays,
  refuseMarksClash,
  refuseAbsencesClash,
  refuseTwoPassports,
  refuseStatementsClash,
  renumberSheets,
];

/** Every operation of the contract has exactly one handler; the compiler counts them. */
export const handlers: Handlers = {
  ...homeHandlers,
  ...peopleHandlers(mergeGuards),
  ...absencesHandlers,
  ...appealsHandlers,
  ...resourcesHandlers,
  ...summaryHandlers,
  ...credentialsHandlers,
  ...statementsHandlers,
  ...passportsHandlers,
  ...marksHandlers,
  ...sheetsHandlers,
  ...journalHandlers,
  ...controlHandlers,
  ...calendarHandlers,
  ...settingsHandlers,
  ...lockHandlers,
  ...listsHandlers,
  ...printingHandlers,
  ...auditHandlers,
};
