/** What other features may read about statements. */
export type { PartyHistory } from './families.ts';
export { allPartyHistories, onPaper } from './families.ts';
export { keepingStatements } from './undo-guard.ts';
export { refuseStatementsClash } from './merge-guard.ts';
export { countDoubts } from './doubts.ts';
export { accessOfStudents } from './standing-access.ts';
