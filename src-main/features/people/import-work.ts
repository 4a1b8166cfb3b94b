import type { Knex } from 'knex';
import type { Job } from '../context.ts';
import type { Action } from './import-plan.ts';

/** What the parts of an import write with. */
export interface Work {
  readonly trx: Knex;
  readonly job: Job;
  /** Id of a class of the school year by name. */
  readonly classId: (name: string) => number;
}

export const nameValues = (person: Action['person']) =>
  [person.lastName, person.firstName, person.middleName] as const;

export const isEmpty = (values: object): boolean => Object.keys(values).length === 0;
