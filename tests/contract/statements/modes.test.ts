import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFamily, type Family } from './family.ts';

let family: Family;

beforeEach(async () => {
  family = await openFamily();
});
afterEach(() => family.school.office.close());

const call: Family['school']['office']['call'] = (name, input) =>
  family.school.office.call(name, input);
const on = (date: string) => ({ date, registeredOn: date });
const modes = async (date: string) => {
  const { student, parents } = await call('statements.serviceMode', {
    studentId: family.anna,
    on: date,
  });
  return [student.mode, ...parents.map(({ mode }) => mode.mode)];
};
const refusal = async (name: 'statements.withdraw', input: object) => {
  const { code, fields } = await family.school.office.refusal(name, input);
  return [code, fields[0]?.path];
};

describe('the service mode is derived', () => {
  test('impossibility, refusal, consent, annulment: each day by its paper, with the paragraph', async () => {
    await family.register({ kind: 'impossibility', reason: 'нет интернета', ...on('2025-10-01') });
    await family.register(on('2026-01-15'));
    await family.register({ kind: 'consent-14', passportShown: true, ...on('2026-02-02') });
    await family.register({ kind: 'annulment', ...on('2026-03-01') });
    expect(await modes('2025-09-30')).toEqual(['electronic', 'electronic', 'electronic']);
    expect(await modes('2025-10-01')).toEqual([
      'paper-impossibility',
      'paper-impossibility',
      'electronic',
    ]);
    expect(await modes('2026-01-15')).toEqual(['paper-refusal', 'paper-refusal', 'electronic']);
    expect(await modes('2026-02-02')).toEqual(['own-consent', 'paper-refusal', 'electronic']);
    expect(await modes('2026-03-01')).toEqual(['electronic', 'electronic', 'electronic']);
    const { families, student } = await call('statements.ofStudent', { studentId: family.anna });
    expect(student.mode.reason).toContain('п. 7, абзац 3');
    expect(families.map(({ relation }) => relation)).toEqual(['mother', 'father']);
    expect(student.history.map(({ from, mode }) => [from, mode.mode])).toEqual([
      [null, 'electronic'],
      ['2025-10-01', 'paper-impossibility'],
      ['2026-01-15', 'paper-refusal'],
      ['2026-02-02', 'own-consent'],
      ['2026-03-01', 'electronic'],
    ]);
    expect(families[0]?.statements.map(({ kind, state }) => [kind, state])).toEqual([
      ['impossibility', 'ended'],
      ['refusal', 'ended'],
      ['annulment', 'standing'],
    ]);
    expect(student.statements.map(({ kind, state }) => [kind, state])).toEqual([
      ['consent-14', 'ended'],
    ]);
    expect(families.flatMap(({ impossible }) => impossible)).toEqual([]);
  });

  test('two parents: either refusal puts the child on paper, one consent takes it off', async () => {
    await family.register(on('2026-02-03'));
    await family.register({ guardianId: family.father, ...on('2026-02-04') });
    await family.register({ kind: 'consent-14', passportShown: true, ...on('2026-02-05') });
    expect(await modes('2026-02-05')).toEqual(['own-consent', 'paper-refusal', 'paper-refusal']);
    await family.register({ kind: 'annulment', ...on('2026-02-10') });
    expect(await modes('2026-02-10')).toEqual(['own-consent', 'electronic', 'paper-refusal']);
  });
});

describe('after registration', () => {
  test('only impossibility and consent are withdrawn later; a refusal wants an annulment', async () => {
    const { id } = await family.register();
    const withdraw = { id, on: '2026-03-03', reason: 'передумали' };
    expect(await refusal('statements.withdraw', withdraw)).toEqual([
      'refusal-needs-annulment',
      'on',
    ]);
    const card = await call('statements.card', { id });
    expect(card.allowed).toMatchObject({ withdraw: false, annulMistake: true });
    expect(card.allowed.hint).toContain('аннулировании');
    await call('statements.withdraw', { ...withdraw, on: '2026-03-02' });
    expect(await modes('2026-03-02')).toEqual(['electronic', 'electronic', 'electronic']);
    await call('statements.cancelWithdrawal', { id });
    expect((await modes('2026-03-02'))[0]).toBe('paper-refusal');
  });

  test('nothing is taken from under a later statement', async () => {
    const { id } = await family.register();
    const consent = await family.register({
      kind: 'consent-14',
      passportShown: true,
      ...on('2026-03-03'),
    });
    const { code } = await family.school.office.refusal('statements.annulMistake', {
      id,
      reason: 'ошибка',
    });
    expect(code).toBe('later-statement-rests-on-it');
    await call('statements.annulMistake', { id: consent.id, reason: 'ошибка' });
    await call('statements.annulMistake', { id, reason: 'ошибка' });
    expect(await modes('2026-03-03')).toEqual(['electronic', 'electronic', 'electronic']);
  });

  test('a withdrawal comes back only while nothing has taken its place', async () => {
    const make = (date: string) =>
      family.register({ kind: 'impossibility', reason: 'нет интернета', ...on(date) });
    const { id } = await make('2026-03-02');
    await call('statements.withdraw', { id, on: '2026-03-05', reason: 'купили компьютер' });
    await make('2026-03-06');
    const { code } = await family.school.office.refusal('statements.cancelWithdrawal', { id });
    expect(code).toBe('later-statement-rests-on-it');
  });

  test('the signed mark: not before the paper, not in the future, undone in one step', async () => {
    const { id } = await family.register({ signed: false });
    const sign = (signedOn: string) =>
      family.school.office.refusal('statements.markSigned', { id, signedOn });
    expect((await sign('2026-03-01')).code).toBe('statement-signed-before');
    expect((await sign('2026-03-17')).code).toBe('statement-in-future');
    const { auditId } = await family.school.office.command('statements.markSigned', {
      id,
      signedOn: '2026-03-04',
    });
    expect((await call('statements.list', { filters: { signed: true } })).total).toBe(1);
    await call('audit.undo', { id: auditId });
    expect((await call('statements.list', { filters: { signed: true } })).total).toBe(0);
  });
});

describe('lists', () => {
  test('filters, search and pages', async () => {
    await family.register({ kind: 'impossibility', reason: 'нет интернета', ...on('2025-12-30') });
    await family.register(on('2026-02-03'));
    await family.register({
      studentId: family.school.petr,
      guardianId: family.school.petrFather,
      ...on('2026-02-04'),
    });
    const numbers = async (input: Parameters<typeof call<'statements.list'>>[1]) =>
      (await call('statements.list', input)).rows.map(({ number, year }) => `${number}/${year}`);
    expect(await numbers({})).toEqual(['2/2026', '1/2026', '1/2025']);
    expect(await numbers({ search: 'елкин' })).toEqual(['2/2026']);
    expect(await numbers({ search: 'иванова 8а' })).toEqual(['1/2026', '1/2025']);
    expect(await numbers({ filters: { state: 'ended' } })).toEqual(['1/2025']);
    expect(await numbers({ filters: { from: '2026-02-04', to: '2026-02-04' } })).toEqual([
      '2/2026',
    ]);
    expect(await numbers({ sort: { column: 'className' }, limit: 1 })).toEqual(['2/2026']);
    expect(await call('statements.choices', {})).toEqual({
      years: [2026, 2025],
      classNames: ['5Б', '8А'],
    });
  });

  test('who is served on paper and the share of refusals by class', async () => {
    await family.register(on('2026-02-03'));
    await family.register({ guardianId: family.father, ...on('2026-02-03') });
    await family.register({ kind: 'consent-14', passportShown: true, ...on('2026-02-05') });
    await family.register({
      studentId: family.school.petr,
      guardianId: family.school.petrFather,
      kind: 'impossibility',
      reason: 'нет компьютера',
      ...on('2026-03-01'),
    });
    const { rows } = await call('statements.listServedOnPaper', {});
    expect(
      rows.map(({ className, guardianId, mode, studentConsented }) => [
        className,
        guardianId,
        mode,
        studentConsented,
      ]),
    ).toEqual([
      ['5Б', family.school.petrFather, 'paper-impossibility', false],
      ['8А', family.mother, 'paper-refusal', true],
      ['8А', family.father, 'paper-refusal', true],
    ]);
    const before = await call('statements.listServedOnPaper', { filters: { on: '2026-02-28' } });
    expect(before.total).toBe(2);
    const { overall, classes } = await call('statements.shares', {});
    expect(overall).toEqual({ students: 2, refusals: 1, impossible: 1, consents: 1 });
    expect(
      classes.map(({ className, refusals, students }) => [className, refusals, students]),
    ).toEqual([
      ['5Б', 0, 1],
      ['8А', 1, 1],
    ]);
  });
});
