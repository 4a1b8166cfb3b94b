import type { Knex } from 'knex';
import { keepingAbsences } from '../absences/index.ts';
import { keepingAppealDays } from '../appeals/index.ts';
import { keepingClasses, keepingStudyPeriods } from '../people/index.ts';
import { keepingHours } from '../resources/index.ts';
import { keepingStatements } from '../statements/index.ts';

/** Rules of the registers that no step back or forward may break, each around the step. */
const rules = [
  keepingClasses,
  keepingStudyPeriods,
  keepingAbsences,
  keepingHours,
  keepingAppealDays,
  keepingStatements,
] as const;

/** Takes the changes of a command back by `step`, or refuses as its feature would. */
export const keepingRules = (
  trx: Knex,
  auditId: number,
  step: () => Promise<void>,
): Promise<void> =>
  rules.reduce<() => Promise<void>>((inner, rule) => () => rule(trx, auditId, inner), step)();
