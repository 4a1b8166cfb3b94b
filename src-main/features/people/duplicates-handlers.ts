import type { PersonKind } from '../../contract/people-fields.ts';
import type { Context, FeatureHandlers } from '../context.ts';
import { listDuplicates, markDistinct } from './duplicates.ts';
import type { Merge, MergeGuard } from './merge.ts';
import { merge } from './merge.ts';

/** @param guards of the registers that refer to people, asked before every merge */
export const duplicatesHandlers = (guards: readonly MergeGuard[]) => {
  const mergeOf =
    (kind: PersonKind) =>
    async (input: Merge, { db }: Context): Promise<void> => {
      await merge(db, kind, input, guards);
    };
  return {
    'people.listDuplicates': (input, { db, clock }) => listDuplicates(db, input, clock.today()),
    async 'people.markDistinct'(input, { db }) {
      await markDistinct(db, input);
    },
    'people.mergeStudents': mergeOf('student'),
    'people.mergeGuardians': mergeOf('guardian'),
    'people.mergeTeachers': mergeOf('teacher'),
  } satisfies Partial<FeatureHandlers<'people'>>;
};
