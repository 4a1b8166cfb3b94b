import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { overwrites } from '../../src-main/app/overwrites.ts';
import type { CommandName } from '../../src-main/app/overwrites.ts';
import { operations } from '../../src-main/contract/operations.ts';
import type { OperationName } from '../../src-main/contract/operations.ts';
import type { SmallSchool } from '../support/small-school.ts';
import { openSmallSchool } from '../support/small-school.ts';
import { versionNow } from '../support/read-version.ts';

/** Two windows: what one has changed since the other read it is never overwritten silently. */

let school: SmallSchool;
beforeEach(async () => {
  school = await openSmallSchool();
});
afterEach(() => school.office.close());

const now = () => versionNow((name, input) => school.office.office.call(name, input));

const anna = (address: string | null) => ({
  id: school.anna,
  lastName: 'Иванова',
  firstName: 'Анна',
  middleName: 'Сергеевна',
  birthDate: null,
  sex: null,
  address,
});

interface Case {
  readonly name: CommandName;
  readonly first: () => Promise<Record<string, unknown>> | Record<string, unknown>;
  readonly second: (first: Record<string, unknown>) => Record<string, unknown>;
}

const plan = async () => {
  const {
    id: _id,
    title: _t,
    startsOn: _s,
    endsOn: _e,
    ...rest
  } = await school.office.call('calendar.get', { startYear: 2025 });
  return rest;
};

const cases: readonly Case[] = [
  {
    name: 'people.saveStudent',
    first: () => anna('ул. Мира, 1'),
    second: () => anna('ул. Мира, 2'),
  },
  {
    name: 'people.saveGuardian',
    first: () => ({ id: school.annaMother, lastName: 'Иванова', firstName: 'Алёна', phone: null }),
    second: (first) => ({ ...first, email: 'a@example.ru' }),
  },
  {
    name: 'people.saveTeacher',
    first: () => ({
      id: school.teacher,
      lastName: 'Белова',
      firstName: 'Ольга',
      middleName: 'Игоревна',
      assignments: [{ classId: school.class8, subject: 'Алгебра' }],
    }),
    second: (first) => ({ ...first, assignments: [] }),
  },
  {
    name: 'people.saveClass',
    first: () => ({ id: school.class8, parallel: 8, letter: 'А', programmeName: 'АООП' }),
    second: (first) => ({ ...first, programmeName: null }),
  },
  {
    name: 'people.linkGuardian',
    first: () => ({
      studentId: school.anna,
      guardianId: school.annaMother,
      relation: 'guardian',
    }),
    second: (first) => ({ ...first, relation: 'proxy' }),
  },
  {
    name: 'appeals.update',
    first: async () => ({
      id: (await school.register()).id,
      guardianId: school.annaMother,
      subject: 'Алгебра',
      lessonTopic: 'Корни',
      channel: 'phone',
      dueOn: '2026-03-30',
    }),
    second: (first) => ({ ...first, lessonTopic: 'Степени' }),
  },
  {
    name: 'resources.save',
    first: async () => ({
      id: await school.resource(),
      title: 'Один',
      subject: 'Алгебра',
      parallel: 8,
      topic: 'Корни',
      url: 'https://portal.example/1',
      postedOn: '2026-03-11',
    }),
    second: (first) => ({ ...first, title: 'Другой' }),
  },
  {
    name: 'settings.saveAppealRules',
    first: () => ({ daysToClose: 5, portalName: 'Портал' }),
    second: () => ({ daysToClose: 9, portalName: 'Портал' }),
  },
  {
    name: 'calendar.saveYear',
    first: async () => ({ ...(await plan()), holidays: [] }),
    second: (first) => ({ ...first, movedDays: [] }),
  },
  {
    name: 'statements.saveNameCases',
    first: () => ({
      kind: 'student',
      id: school.anna,
      genitive: 'Ивановой Анны',
      dative: null,
      notDeclined: false,
    }),
    second: (first) => ({ ...first, genitive: 'Иванову Анну' }),
  },
  {
    name: 'lists.saveView',
    first: () => ({ list: 'people', name: 'Мой вид', state: { search: 'а' } }),
    second: (first) => ({ ...first, state: { search: 'б' } }),
  },
  {
    name: 'marks.saveLesson',
    first: async () => {
      const lesson = { classId: school.class8, subject: 'Алгебра', date: '2026-03-10' };
      const { id } = await school.office.call('marks.saveLesson', { id: null, ...lesson });
      return { id, ...lesson, topic: 'Корни' };
    },
    second: (first) => ({ ...first, topic: 'Степени' }),
  },
  {
    name: 'marks.saveCodeTable',
    first: () => ({ id: 1, name: 'Обычные коды', codes: [{ code: 'Н', meaning: 'absent' }] }),
    second: (first) => ({ ...first, codes: [] }),
  },
];

describe.each(cases)('$name', ({ name, first, second }) => {
  const raw = (input: unknown) => school.office.office.call(name, input);
  test('the second window is refused and nothing of it is stored', async () => {
    const mine = await first();
    const version = await now();
    const saved = await raw({ ...mine, version });
    expect(saved).toMatchObject({ ok: true });
    const before = await now();
    const error = await school.office.refusal(name, { ...second(mine), version });
    expect(error.code).toBe('stale-version');
    expect(error.message).toMatch(/изменена .*\(секретарь\)/u);
    expect(await now()).toBe(before);
  });

  test('without a version a stored record is refused; with a fresh one it is saved', async () => {
    const mine = await first();
    expect(await raw({ ...mine, version: await now() })).toMatchObject({ ok: true });
    const error = await school.office.refusal(name, { ...second(mine), version: null });
    expect(error.code).toBe('stale-version');
    expect(await raw({ ...second(mine), version: await now() })).toMatchObject({ ok: true });
  });
});

test('an undo is a change as well, and a version never comes back', async () => {
  const version = await now();
  const { auditId } = await school.office.command('people.saveStudent', anna('ул. Мира, 1'));
  await school.office.call('audit.undo', { id: auditId });
  const error = await school.office.refusal('people.saveStudent', { ...anna('х'), version });
  expect(error.code).toBe('stale-version');
});

test('a row changed since is not removed; one removed since is not saved', async () => {
  const id = await school.resource();
  const version = await now();
  const { office } = school;
  const fields = {
    title: 'Другой',
    subject: 'Алгебра',
    parallel: 8,
    topic: 'Корни',
    url: 'https://portal.example/2',
    postedOn: '2026-03-11',
  };
  await office.call('resources.save', { id, ...fields });
  expect((await office.refusal('resources.delete', { id, version })).code).toBe('stale-version');
  const seen = await now();
  await office.call('resources.delete', { id });
  const error = await office.refusal('resources.save', { id, ...fields, version: seen });
  expect([error.code, error.message]).toEqual([
    'stale-version',
    expect.stringContaining('Запись удалена'),
  ]);
});

test('another record changed since, or another part of the card, is no obstacle', async () => {
  const version = await now();
  const { office, petr, class9 } = school;
  await office
    .call('people.transfer', {
      studentId: petr,
      classId: class9,
      startsOn: '2026-03-01',
    })
    .catch(() => undefined);
  await office.call('people.saveGuardian', {
    id: school.annaMother,
    lastName: 'Иванова',
    firstName: 'Алёна',
  });
  await office.call('people.saveStudent', { ...anna('ул. Мира, 3'), version });
});

test('a version of another folder has seen nothing', async () => {
  const error = await school.office.refusal('people.saveStudent', {
    ...anna('ул. Мира, 1'),
    version: 1_000_000,
  });
  expect(error.code).toBe('stale-version');
});

test('every command is decided, and one that overwrites takes what was read', () => {
  const commands = Object.entries(operations).filter(([, { kind }]) => kind === 'command');
  expect(Object.keys(overwrites).toSorted()).toEqual(commands.map(([name]) => name).toSorted());
  for (const [name, { input }] of commands) {
    const decision = overwrites[name as CommandName];
    const takes = 'shape' in input && 'version' in input.shape;
    expect([name as OperationName, takes]).toEqual([name, typeof decision === 'object']);
  }
});
