import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Families } from './support.ts';
import { addCredential, openFamilies } from './support.ts';

let families: Families;
let own: { young: number; elder: number; mother: number; father: number };

beforeEach(async () => {
  families = await openFamilies();
  const { office, young, elder, mother, father } = families;
  own = {
    young: await addCredential(office, 'student', young, 'anna'),
    elder: await addCredential(office, 'student', elder, 'petr'),
    mother: await addCredential(office, 'guardian', mother, 'mama'),
    father: await addCredential(office, 'guardian', father, 'papa'),
  };
});
afterEach(() => families.office.close());

const call: Families['office']['call'] = (...args) => families.office.call(...args);
const refusal: Families['office']['refusal'] = (...args) => families.office.refusal(...args);
const stateOf = async (id: number) => (await call('credentials.get', { id })).state;

describe('whom it may be handed to (S2 §4)', () => {
  test('below the threshold the guardian receives both, the student nothing', async () => {
    const { young, mother } = families;
    const ids = [own.mother, own.young];
    const refused = await refusal('credentials.issue', {
      ids: [own.young],
      receivedBy: 'student',
      receiverId: young,
    });
    expect(refused.code).toBe('hand-over-refused');
    expect(refused.fields[0]?.message).toContain('До 7-го класса');
    const done = await call('credentials.issue', {
      ids,
      receivedBy: 'guardian',
      receiverId: mother,
      signed: true,
    });
    expect(done).toEqual({ issued: 2, wiped: 2, wipeAfter: null });
  });

  test('from the threshold the student may receive personally; the threshold is a setting', async () => {
    const ask = {
      ids: [own.elder],
      receivedBy: 'student' as const,
      receiverId: families.elder,
      signed: true,
    };
    await call('settings.saveCredentials', { personalFrom: 9, takeBackMinutes: 0 });
    expect((await refusal('credentials.issue', ask)).code).toBe('hand-over-refused');
    await call('settings.saveCredentials', { personalFrom: 8, takeBackMinutes: 0 });
    expect(await call('credentials.issue', ask)).toEqual({ issued: 1, wiped: 1, wipeAfter: null });
    const row = await call('credentials.get', { id: own.elder });
    expect(row).toMatchObject({
      state: 'issued',
      receivedBy: 'student',
      receiverName: 'Ёлкин Пётр Петрович',
      signed: true,
      issuedOn: '2026-03-02',
      hasSecret: false,
    });
  });

  test('nobody receives what belongs to another: all of a set or none', async () => {
    const ids = [own.mother, own.father];
    const refused = await refusal('credentials.issue', {
      ids,
      receivedBy: 'guardian',
      receiverId: families.mother,
    });
    expect(refused).toMatchObject({ code: 'receiver-wrong', fields: [{ path: 'ids.1' }] });
    expect(await stateOf(own.mother)).toBe('new');
    // The father is no guardian of the elder child.
    const strange = await refusal('credentials.issue', {
      ids: [own.elder],
      receivedBy: 'guardian',
      receiverId: families.father,
    });
    expect(strange.code).toBe('receiver-wrong');
    await call('credentials.issue', { ids, receivedBy: 'guardian', receiverId: null });
    expect([await stateOf(own.mother), await stateOf(own.father)]).toEqual(['issued', 'issued']);
  });

  test('the desk shows the family by a word of any name, with reasons', async () => {
    const { families: found } = await call('credentials.queue', { text: 'елк мар' });
    const [elder, young] = found;
    const shown = found.map(({ fullName, credentials }) => [
      fullName,
      credentials.map(({ id }) => id),
    ]);
    expect(shown).toEqual([
      ['Ёлкин Пётр Петрович', [own.elder, own.mother]],
      ['Ёлкина Анна Петровна', [own.young, own.mother, own.father]],
    ]);
    expect(elder?.credentials[0]?.handOver.map(({ allowed }) => allowed)).toEqual([true, true]);
    const both = { allowed: true, reason: expect.stringContaining('и данные ребёнка') as string };
    expect(young?.credentials[0]?.handOver).toMatchObject([both, both, { allowed: false }]);
    expect((await call('credentials.queue', { text: ' ' })).families).toEqual([]);
    expect((await call('credentials.queue', { text: 'нет такого' })).families).toEqual([]);
  });
});

describe('secrets', () => {
  test('without a signature, or by the setting, the secret stays', async () => {
    const issue = (id: number, signed: boolean) =>
      call('credentials.issue', { ids: [id], receivedBy: 'guardian', receiverId: null, signed });
    expect(await issue(own.father, false)).toEqual({ issued: 1, wiped: 0, wipeAfter: null });
    await call('settings.saveCredentials', { wipeAfterIssue: false });
    expect(await issue(own.mother, true)).toEqual({ issued: 1, wiped: 0, wipeAfter: null });
    const shown = await call('credentials.reveal', { id: own.mother });
    expect(shown).toEqual({ login: 'mama', secret: 'тайна-mama' });
  });

  test('a look at the secret is in the history, the secret is not', async () => {
    const { data, auditId } = await families.office.command('credentials.reveal', {
      id: own.young,
    });
    expect(data.secret).toBe('тайна-anna');
    const { changes } = await call('audit.changes', { id: auditId });
    expect(changes).toMatchObject([
      { table: 'credential_events', after: { kind: 'revealed', credential_id: own.young } },
    ]);
    const { events } = await call('credentials.history', { id: own.young });
    expect(events.map(({ kind }) => kind)).toEqual(['received', 'revealed']);
    expect(JSON.stringify([changes, events])).not.toContain('тайна');
  });

  test('issued, re-issued, revoked: the history tells and the state follows', async () => {
    const id = own.mother;
    const given = { ids: [id], receivedBy: 'guardian', receiverId: null, signed: true };
    await call('credentials.issue', { ...given, receivedBy: 'guardian' });
    expect((await refusal('credentials.reveal', { id })).code).toBe('secret-wiped');
    const again = { ids: [id], receivedBy: 'guardian', receiverId: null };
    expect((await refusal('credentials.issue', again)).code).toBe('cannot-issue');
    const early = { id, secret: 'новая', on: '2026-03-01' };
    expect((await refusal('credentials.reissue', early)).code).toBe('dates-out-of-order');
    await call('credentials.reissue', { id, login: 'mama2', secret: 'новая', reason: 'забыла' });
    expect(await call('credentials.get', { id })).toMatchObject({
      state: 'new',
      login: 'mama2',
      hasSecret: true,
      issuedOn: null,
    });
    expect((await call('credentials.reveal', { id })).secret).toBe('новая');
    await call('credentials.revoke', { id, reason: 'передала посторонним' });
    expect((await refusal('credentials.reveal', { id })).code).toBe('secret-wiped');
    expect((await refusal('credentials.revoke', { id, reason: 'ещё раз' })).code).toBe(
      'already-revoked',
    );
    const { events, credential } = await call('credentials.history', { id });
    expect(credential.state).toBe('revoked');
    expect(events.map(({ kind }) => kind)).toEqual([
      'received',
      'issued',
      'wiped',
      'reissued',
      'revealed',
      'revoked',
      'wiped',
    ]);
    expect(events.at(-2)?.reason).toBe('передала посторонним');
  });

  test('a locked program gives nothing out', async () => {
    await call('lock.lock', {});
    for (const name of ['credentials.list', 'credentials.printCards', 'credentials.queue'] as const)
      expect((await refusal(name, {})).code).toBe('locked');
  });
});

describe('by hand', () => {
  const base = { id: null, owner: 'student', kind: 'password', login: 'x', secret: 'y' } as const;

  test('what is missing or taken is said at its field', async () => {
    const ownerId = families.young;
    const cases = [
      [{ ...base, ownerId, login: null }, 'login-needed', 'login'],
      [{ ...base, ownerId, secret: null }, 'secret-needed', 'secret'],
      [{ ...base, ownerId, kind: 'esia' }, 'secret-excess', 'secret'],
      [{ ...base, ownerId, login: 'mama' }, 'login-taken', 'login'],
      [{ ...base, ownerId: 999 }, 'owner-unknown', 'ownerId'],
      [
        { ...base, owner: 'guardian', ownerId: families.father, studentIds: [families.elder] },
        'child-unknown',
        'studentIds',
      ],
      [{ ...base, id: own.young, ownerId: families.elder }, 'owner-changed', 'ownerId'],
    ] as const;
    const before = await call('credentials.list', {});
    for (const [input, code, path] of cases)
      expect(await refusal('credentials.save', input)).toMatchObject({ code, fields: [{ path }] });
    expect(await call('credentials.list', {})).toEqual(before);
  });

  test('who comes in by ЕСИА has no password to show', async () => {
    const esia = { kind: 'esia', login: null, secret: null } as const;
    const { id } = await call('credentials.save', { ...base, ...esia, ownerId: families.young });
    expect((await refusal('credentials.reveal', { id })).code).toBe('secret-none');
  });

  test('a slip is corrected before the issue and taken back by undo', async () => {
    const { auditId } = await families.office.command('credentials.save', {
      ...base,
      id: own.young,
      ownerId: families.young,
      login: 'anna2',
      secret: 'другая',
    });
    expect((await call('credentials.reveal', { id: own.young })).secret).toBe('другая');
    await call('audit.undo', { id: auditId });
    expect(await call('credentials.reveal', { id: own.young })).toEqual({
      login: 'anna',
      secret: 'тайна-anna',
    });
  });

  test('an issued one is neither corrected nor deleted; a wrong one goes with its history', async () => {
    await call('credentials.issue', {
      ids: [own.father],
      receivedBy: 'guardian',
      receiverId: null,
    });
    const input = { ...base, id: own.father, owner: 'guardian', ownerId: families.father };
    const issued = 'credential-issued';
    expect((await refusal('credentials.save', input)).code).toBe(issued);
    expect((await refusal('credentials.delete', { id: own.father })).code).toBe(issued);
    await call('credentials.delete', { id: own.young });
    expect((await refusal('credentials.get', { id: own.young })).code).toBe('credential-unknown');
  });

  test('a person with credentials is not deleted by accident', async () => {
    const refused = await refusal('people.deleteGuardian', { id: families.father });
    expect(refused.code).toBe('row-in-use');
  });
});

test('the report counts by class; a guardian of two classes is one in the total', async () => {
  await call('credentials.issue', { ids: [own.mother], receivedBy: 'guardian', receiverId: null });
  await call('credentials.revoke', { id: own.elder, reason: 'выбыл' });
  const report = await call('credentials.report', {});
  expect(report).toEqual({
    classes: [
      {
        className: '2А',
        students: { total: 1, issued: 0, notIssued: 1, revoked: 0 },
        guardians: { total: 2, issued: 1, notIssued: 1, revoked: 0 },
        withoutCredentials: 0,
      },
      {
        className: '8Б',
        students: { total: 1, issued: 0, notIssued: 0, revoked: 1 },
        guardians: { total: 1, issued: 1, notIssued: 0, revoked: 0 },
        withoutCredentials: 1,
      },
    ],
    students: { total: 2, issued: 0, notIssued: 1, revoked: 1 },
    guardians: { total: 2, issued: 1, notIssued: 1, revoked: 0 },
  });
  expect((await call('credentials.printReport', {})).title).toContain('2 марта 2026');
});

test('the list filters, searches by children too, and never answers a secret', async () => {
  const ids = async (input: object) =>
    (await call('credentials.list', input)).rows.map(({ id }) => id).sort((a, b) => a - b);
  expect(await ids({ filters: { className: '8Б' } })).toEqual([own.elder, own.mother]);
  expect(await ids({ filters: { parallel: 2, owner: 'guardian' } })).toEqual([
    own.mother,
    own.father,
  ]);
  expect(await ids({ search: 'елкина анна' })).toEqual([own.young, own.mother, own.father]);
  expect(await ids({ filters: { studentId: families.elder } })).toEqual([own.elder, own.mother]);
  expect(await ids({ filters: { state: 'issued' } })).toEqual([]);
  const { rows } = await call('credentials.list', {
    sort: { column: 'login', descending: true },
  });
  expect(rows.map(({ login }) => login)).toEqual(['petr', 'papa', 'mama', 'anna']);
  expect(JSON.stringify(rows)).not.toContain('тайна');
});
