import { beforeEach, describe, expect, test } from 'vitest';
import type { Family } from './family.ts';
import { openFamily } from './family.ts';

/** A statement works from the registration of the signed paper; who may state (S2 §7, §5). */

let family: Family;
let call: Family['school']['office']['call'];

beforeEach(async () => {
  family = await openFamily();
  call = family.school.office.call;
});

const on = (day: string) => ({ date: day, registeredOn: day });
const modeOf = async (guardianId: number, day: string): Promise<string | undefined> => {
  const { parents } = await call('statements.serviceMode', { studentId: family.anna, on: day });
  return parents.find((one) => one.guardianId === guardianId)?.mode.mode;
};
const stateOf = async (id: number) => (await call('statements.card', { id })).statement;
const doubts = async () =>
  (await call('statements.listDoubts', {})).rows.map(({ doubt, studentName }) => [
    doubt,
    studentName,
  ]);
const code = async (...asked: Parameters<typeof family.school.office.refusal>): Promise<string> =>
  (await family.school.office.refusal(...asked)).code;

const comeOfAge = (birthDate: string | null) =>
  call('people.saveStudent', {
    id: family.anna,
    lastName: 'Иванова',
    firstName: 'Анна',
    middleName: 'Сергеевна',
    birthDate,
    sex: 'female',
    address: null,
  });
const access = async () =>
  (await call('statements.ofStudent', { studentId: family.anna })).student.access;

describe('the signed paper', () => {
  test('an unsigned refusal waits in a list and changes nothing; signed, it works from that day', async () => {
    const { id } = await family.register({ signed: false });
    expect((await stateOf(id)).state).toBe('waiting');
    expect(await modeOf(family.mother, '2026-03-15')).toBe('electronic');
    expect(await doubts()).toEqual([['waits', 'Иванова Анна Сергеевна']]);
    await call('statements.markSigned', { id, signedOn: '2026-03-10' });
    expect(await stateOf(id)).toMatchObject({ state: 'standing', inForceFrom: '2026-03-10' });
    expect(await modeOf(family.mother, '2026-03-09')).toBe('electronic');
    expect(await modeOf(family.mother, '2026-03-10')).toBe('paper-refusal');
    // The father has not refused: whether the child gets a login the school is asked.
    expect(await doubts()).toEqual([['access-disputed', 'Иванова Анна Сергеевна']]);
  });

  test('a paper signed before it came works from its registration', async () => {
    const { id } = await family.register({ date: '2026-02-20', registeredOn: '2026-03-05' });
    expect(await stateOf(id)).toMatchObject({ signedOn: '2026-02-20', inForceFrom: '2026-03-05' });
    expect(await modeOf(family.mother, '2026-03-04')).toBe('electronic');
  });

  test('the mark is not taken back from under a later paper', async () => {
    const { id } = await family.register();
    await family.register({ kind: 'annulment', ...on('2026-03-09') });
    expect(await code('statements.markSigned', { id, signedOn: null })).toBe(
      'later-statement-rests-on-it',
    );
  });

  test('a refusal withdrawn while it waited is not signed on a day before that', async () => {
    const { id } = await family.register({ signed: false });
    await call('statements.withdraw', { id, on: '2026-03-10', reason: 'Передумала' });
    expect(await code('statements.markSigned', { id, signedOn: '2026-03-04' })).toBe(
      'withdrawn-unsigned',
    );
    expect(await modeOf(family.mother, '2026-03-05')).toBe('electronic');
    await call('statements.cancelWithdrawal', { id });
    await call('statements.markSigned', { id, signedOn: '2026-03-04' });
    expect(await modeOf(family.mother, '2026-03-05')).toBe('paper-refusal');
  });

  test('nor by undo', async () => {
    const { id } = await family.register({ signed: false });
    const { command, refusal } = family.school.office;
    const { auditId } = await command('statements.markSigned', { id, signedOn: '2026-03-05' });
    await family.register({ kind: 'annulment', ...on('2026-03-09') });
    expect((await refusal('audit.undo', { id: auditId })).code).toBe('later-statement-rests-on-it');
    expect((await stateOf(id)).signedOn).toBe('2026-03-05');
  });

  test('a second paper of the same kind is not taken while the first one waits', async () => {
    await family.register({ signed: false });
    expect((await family.refusal({ ...on('2026-03-09') }))[0]).toBe('same-waits');
  });

  test('the text of an unsigned one is corrected, of a signed one not', async () => {
    const { id } = await family.register({ signed: false, reason: 'так решили' });
    const correction = {
      id,
      date: '2026-03-01',
      reason: 'бумажный дневник удобнее',
      address: 'г. Заречный, ул. Новая, д. 1',
      confirmedDeclensions: true,
    };
    await call('statements.correct', correction);
    const card = await call('statements.card', { id });
    expect(card.statement).toMatchObject({ date: '2026-03-01', number: 1, state: 'waiting' });
    expect(card.content.paragraphs.join(' ')).toContain('бумажный дневник удобнее');
    expect(card.allowed.correct).toBe(true);
    await call('statements.markSigned', { id, signedOn: '2026-03-05' });
    expect(await code('statements.correct', correction)).toBe('statement-signed');
    expect((await call('statements.card', { id })).allowed.correct).toBe(false);
  });
});

describe('who states', () => {
  test('one who does not represent the child may not', async () => {
    await call('people.linkGuardian', {
      guardianId: family.father,
      studentId: family.anna,
      relation: 'not-representative',
    });
    expect((await family.refusal({ guardianId: family.father }))[0]).toBe(
      'statement-not-representative',
    );
  });

  test('a paper of one who lost the right is listed, and a person ends it', async () => {
    const { id } = await family.register({ guardianId: family.father });
    await call('people.linkGuardian', {
      guardianId: family.father,
      studentId: family.anna,
      relation: 'not-representative',
    });
    expect(await modeOf(family.father, '2026-03-15')).toBe('paper-refusal');
    expect((await doubts()).map(([doubt]) => doubt)).toEqual(['not-representative']);
    await call('statements.withdraw', { id, on: '2026-03-10', reason: 'не представитель' });
    expect(await modeOf(family.father, '2026-03-15')).toBe('electronic');
    expect(await doubts()).toEqual([]);
  });

  test('a consent names a parent who refuses', async () => {
    await family.register({ guardianId: family.father });
    expect(
      (
        await family.refusal({
          kind: 'consent-14',
          guardianId: family.mother,
          passportShown: true,
          ...on('2026-03-05'),
        })
      )[0],
    ).toBe('consent-basis-wrong');
  });
});

describe('the student is of age', () => {
  test("the parents' papers stop that day, he states himself and permits a parent", async () => {
    await family.register();
    await comeOfAge('2008-03-10');
    expect(await modeOf(family.mother, '2026-03-09')).toBe('paper-refusal');
    expect(await modeOf(family.mother, '2026-03-10')).toBe('student-of-age');
    expect((await family.refusal({ ...on('2026-03-11') }))[0]).toBe('student-adult');
    const own = await family.register({ guardianId: null, ...on('2026-03-11') });
    const card = await call('statements.card', { id: own.id });
    expect(card.statement).toMatchObject({ guardianId: null, guardianName: null });
    expect(card.content.paragraphs.join(' ')).toMatch(
      /Я, Иванова Анна Сергеевна.*достигла 18 лет.*обучающийся проинформирован/,
    );
    const { student } = await call('statements.ofStudent', { studentId: family.anna });
    expect(student).toMatchObject({ ofAge: true, mode: { mode: 'paper-refusal' } });
    const { rows } = await call('statements.listServedOnPaper', { filters: { on: '2026-03-16' } });
    expect(rows.map(({ guardianId }) => guardianId)).toEqual([null]);
    const permission = await family.register({ kind: 'permission-18', ...on('2026-03-12') });
    expect(await modeOf(family.mother, '2026-03-12')).toBe('electronic');
    await call('statements.withdraw', {
      id: permission.id,
      on: '2026-03-13',
      reason: 'передумала',
    });
    expect(await modeOf(family.mother, '2026-03-13')).toBe('student-of-age');
  });

  test('without a birth date he is served as a minor, and that is said', async () => {
    await comeOfAge(null);
    const { student } = await call('statements.ofStudent', { studentId: family.anna });
    expect(student).toMatchObject({ age: 'unknown', ofAge: false });
  });

  test('under care after 18 the carer alone states', async () => {
    const { id: carer } = await call('people.saveGuardian', {
      id: null,
      lastName: 'Опекунов',
      firstName: 'Олег',
      middleName: 'Олегович',
      phone: '+79200000002',
      link: { studentId: family.anna, relation: 'guardian', afterMajority: true },
    });
    await family.register();
    await comeOfAge('2008-03-10');
    expect(await modeOf(family.mother, '2026-03-09')).toBe('paper-refusal');
    expect(await modeOf(family.mother, '2026-03-10')).toBe('electronic');
    const late = { ...on('2026-03-12'), guardianId: family.father };
    expect(await family.refusal(late)).toEqual(['student-under-care', ['guardianId']]);
    await family.register({ ...late, guardianId: carer });
    expect(await modeOf(carer, '2026-03-12')).toBe('paper-refusal');
  });

  test('a permission names somebody', async () => {
    await comeOfAge('2008-03-01');
    expect((await family.refusal({ kind: 'permission-18', guardianId: null }))[0]).toBe(
      'statement-no-guardian',
    );
  });

  test('a minor does not state himself', async () => {
    expect((await family.refusal({ guardianId: null }))[0]).toBe('student-not-adult');
  });
});

describe("the child's own access", () => {
  test('parents who differ: the login waits, the school decides, another paper asks anew', async () => {
    await family.register();
    expect(await access()).toMatchObject({ state: 'disputed', allowed: false, decision: null });
    expect((await doubts()).map(([doubt]) => doubt)).toEqual(['access-disputed']);
    await call('statements.decideAccess', {
      studentId: family.anna,
      allowed: true,
      reason: 'педсовет, протокол № 3',
    });
    expect(await access()).toMatchObject({ state: 'disputed', allowed: true });
    expect((await access()).reason).toContain('педсовет, протокол № 3');
    expect(await doubts()).toEqual([]);
    await family.register({ guardianId: family.father, ...on('2026-03-09') });
    expect(await access()).toMatchObject({ state: 'refused', allowed: false, decision: null });
    await family.register({ kind: 'annulment', ...on('2026-03-10') });
    expect(await access()).toMatchObject({ state: 'disputed', allowed: false, decision: null });
  });

  test('nothing to decide while nobody differs', async () => {
    const asked = { studentId: family.anna, allowed: true, reason: 'так' };
    expect(await code('statements.decideAccess', asked)).toBe('access-not-disputed');
  });

  test('a paper without a doubt is not decided about', async () => {
    const { id } = await family.register();
    expect(await code('statements.settle', { id, meaning: 'as-before' })).toBe(
      'statement-no-doubt',
    );
  });
});
