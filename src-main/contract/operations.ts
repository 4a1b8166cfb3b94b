import { absencesOperations } from './absences.ts';
import { appealsOperations } from './appeals.ts';
import { auditOperations } from './audit.ts';
import { calendarOperations } from './calendar.ts';
import { controlOperations } from './control.ts';
import { journalOperations } from './journal.ts';
import { marksOperations } from './marks.ts';
import { sheetsOperations } from './sheets.ts';
import { credentialsOperations } from './credentials.ts';
import { homeOperations } from './home.ts';
import { listsOperations } from './lists.ts';
import type { InputOf, OutputOf } from './operation.ts';
import { passportsOperations } from './passports.ts';
import { peopleOperations } from './people.ts';
import { printingOperations } from './printing.ts';
import { resourcesOperations } from './resources.ts';
import { settingsOperations } from './settings.ts';
import { statementsOperations } from './statements.ts';
import { summaryOperations } from './summary.ts';
import { lockOperations } from './lock.ts';

/** The whole contract: every host carries exactly these operations and nothing else. */
export const operations = {
  ...homeOperations,
  ...peopleOperations,
  ...absencesOperations,
  ...appealsOperations,
  ...resourcesOperations,
  ...summaryOperations,
  ...credentialsOperations,
  ...statementsOperations,
  ...passportsOperations,
  ...marksOperations,
  ...sheetsOperations,
  ...journalOperations,
  ...controlOperations,
  ...calendarOperations,
  ...settingsOperations,
  ...lockOperations,
  ...listsOperations,
  ...printingOperations,
  ...auditOperations,
} as const;

export type OperationTable = typeof operations;
export type OperationName = keyof OperationTable;
export type OperationInput<N extends OperationName> = InputOf<OperationTable[N]>;
export type OperationOutput<N extends OperationName> = OutputOf<OperationTable[N]>;

export const isOperationName = (name: string): name is OperationName =>
  Object.hasOwn(operations, name);
