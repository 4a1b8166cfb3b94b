import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSmallSchool, type SmallSchool } from '../../support/small-school.ts';

let school: SmallSchool;
let id: number;

beforeEach(async () => {
  school = await openSmallSchool();
  ({ id } = await school.register());
});
afterEach(() => school.office.close());

const card = () => school.office.call('appeals.card', { id });
const said = async () => (await card()).resources.map(({ prepared }) => prepared);
const status = async () => (await card()).appeal.status;
const code = async (name: Parameters<SmallSchool['office']['refusal']>[0], input: object) =>
  (await school.office.refusal(name, input)).code;

const newResource = {
  title: 'Видеоурок',
  subject: 'Алгебра',
  parallel: 8,
  topic: 'Квадратные уравнения',
  url: 'https://portal.example/video',
  postedOn: '2026-03-12',
};

describe('the way of S1', () => {
  test('found on the portal: linked at once, then closed with a result', async () => {
    const { office } = school;
    const resourceId = await school.resource();
    await office.call('appeals.recordPortalCheck', {
      id,
      on: '2026-03-11',
      found: true,
      resourceId,
    });
    expect(await status()).toBe('resource-found');
    const closing = { id, on: '2026-03-12', result: 'Ссылка дана по телефону' };
    await office.call('appeals.close', closing);
    const { appeal, resources, history, allowed } = await card();
    expect(appeal).toMatchObject({
      status: 'closed',
      closedOn: '2026-03-12',
      result: 'Ссылка дана по телефону',
      portalCheckedOn: '2026-03-11',
      resourceCount: 1,
    });
    expect(resources).toMatchObject([{ id: resourceId, givenOn: '2026-03-11', appealCount: 1 }]);
    expect(history.map(({ operation }) => operation)).toEqual([
      'appeals.close',
      'appeals.recordPortalCheck',
      'appeals.register',
    ]);
    expect(history[0]?.changes).toContainEqual({
      column: 'status',
      before: 'resource-found',
      after: 'closed',
    });
    expect(allowed).toMatchObject({ edit: false, close: false, reopen: true, annul: false });
  });

  test('not found: a teacher prepares, hours are kept, the posted resource is given', async () => {
    const { office, otherTeacher } = school;
    await office.call('appeals.recordPortalCheck', { id, on: '2026-03-11', found: false });
    expect(await status()).toBe('registered');
    await office.call('appeals.assignPreparer', { id, teacherId: otherTeacher });
    expect(await status()).toBe('in-preparation');
    await office.call('resources.saveWorkEntry', {
      teacherId: otherTeacher,
      appealId: id,
      workedOn: '2026-03-12',
      quarterHours: 6,
      kind: 'preparation',
    });
    await office.call('appeals.postResource', {
      id,
      resource: { ...newResource, authorId: otherTeacher },
      givenOn: '2026-03-13',
      prepared: true,
    });
    const { appeal, workEntries } = await card();
    expect(appeal).toMatchObject({
      status: 'resource-found',
      quarterHours: 6,
      resourceCount: 1,
      preparerName: 'Жукова Ольга Игоревна',
    });
    expect(workEntries[0]?.appealTitle).toBe('№ 1 от 10.03.2026, Иванова Анна Сергеевна');
  });

  test('a new resource of the portal check is stored and linked together', async () => {
    const on = '2026-03-12';
    const { resourceId } = await school.office.call('appeals.recordPortalCheck', {
      id,
      on,
      found: true,
      resource: newResource,
    });
    expect((await card()).resources[0]).toMatchObject({ id: resourceId, title: 'Видеоурок' });
  });

  test('closing without a resource must be said', async () => {
    const { office } = school;
    const closing = { id, on: '2026-03-12', result: 'Родитель отказался от помощи' };
    expect(await code('appeals.close', closing)).toBe('appeal-no-resource');
    expect(await code('appeals.close', { ...closing, withoutResource: true })).toBe(
      'appeal-step-refused',
    );
    await office.call('appeals.recordPortalCheck', { id, on: '2026-03-12', found: false });
    await office.call('appeals.close', { ...closing, withoutResource: true });
    expect(await status()).toBe('closed');
  });

  test('reopening goes back to what was done and clears the result', async () => {
    const { office, teacher } = school;
    const resourceId = await school.resource();
    await office.call('appeals.assignPreparer', { id, teacherId: teacher });
    await office.call('appeals.linkResource', {
      id,
      resourceId,
      givenOn: '2026-03-12',
      prepared: false,
    });
    await office.call('appeals.close', { id, on: '2026-03-12', result: 'Дано' });
    await office.call('appeals.reopen', { id });
    expect((await card()).appeal).toMatchObject({
      status: 'resource-found',
      result: null,
      closedOn: null,
    });
    await office.call('appeals.unlinkResource', { id, resourceId });
    expect(await status()).toBe('in-preparation');
  });

  test('annulment keeps the row and the number; undo of a step gives it back', async () => {
    const { office } = school;
    const { auditId } = await office.command('appeals.annul', { id, reason: 'внесено дважды' });
    expect((await card()).appeal).toMatchObject({
      status: 'annulled',
      annulReason: 'внесено дважды',
    });
    expect(await code('appeals.assignPreparer', { id, teacherId: school.teacher })).toBe(
      'appeal-annulled',
    );
    await office.call('audit.undo', { id: auditId });
    expect(await status()).toBe('registered');
  });
});

describe('refusals store nothing', () => {
  test.each([
    ['a day before the appeal', { on: '2026-03-09', found: false }, 'appeal-date-wrong'],
    ['a day to come', { on: '2026-03-17', found: false }, 'appeal-date-wrong'],
    ['found without a resource', { on: '2026-03-11', found: true }, 'appeal-resource-missing'],
    [
      'not found with a resource',
      { on: '2026-03-11', found: false, resource: newResource },
      'appeal-resource-unexpected',
    ],
    ['an unknown resource', { on: '2026-03-11', found: true, resourceId: 77 }, 'resource-unknown'],
    [
      'an address that is no URL',
      { on: '2026-03-12', found: true, resource: { ...newResource, url: 'портал/урок' } },
      'resource-url-invalid',
    ],
  ])('portal check: %s', async (_name, change, expected) => {
    const refusal = await school.office.refusal('appeals.recordPortalCheck', { id, ...change });
    expect(refusal.code).toBe(expected);
    if (expected === 'resource-url-invalid') expect(refusal.fields[0]?.path).toBe('resource.url');
    expect((await school.office.call('resources.list', {})).total).toBe(0);
    expect((await card()).appeal.portalCheckedOn).toBeNull();
    expect(school.office.bugs).toEqual([]);
  });

  test('what stood on the portal before the appeal was not prepared for it', async () => {
    const { office } = school;
    const resourceId = await school.resource({ postedOn: '2026-03-09' });
    const link = { id, resourceId, givenOn: '2026-03-12' };
    expect(await code('appeals.linkResource', { ...link, prepared: true })).toBe(
      'resource-before-appeal',
    );
    await office.call('appeals.linkResource', { ...link, prepared: false });
    const mark = { id, resourceId, prepared: true };
    expect(await code('appeals.setPrepared', mark)).toBe('resource-before-appeal');
  });

  test('prepared or ready is said, corrected, and needs an author', async () => {
    const { office } = school;
    const nobody = await school.resource({ authorId: null });
    const link = { id, resourceId: nobody, givenOn: '2026-03-12' };
    const refusal = await office.refusal('appeals.linkResource', { ...link, prepared: true });
    expect(refusal).toMatchObject({
      code: 'resource-author-needed',
      fields: [{ path: 'prepared' }],
    });
    await office.call('appeals.linkResource', { ...link, prepared: false });
    expect(await said()).toEqual([false]);
    const mark = { id, resourceId: nobody, prepared: true };
    expect(await code('appeals.setPrepared', mark)).toBe('resource-author-needed');
    const { resource } = await office.call('resources.card', { id: nobody });
    const { authorName: _name, appealCount: _count, ...fields } = resource;
    await office.call('resources.save', { ...fields, authorId: school.teacher });
    await office.call('appeals.close', { id, on: '2026-03-13', result: 'Дано' });
    const { auditId } = await office.command('appeals.setPrepared', mark);
    expect(await said()).toEqual([true]);
    expect(await code('resources.save', fields)).toBe('resource-author-needed');
    await office.call('audit.undo', { id: auditId });
    expect(await said()).toEqual([false]);
    expect(await code('appeals.setPrepared', { ...mark, resourceId: 999 })).toBe(
      'appeal-resource-not-linked',
    );
  });

  test('a closed appeal changes only after reopening; a twice given resource is refused', async () => {
    const { office, teacher } = school;
    const resourceId = await school.resource();
    const link = { id, resourceId, givenOn: '2026-03-12', prepared: false };
    await office.call('appeals.linkResource', link);
    expect(await code('appeals.linkResource', link)).toBe('appeal-resource-repeated');
    await office.call('appeals.close', { id, on: '2026-03-13', result: 'Дано' });
    expect(await code('appeals.unlinkResource', { id, resourceId })).toBe('appeal-closed');
    expect(await code('appeals.annul', { id, reason: 'ошибка' })).toBe('appeal-closed');
    expect(await code('appeals.assignPreparer', { id, teacherId: teacher })).toBe('appeal-closed');
    expect(
      await code('appeals.update', {
        id,
        guardianId: school.annaMother,
        subject: 'А',
        lessonTopic: 'Б',
        channel: 'visit',
        dueOn: '2026-03-20',
      }),
    ).toBe('appeal-closed');
  });

  test('unknown rows and steps out of turn', async () => {
    expect(await code('appeals.card', { id: 5 })).toBe('appeal-unknown');
    expect(await code('appeals.reopen', { id })).toBe('appeal-not-closed');
    expect(await code('appeals.assignPreparer', { id, teacherId: 999 })).toBe('teacher-unknown');
    expect(await code('appeals.unlinkResource', { id, resourceId: 1 })).toBe(
      'appeal-resource-not-linked',
    );
    expect(await code('appeals.annul', { id, reason: ' ' })).toBe('invalid-input');
  });
});
