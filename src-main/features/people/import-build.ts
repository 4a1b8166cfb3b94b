import type { Knex } from 'knex';
import { compareClassNames } from '../../domain/classes.ts';
import type { RecognisedPeople, Rejected } from '../../spreadsheets/people/recognised.ts';
import { planGuardians } from './import-guardians.ts';
import type { PlanItem } from './import-plan.ts';
import type { RelationChoices } from './import-relations.ts';
import { rejectedItem } from './import-plan.ts';
import { readClasses, readGuardians, readStudents, readTeachers } from './import-store.ts';
import { planStudents } from './import-students.ts';
import { planTeachers } from './import-teachers.ts';
import type { ImportYear } from './import-year.ts';

export interface BuiltPlan {
  /** In the order of the file. */
  readonly items: readonly PlanItem[];
  readonly newClasses: readonly string[];
  readonly notInFile: number;
}

const itemsOf = async (
  db: Knex,
  people: RecognisedPeople,
  year: ImportYear,
  relations: RelationChoices,
): Promise<{ readonly items: readonly PlanItem[]; readonly notInFile: number }> => {
  if (people.kind === 'teachers') {
    const store = await readTeachers(db, year.onDate);
    return { items: planTeachers(people.teachers, store), notInFile: 0 };
  }
  const students = await readStudents(db, year.to);
  if (people.kind !== 'guardians') return planStudents(people.students, students, year);
  const guardians = await readGuardians(db, students);
  return { items: planGuardians(people.guardians, students, guardians, relations), notInFile: 0 };
};

/** Warnings of the reader join the row they speak of. */
const withWarnings = (
  items: readonly PlanItem[],
  warnings: readonly Rejected[],
): readonly PlanItem[] => {
  if (warnings.length === 0) return items;
  const byRow = Map.groupBy(warnings, ({ where }) => `${where.sheet}!${where.row}`);
  return items.map((item) => {
    const own = byRow.get(`${item.where.sheet}!${item.where.row}`);
    return own ? { ...item, warnings: [...item.warnings, ...own.map((one) => one.message)] } : item;
  });
};

const inFileOrder = (items: readonly PlanItem[]): readonly PlanItem[] => {
  const sheets = new Map<string, number>();
  for (const { where } of items) if (!sheets.has(where.sheet)) sheets.set(where.sheet, sheets.size);
  return items.toSorted(
    (a, b) =>
      (sheets.get(a.where.sheet) ?? 0) - (sheets.get(b.where.sheet) ?? 0) ||
      a.where.row - b.where.row,
  );
};

const classNamesOf = (people: RecognisedPeople): ReadonlySet<string> =>
  new Set([
    ...people.students.map(({ className }) => className),
    ...people.teachers.flatMap(({ assignments, classTeacherOf }) => [
      ...classTeacherOf,
      ...assignments.flatMap(({ classNames }) => classNames),
    ]),
  ]);

/** Compares the file with what is stored; reads only. */
export const buildPlan = async (
  db: Knex,
  people: RecognisedPeople,
  year: ImportYear,
  relations: RelationChoices,
): Promise<BuiltPlan> => {
  const { items, notInFile } = await itemsOf(db, people, year, relations);
  const known = await readClasses(db, year.onDate);
  const newClasses = [...classNamesOf(people)].filter((name) => !known.has(name));
  return {
    items: inFileOrder([
      ...withWarnings(items, people.warnings),
      ...people.rejected.map(rejectedItem),
    ]),
    newClasses: newClasses.sort(compareClassNames),
    notInFile,
  };
};
