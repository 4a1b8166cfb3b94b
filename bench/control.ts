/**
 * Control over 1.5 million marks through the core, beside the same SQL statements prepared once
 * and run on better-sqlite3 directly.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { callTyped } from '../src-main/app/office.ts';
import type { OperationInput } from '../src-main/contract/operations.ts';
import { operations } from '../src-main/contract/operations.ts';
import { connect } from '../src-main/database/connections.ts';
import { lessonPage } from '../src-main/features/control/lessons-list.ts';
import { markPage } from '../src-main/features/control/marks-list.ts';
import { readPairs } from '../src-main/features/control/pairs.ts';
import { scopeOf } from '../src-main/features/control/scope.ts';
import { controlFolder } from './support/control-school.ts';
import { p95, side } from './support/measure.ts';
import { openBenchOffice } from './support/office.ts';
import type { Knex } from 'knex';
import type { Office } from '../src-main/app/office.ts';

const today = '2026-03-02';
const year = { from: '2025-09-01', to: '2026-05-26' };
const term = { from: '2026-01-12', to: '2026-03-27' };
const names = ['гончаров', 'зайцев имяа', 'предмет 7', '8а', 'учителевб'];

type MarkQuestion = OperationInput<'control.listLateMarks'>;
type LessonQuestion = OperationInput<'control.listLessons'>;

const markLists: Readonly<Record<string, (index: number) => MarkQuestion>> = {
  late: (index) => ({ filters: year, offset: (index * 97) % 9000, limit: 100 }),
  'late-search': (index) => ({
    filters: term,
    search: names[index % names.length] ?? '',
    limit: 100,
  }),
};
const lessonLists: Readonly<Record<string, (index: number) => LessonQuestion>> = {
  lessons: (index) => ({
    filters: { ...year, fault: 'no-homework' },
    offset: (index * 97) % 4000,
    limit: 100,
  }),
};

interface Case {
  readonly runs: number;
  readonly ask: (office: Office, index: number) => Promise<unknown>;
  /** The part of the answer that is SQL. */
  readonly read: (db: Knex, index: number) => Promise<unknown>;
}

const marksCase = (ask: (index: number) => MarkQuestion): Case => ({
  runs: 200,
  ask: (office, index) => callTyped(office, 'control.listLateMarks', ask(index)),
  read: (db, index) =>
    markPage(db, operations['control.listLateMarks'].input.parse(ask(index)), today),
});
const lessonsCase = (ask: (index: number) => LessonQuestion): Case => ({
  runs: 200,
  ask: (office, index) => callTyped(office, 'control.listLessons', ask(index)),
  read: (db, index) =>
    lessonPage(db, operations['control.listLessons'].input.parse(ask(index)), today),
});
const overviewCase = (period: typeof term): Case => ({
  runs: 20,
  ask: (office) => callTyped(office, 'control.overview', { by: 'teacher', ...period }),
  read: (db) => readPairs(db, scopeOf(period, today)),
});

const cases: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(Object.entries(markLists).map(([name, ask]) => [name, marksCase(ask)])),
  ...Object.fromEntries(Object.entries(lessonLists).map(([name, ask]) => [name, lessonsCase(ask)])),
  term: overviewCase(term),
  year: overviewCase(year),
  heat: {
    runs: 20,
    ask: (office) =>
      callTyped(office, 'control.heatMap', { by: 'class', measure: 'late', ...year }),
    read: (db) => readPairs(db, scopeOf(year, today)),
  },
};

const chosen = cases[process.argv[3] ?? 'late'];
if (!chosen) throw new Error(Object.keys(cases).join(', '));
const folder = await controlFolder();

interface Statement {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** The statements each question runs, caught once from knex. */
const caughtStatements = async (): Promise<readonly (readonly Statement[])[]> => {
  const db = connect(join(folder, 'office.sqlite'), 'reader');
  let caught: Statement[] = [];
  db.on('query', ({ sql, bindings }: Statement) => caught.push({ sql, bindings }));
  const all: (readonly Statement[])[] = [];
  for (let index = 0; index < chosen.runs; index += 1) {
    await chosen.read(db, index);
    all.push(caught);
    caught = [];
  }
  await db.destroy();
  return all;
};

if (side() === 'baseline') {
  const distinct = await caughtStatements();
  const db = new Database(join(folder, 'office.sqlite'), { readonly: true });
  db.pragma('cache_size = -32000');
  const prepared = new Map<string, Database.Statement>();
  const statement = (sql: string): Database.Statement => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  await p95(chosen.runs, (index) => {
    for (const { sql, bindings } of distinct[index] ?? []) statement(sql).all(...bindings);
  });
  db.close();
} else {
  const office = await openBenchOffice(folder);
  await p95(chosen.runs, (index) => chosen.ask(office, index));
  await office.close();
}
