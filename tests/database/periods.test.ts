import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsDaySql, overlapSql } from '../../src-main/database/periods.ts';
import type { OpenPeriod } from '../../src-main/domain/dates.ts';
import { contains, overlaps } from '../../src-main/domain/dates.ts';

const day = fc.constantFrom('2024-02-28', '2024-02-29', '2024-03-01', '2024-08-31', '2024-09-01');
const period = fc
  .tuple(day, fc.option(day))
  .filter(([from, to]) => to === null || from <= to)
  .map(([from, to]): OpenPeriod => ({ from, to }));

const row = (name: string): string => `(SELECT ? AS starts_on, ? AS ends_on) ${name}`;

test('SQL tells of periods what the rule tells', () => {
  const database = new Database(':memory:');
  const shared = database.prepare(`SELECT ${overlapSql('a', 'b')} FROM ${row('a')}, ${row('b')}`);
  const held = database.prepare(`SELECT ${holdsDaySql('a')} FROM ${row('a')}`);
  fc.assert(
    fc.property(period, period, day, (a, b, on) => {
      expect(shared.pluck().get(a.from, a.to, b.from, b.to)).toBe(overlaps(a, b) ? 1 : 0);
      expect(held.pluck().get(on, on, a.from, a.to)).toBe(contains(a, on) ? 1 : 0);
    }),
  );
  database.close();
});
