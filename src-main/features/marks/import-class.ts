import type { Knex } from 'knex';
import { className } from '../../domain/classes.ts';
import { personKey } from '../../domain/names.ts';
import type { RecognisedMarks } from '../../spreadsheets/marks/recognised.ts';

/**
 * The class of a file that does not name it (a printed journal, formats.md D): the one whose pupils
 * stand in it. Only a class that holds nearly all the names, while no other holds more than a few,
 * is taken; otherwise a person is asked.
 */

const fewest = 5;
const enough = 0.8;
const fewOthers = 0.2;

export type ClassFinder = (marks: RecognisedMarks) => Promise<string | null>;

type Members = ReadonlyMap<string, ReadonlySet<string>>;

const membersOfYear = async (db: Knex, startYear: number): Promise<Members> => {
  const rows: { parallel: number; letter: string; search: string }[] = await db({ e: 'enrolments' })
    .join({ s: 'students' }, 's.id', 'e.student_id')
    .join({ c: 'classes' }, 'c.id', 'e.class_id')
    .join({ y: 'school_years' }, 'y.id', 'c.school_year_id')
    .where('y.starts_on', `${startYear}-09-01`)
    .select('c.parallel', 'c.letter', 's.search');
  const members = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = row.search.split(' ').toSorted().join(' ');
    const name = className(row);
    const known = members.get(name);
    if (known) known.add(key);
    else members.set(name, new Set([key]));
  }
  return members;
};

const bestOf = (members: Members, names: ReadonlySet<string>): string | null => {
  const shares = [...members]
    .map(([name, keys]) => ({
      name,
      share: [...names].filter((key) => keys.has(key)).length / names.size,
    }))
    .toSorted((a, b) => b.share - a.share);
  const [best, next] = shares;
  if (names.size < fewest || !best || best.share < enough) return null;
  return (next?.share ?? 0) > fewOthers ? null : best.name;
};

/** Reads the classes of a year once for all files. */
export const classFinder = (db: Knex, usualYear: number): ClassFinder => {
  const years = new Map<number, Members>();
  return async ({ pupils, schoolYear }) => {
    const startYear = schoolYear ?? usualYear;
    const members = years.get(startYear) ?? (await membersOfYear(db, startYear));
    years.set(startYear, members);
    return bestOf(members, new Set(pupils.map(personKey)));
  };
};

/** The file with its nameless class named. */
export const withClass = (marks: RecognisedMarks, name: string): RecognisedMarks => {
  const named = <T extends { readonly className: string }>(one: T): T =>
    one.className === '' ? { ...one, className: name } : one;
  return {
    ...marks,
    classNames: [...new Set([...marks.classNames, name])],
    pupils: marks.pupils.map(named),
    lessons: marks.lessons.map(named),
  };
};

export const namesNoClass = ({ pupils, lessons }: RecognisedMarks): boolean =>
  pupils.some(({ className: name }) => name === '') ||
  lessons.some(({ className: name }) => name === '');
