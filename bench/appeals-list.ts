/**
 * Pages of the journal over 100,000 appeals through the core, beside the same SQL statements
 * prepared once and run on better-sqlite3 directly.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { callTyped } from '../src-main/app/office.ts';
import type { OperationInput } from '../src-main/contract/operations.ts';
import { connect } from '../src-main/database/connections.ts';
import { appealsPage } from '../src-main/features/appeals/list.ts';
import { operations } from '../src-main/contract/operations.ts';
import { appealsFolder } from './support/appeals-database.ts';
import { p95, side } from './support/measure.ts';
import { openBenchOffice } from './support/office.ts';

type Question = OperationInput<'appeals.list'>;

const searches = ['зай', 'иван', 'королев мария', 'пифагора', 'белоус', 'гончаров глеб'];
const classes = ['5А', '8А', '9А', '11А', '3А', '6А'];

/** A new offset, word or filter on every run, as a person's scrolling and typing would ask. */
const questions: Record<string, (index: number) => Question> = {
  page: (index) => ({ offset: (index * 970) % 99_000, limit: 100 }),
  search: (index) => ({ search: searches[index % searches.length] ?? '', limit: 100 }),
  filter: (index) => ({
    filters: {
      className: classes[index % classes.length],
      open: index % 2 === 0,
      year: 2017 + (index % 10),
    },
    limit: 100,
  }),
};

const runs = 300;
const ask = questions[process.argv[3] ?? 'page'];
if (!ask) throw new Error('page, search or filter');
const folder = await appealsFolder(100_000);

interface Statement {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** The statements the repository runs for each question, caught once from knex. */
const caughtStatements = async (): Promise<readonly (readonly Statement[])[]> => {
  const db = connect(join(folder, 'office.sqlite'), 'reader');
  let caught: Statement[] = [];
  db.on('query', ({ sql, bindings }: Statement) => caught.push({ sql, bindings }));
  const all: (readonly Statement[])[] = [];
  for (let index = 0; index < runs; index += 1) {
    await appealsPage(db, operations['appeals.list'].input.parse(ask(index)), '2026-03-02');
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
  await p95(runs, (index) => {
    for (const { sql, bindings } of distinct[index] ?? []) statement(sql).all(...bindings);
  });
  db.close();
} else {
  const office = await openBenchOffice(folder);
  await p95(runs, (index) => callTyped(office, 'appeals.list', ask(index)));
  await office.close();
}
