import { atLeast, atMost, equal, whether } from '../../database/conditions.ts';
import { openStatuses } from '../../domain/appeals.ts';
import { fold } from '../../domain/names.ts';
import type { Asked } from '../context.ts';
import type { TableListOf } from '../lists/index.ts';

/** What the register is asked for, over the columns of `appeals`. */

export type AppealsQuestion = Asked<'appeals.list'>;

const openSql = `status IN (${openStatuses.map((status) => `'${status}'`).join(', ')})`;

/**
 * FTS5 expression: every word is a prefix of some word of the row. «12/2026» is a phrase of two
 * words, so it finds this number only. Null = nothing to look for.
 */
export const matchExpression = (search: string): string | null => {
  const words = fold(search.replaceAll('"', ' '))
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
};

/** The register of a day. It is searched by the full-text index, not by conditions. */
export const appealsOn = (today: string): TableListOf<'appeals.list'> => ({
  search: [],
  filters: {
    status: equal('status'),
    year: equal('year'),
    className: equal('class_name'),
    parallel: equal('parallel'),
    subject: equal('subject'),
    channel: equal('channel'),
    responsibleId: equal('responsible_id'),
    studentId: equal('student_id'),
    guardianId: equal('guardian_id'),
    from: atLeast('dated'),
    to: atMost('dated'),
    registeredFrom: atLeast('registered_on'),
    registeredTo: atMost('registered_on'),
    open: whether(openSql),
    overdue: whether(`${openSql} AND due_on < ?`, today),
  },
  columns: {
    number: ['year', 'ordinal', 'letter'],
    date: ['dated', 'id'],
    registeredOn: ['registered_on', 'id'],
    dueOn: ['due_on', 'id'],
    studentName: ['student_name', 'id'],
  },
  usual: { column: 'number', descending: true },
  ties: [],
});
