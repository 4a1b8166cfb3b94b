import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { compareClassNames } from '../../domain/classes.ts';
import { schoolYearTitle } from '../../domain/calendar.ts';
import { fold } from '../../domain/names.ts';
import type { Asked, Context, Job } from '../context.ts';
import { studentsByIdAt } from '../people/index.ts';
import { countsOfClass } from './import-counts.ts';
import { lastDay } from './import-pupils.ts';
import type { Item, Row, Section } from './import-sections.ts';
import { sectionsOf } from './import-sections.ts';
import type { MarksPlan } from './import-types.ts';

/** Pages of a preview. */

type RowsInput = Asked<'marks.listPlanRows'>;

/** Sections are made once per plan. */
const made = new WeakMap<MarksPlan, readonly Section[]>();

/** The rows hold the marks of the plan. */
export const forgetRows = (plan: MarksPlan): void => void made.delete(plan);

const sections = async (plan: MarksPlan, job: Job): Promise<readonly Section[]> => {
  const before = made.get(plan);
  if (before) return before;
  const all = await sectionsOf(plan, () => job.step({ stage: 'rows', done: 0, total: null }));
  made.set(plan, all);
  return all;
};

const itemsOf = async (
  plan: MarksPlan,
  { filters: { kind, status, className }, search }: RowsInput,
  job: Job,
): Promise<readonly Item[]> => {
  const words = fold(search)
    .split(' ')
    .filter((word) => word !== '');
  const all = (await sections(plan, job))
    .filter((one) => (kind ?? one.kind) === one.kind && (status ?? one.status) === one.status)
    .flatMap(({ items }) => items);
  if (className === undefined && words.length === 0) return all;
  return all.filter(
    (item) =>
      (className ?? item.className) === item.className &&
      words.every((word) => item.words.includes(word)),
  );
};

/** Names, birth dates and classes of the students a question proposes. */
const withCandidates = async (db: Knex, plan: MarksPlan, rows: readonly Row[]): Promise<Row[]> => {
  const asked = new Map(plan.pupils.map((pupil) => [pupil.key, pupil]));
  const idsOf = (row: Row): readonly number[] =>
    row.kind === 'pupil' ? (asked.get(row.key)?.candidates ?? []) : [];
  const ids = [...new Set(rows.flatMap(idsOf))];
  if (ids.length === 0) return [...rows];
  const day = lastDay(plan.files.flatMap(({ period }) => (period ? [period] : [])));
  const students = await studentsByIdAt(db, ids, day);
  return rows.map((row) => ({
    ...row,
    candidates: idsOf(row).flatMap((id) => {
      const one = students.get(id);
      if (!one) return [];
      const { fullName, birthDate, className } = one;
      return [{ id, fullName, birthDate, className, phone: null, children: [] }];
    }),
  }));
};

export const listPlanRows = async (
  { db, job }: Pick<Context, 'db' | 'job'>,
  plan: MarksPlan,
  input: RowsInput,
): Promise<OperationOutput<'marks.listPlanRows'>> => {
  const items = await itemsOf(plan, input, job);
  const ordered =
    input.sort === null
      ? items
      : items.toSorted(
          (a, b) => compareClassNames(a.className, b.className) * (input.sort?.descending ? -1 : 1),
        );
  const page = ordered.slice(input.offset, input.offset + input.limit).map((item) => item.row());
  return { total: items.length, rows: await withCandidates(db, plan, page) };
};

export const listPlanClasses = (
  plan: MarksPlan,
  { search, sort, offset, limit }: Asked<'marks.listPlanClasses'>,
): OperationOutput<'marks.listPlanClasses'> => {
  const wanted = fold(search);
  const found = plan.states
    .filter(({ name }) => fold(name).includes(wanted))
    .toSorted(
      (a, b) =>
        (compareClassNames(a.name, b.name) || a.startYear - b.startYear) *
        (sort?.descending ? -1 : 1),
    );
  return {
    total: found.length,
    rows: found.slice(offset, offset + limit).map((state) => ({
      className: state.name,
      schoolYear: schoolYearTitle(state.startYear),
      ...countsOfClass(plan, state),
    })),
  };
};
