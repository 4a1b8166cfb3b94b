import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { guardianFinder, studentFinder } from '../../src-main/domain/credential-matching.ts';
import type {
  KnownGuardian,
  KnownStudent,
  Match,
} from '../../src-main/domain/credential-matching.ts';
import { declineName } from '../../src-main/domain/declension.ts';
import { fullName, personKey } from '../../src-main/domain/names.ts';
import { recogniseCredentials } from '../../src-main/spreadsheets/credentials/recognise-credentials.ts';
import { recognisePeople } from '../../src-main/spreadsheets/people/recognise-people.ts';
import { readWorkbook } from '../../src-main/spreadsheets/read-workbook.ts';
import { schoolFile } from '../support/fixtures.ts';

const open = async (name: string) => readWorkbook(await readFile(schoolFile(name)));

const people = recognisePeople(await open('kontingent.xlsx')).students;
const students: readonly KnownStudent[] = people.map((one, at) => ({ ...one, id: at + 1 }));
const idOf = new Map(
  students.map((one) => [`${personKey(one)}|${one.className}|${one.birthDate}`, one.id]),
);

const knownGuardians = async (): Promise<readonly KnownGuardian[]> => {
  const pairs = recognisePeople(await open('roditeli-1251.csv')).guardians;
  const groups = Map.groupBy(pairs, (one) => `${personKey(one)}|${one.phone}`);
  return [...groups.values()].flatMap((group, at) => {
    const [first] = group;
    const studentIds = group.flatMap(
      ({ student }) =>
        idOf.get(`${personKey(student)}|${student.className}|${student.birthDate}`) ?? [],
    );
    return first ? [{ ...first, id: at + 1, studentIds }] : [];
  });
};

const counted = (matches: readonly Match[]) => ({
  exact: matches.filter((one) => one.status === 'exact').length,
  doubtful: matches.filter((one) => one.status === 'doubtful').length,
  none: matches.filter((one) => one.status === 'none').length,
});

describe('the invented school', () => {
  test('every student is found; full namesakes are asked, the right class first', async () => {
    const find = studentFinder(students);
    const { rows } = recogniseCredentials(await open('logins-ucheniki.txt'));
    const matches = rows.map((row) => ({ row, match: find(row) }));
    const namesakes = rows.filter(
      (row) => students.filter((one) => personKey(one) === personKey(row)).length > 1,
    );
    expect(namesakes.length).toBeGreaterThan(1);
    expect(counted(matches.map((one) => one.match))).toEqual({
      exact: rows.length - namesakes.length,
      doubtful: namesakes.length,
      none: 0,
    });
    for (const { row, match } of matches) {
      const first = students.find((one) => one.id === match.candidates[0]?.personId);
      expect([first && fullName(first), first?.className]).toEqual([fullName(row), row.className]);
    }
  });

  test('every guardian is found through the child', async () => {
    const find = guardianFinder(await knownGuardians(), students);
    const { rows } = recogniseCredentials(await open('logins-roditeli.csv'));
    const found = counted(rows.map((row) => find(row)));
    expect(found.none).toBe(0);
    expect(found.exact + found.doubtful).toBe(1013);
    expect(found.exact).toBeGreaterThan(1000);
  });

  test('most names of a school need no question', () => {
    const asked = people.filter((one) => declineName(one, 'genitive', one.sex).doubtful);
    expect(asked.length).toBeLessThan(people.length * 0.05);
  });
});
