import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { compareClassNames } from '../../domain/classes.ts';
import { teacherNames } from '../people/index.ts';

/** Different values of a column in use; walks the index value by value, not row by row. */
const valuesOf = async <V extends string | number>(
  db: Knex,
  column: string,
): Promise<readonly V[]> => {
  const rows: { value: V }[] = await db('appeals').whereNotNull(column).distinct({ value: column });
  return rows.map(({ value }) => value);
};

/** Values for the filters of the register. */
export const appealChoices = async (db: Knex): Promise<OperationOutput<'appeals.choices'>> => {
  const names = await teacherNames(db, await valuesOf<number>(db, 'responsible_id'));
  return {
    years: (await valuesOf<number>(db, 'year')).toSorted((a, b) => b - a),
    classNames: (await valuesOf<string>(db, 'class_name')).toSorted(compareClassNames),
    subjects: (await valuesOf<string>(db, 'subject')).toSorted((a, b) => a.localeCompare(b, 'ru')),
    responsible: [...names]
      .map(([id, name]) => ({ id, name }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'ru')),
  };
};
