import type { Command } from '../command.ts';
import { callCommand } from './call.ts';
import { backupCommand, checkCommand, restoreCommand } from './database.ts';
import { demoCommand } from './demo.ts';
import { importCommand } from './import.ts';
import { operationsCommand } from './operations.ts';
import { reportCommand } from './report.ts';
import { sheetsCommand } from './sheets.ts';

/** Every command of the command line, in the order of the help. */
export const commands: Readonly<Record<string, Command>> = {
  call: callCommand,
  operations: operationsCommand,
  demo: demoCommand,
  import: importCommand,
  report: reportCommand,
  sheets: sheetsCommand,
  backup: backupCommand,
  restore: restoreCommand,
  check: checkCommand,
};
