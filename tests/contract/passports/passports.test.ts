import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSmallSchool, type SmallSchool } from '../../support/small-school.ts';

const password = 'Синий трактор 12';
const passport = { series: '1499', number: '730518', issuedBy: 'ОВД тайного района' };

let school: SmallSchool;
let senior = 0;

beforeEach(async () => {
  school = await openSmallSchool();
  const { call } = school.office;
  await call('lock.setPassword', { password, repeat: password });
  const { id: classId } = await call('people.saveClass', { id: null, parallel: 11, letter: 'А' });
  senior = (
    await call('people.saveStudent', {
      id: null,
      lastName: 'Орлов',
      firstName: 'Илья',
      middleName: 'Олегович',
      birthDate: '2008-04-01',
      sex: 'male',
      enrol: { classId, startsOn: '2025-09-01' },
    })
  ).id;
});
afterEach(() => school.office.close());

test('only class 11 has passport data, read only by opening the card', async () => {
  const { call, refusal } = school.office;
  const { code, fields } = await refusal('passports.save', { studentId: school.anna, ...passport });
  expect([code, fields[0]?.path]).toEqual(['passport-class-only-11', 'studentId']);
  await call('passports.save', { studentId: senior, ...passport });
  const { rows } = await call('passports.list', {});
  expect(rows.map(({ studentName, hasPassport }) => [studentName, hasPassport])).toEqual([
    ['Орлов Илья Олегович', true],
  ]);
  expect(JSON.stringify(rows)).not.toContain(passport.number);
  expect(await call('passports.card', { studentId: senior })).toEqual({
    ...passport,
    issuedOn: null,
  });
  await call('lock.lock', {});
  expect((await refusal('passports.card', { studentId: senior })).code).toBe('locked');
});

test('nothing of it is readable at rest, and a merged card still opens', async () => {
  const { call, folder } = school.office;
  await call('passports.save', { studentId: senior, ...passport });
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (name.isFile())
      expect(readFileSync(join(name.parentPath, name.name)).includes(passport.number)).toBe(false);
  const { id: twin } = await call('people.saveStudent', {
    id: null,
    lastName: 'Орлов',
    firstName: 'Илья',
    middleName: null,
    birthDate: null,
    sex: null,
    address: null,
  });
  await call('people.mergeStudents', { keep: twin, drop: senior, takeFromDropped: [] });
  expect((await call('passports.card', { studentId: twin })).number).toBe(passport.number);
});

test('a purge destroys everything for ever and leaves a protocol without the data', async () => {
  const { call, command, refusal, office } = school.office;
  expect((await refusal('passports.purge', { on: '2026-03-16', reason: 'экзамены' })).code).toBe(
    'passports-nothing',
  );
  await call('passports.save', { studentId: senior, ...passport });
  expect((await refusal('passports.purge', { on: '2026-03-17', reason: 'экзамены' })).code).toBe(
    'purge-in-future',
  );
  const { data, auditId } = await command('passports.purge', {
    on: '2026-03-16',
    reason: 'завершение государственной итоговой аттестации',
  });
  expect(data.students).toBe(1);
  expect((await refusal('audit.undo', { id: auditId })).code).toBe('not-undoable');
  expect((await refusal('passports.card', { studentId: senior })).code).toBe('passport-none');
  const { document } = await call('passports.printProtocol', { id: data.id });
  const { handle } = await call('printing.html', { document });
  const html = readFileSync((await office.locate(handle)).path, 'utf8');
  expect(html).toContain('Орлов Илья Олегович');
  expect(html).not.toContain(passport.number);
  expect((await call('passports.purges', {})).purges).toMatchObject([{ students: 1 }]);
});
