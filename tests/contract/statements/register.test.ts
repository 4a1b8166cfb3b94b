import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFamily, type Family } from './family.ts';

let family: Family;

beforeEach(async () => {
  family = await openFamily();
});
afterEach(() => family.school.office.close());

const call: Family['school']['office']['call'] = (name, input) =>
  family.school.office.call(name, input);
const states = async () =>
  (await call('statements.list', { sort: { column: 'number' } })).rows.map(
    ({ number, kind, state }) => `${number} ${kind} ${state}`,
  );

describe('registration numbers', () => {
  test('run from 1 in each calendar year; a refused registration takes none', async () => {
    expect(await family.register({ date: '2025-12-30', registeredOn: '2025-12-31' })).toEqual({
      id: 1,
      year: 2025,
      number: 1,
      letter: null,
    });
    expect(await family.refusal()).toEqual(['refusal-stands', ['kind']]);
    expect((await family.register({ kind: 'annulment' })).number).toBe(1);
    expect((await family.register()).number).toBe(2);
  });

  test('stay for ever: neither undo nor a mistake gives one back', async () => {
    const { data, auditId } = await family.school.office.command('statements.register', {
      kind: 'refusal',
      studentId: family.anna,
      guardianId: family.mother,
      date: '2026-03-02',
      registeredOn: '2026-03-02',
      confirmedDeclensions: true,
    });
    expect((await family.school.office.refusal('audit.undo', { id: auditId })).code).toBe(
      'not-undoable',
    );
    await call('statements.annulMistake', { id: data.id, reason: 'не тот ученик' });
    expect((await family.register()).number).toBe(2);
    expect(await states()).toEqual(['1 refusal mistake', '2 refusal standing']);
  });
});

describe('impossible orders are refused with the reason', () => {
  test.each([
    [{ kind: 'annulment' }, 'no-refusal-to-annul', ['kind']],
    [{ kind: 'consent-14', passportShown: true }, 'no-refusal-for-consent', ['kind']],
    [{ registeredOn: '2026-03-01' }, 'registered-before-date', ['registeredOn']],
    [{ registeredOn: '2026-03-17' }, 'statement-in-future', ['registeredOn']],
    [{ kind: 'impossibility' }, 'statement-reason-missing', ['reason']],
    [{ date: '2025-08-31', registeredOn: '2025-08-31' }, 'statement-not-enrolled', ['studentId']],
  ] as const)('%j', async (change, code, paths) => {
    expect(await family.refusal(change)).toEqual([code, paths]);
  });

  test('a parent of another child', async () => {
    expect(await family.refusal({ guardianId: family.school.petrFather })).toEqual([
      'statement-guardian-not-linked',
      ['guardianId'],
    ]);
  });

  test('a consent: under 14 by a day, on the birthday itself, without the passport, twice', async () => {
    await family.register({ date: '2026-01-20', registeredOn: '2026-01-20' });
    const consent = { kind: 'consent-14', passportShown: true } as const;
    const on = (date: string) => ({ ...consent, date, registeredOn: date });
    expect(await family.refusal(on('2026-02-01'))).toEqual(['student-under-14', ['date']]);
    expect(await family.refusal({ ...on('2026-02-02'), passportShown: false })).toEqual([
      'passport-not-shown',
      ['passportShown'],
    ]);
    await family.register(on('2026-02-02'));
    expect(await family.refusal(on('2026-02-03'))).toEqual(['consent-stands', ['kind']]);
  });

  test('a paper registered before the last one of the family', async () => {
    await family.register({ date: '2026-03-10', registeredOn: '2026-03-10' });
    const [code, paths] = await family.refusal({ kind: 'annulment' });
    expect([code, paths]).toEqual(['dates-out-of-order', ['registeredOn', 'kind']]);
  });

  test('the service resumes before the paper is dated', async () => {
    await family.register();
    expect(await family.refusal({ kind: 'annulment', resumeOn: '2026-03-01' })).toEqual([
      'statement-resume-before',
      ['resumeOn'],
    ]);
  });
});

const rename = (lastName: string) =>
  call('people.saveGuardian', {
    id: family.mother,
    lastName,
    firstName: 'Алёна',
    middleName: 'Викторовна',
  });

describe('declension', () => {
  test('a doubtful form is refused until a person confirms it, and asked once', async () => {
    await rename('Гарсия');
    const [code, paths] = await family.refusal({ confirmedDeclensions: false });
    expect([code, paths]).toEqual(['declension-doubtful', ['names.applicantGenitive']]);
    const { id } = await family.register({
      names: { applicantGenitive: 'Гарсиа Алёны Викторовны' },
      confirmedDeclensions: true,
    });
    const { content } = await call('statements.card', { id });
    expect(content.applicantGenitive).toBe('Гарсиа Алёны Викторовны');
    const draft = await call('statements.draft', {
      kind: 'annulment',
      studentId: family.anna,
      guardianId: family.mother,
    });
    expect(draft.names?.applicantGenitive).toMatchObject({
      text: 'Гарсиа Алёны Викторовны',
      doubtful: false,
      overridden: true,
    });
    await rename('Берия');
    const renamed = await call('statements.draft', {
      kind: 'annulment',
      studentId: family.anna,
      guardianId: family.mother,
    });
    expect(renamed.names?.applicantGenitive.overridden).toBe(false);
    expect(renamed.names?.applicantGenitive.doubtful).toBe(true);
  });

  test('«не склонять» and own forms are kept per person, emptied ones are forgotten', async () => {
    const person = { kind: 'guardian', id: family.mother } as const;
    await call('statements.saveNameCases', { ...person, notDeclined: true });
    const draft = () =>
      call('statements.draft', {
        kind: 'refusal',
        studentId: family.anna,
        guardianId: family.mother,
      });
    expect((await draft()).names?.applicantGenitive.text).toBe('Иванова Алёна Викторовна');
    await call('statements.saveNameCases', person);
    expect((await draft()).names?.applicantGenitive.text).toBe('Ивановой Алёны Викторовны');
    const head = await call('statements.nameCases', { kind: 'head' });
    expect(head.dative.text).toBe('Соколовой-Преображенской Марии Константиновне');
    await call('statements.saveNameCases', {
      kind: 'head',
      dative: 'Соколовой-Преображенской М. К.',
    });
    expect((await draft()).names?.head).toMatchObject({
      text: 'Соколовой-Преображенской М. К.',
      doubtful: false,
    });
  });
});

describe('the prefilled form', () => {
  test('opens a refusal with the benefits, then the family, then the phrase of S2', async () => {
    const bare = await call('statements.draft', { kind: 'refusal' });
    expect(bare.benefits?.paragraphs.length).toBeGreaterThan(3);
    expect(bare.student).toBeNull();
    const draft = await call('statements.draft', { kind: 'refusal', studentId: family.anna });
    expect(draft.guardians.map(({ fullName }) => fullName)).toEqual([
      'Иванова Алёна Викторовна',
      'Иванов Сергей Петрович',
    ]);
    expect([draft.guardianId, draft.names]).toEqual([null, null]);
    const chosen = await call('statements.draft', {
      kind: 'refusal',
      studentId: family.anna,
      guardianId: family.father,
    });
    expect(chosen.form).toMatchObject({
      address: 'г. Заречный, ул. Лесная, д. 7, кв. 12',
      phone: '+79200000001',
      offered: false,
    });
    expect(chosen.names?.applicantGenitive.text).toBe('Иванова Сергея Петровича');
    expect(chosen.paragraphs.join(' ')).toContain(chosen.obligatoryPhrase);
  });

  test('says that a child without parents in the card has nobody to sign', async () => {
    const { id: studentId } = await call('people.saveStudent', {
      id: null,
      lastName: 'Яшин',
      firstName: 'Яков',
      birthDate: null,
      sex: null,
      enrol: { classId: family.school.class8, startsOn: '2025-09-01' },
    });
    const draft = await call('statements.draft', { kind: 'refusal', studentId });
    expect(draft.guardians).toEqual([]);
    expect(draft.problems).toMatchObject([{ code: 'statement-no-guardians', path: 'guardianId' }]);
  });

  test('an annulment chooses the only parent who refused, and names his refusal', async () => {
    const { number } = await family.register({ guardianId: family.father });
    const draft = await call('statements.draft', { kind: 'annulment', studentId: family.anna });
    expect(draft.guardianId).toBe(family.father);
    expect(draft.refusal).toMatchObject({ number, date: '2026-03-02' });
    expect(draft.problems).toEqual([]);
    expect(draft.paragraphs[0]).toContain('от 2\u00A0марта 2026\u00A0г. №\u00A01/2026');
    const other = await call('statements.draft', {
      kind: 'annulment',
      studentId: family.anna,
      guardianId: family.mother,
    });
    expect(other.problems.map(({ code }) => code)).toEqual(['no-refusal-to-annul']);
  });
});

const petr = () => ({
  studentId: family.school.petr,
  guardianId: family.school.petrFather,
});

describe('numbers go in the order of registration', () => {
  test('a day before the last number is refused, a forgotten paper gets a letter with its reason', async () => {
    await family.register({ date: '2026-03-02', registeredOn: '2026-03-02' });
    await family.register({
      guardianId: family.father,
      date: '2026-03-10',
      registeredOn: '2026-03-10',
    });
    const late = { ...petr(), date: '2026-03-04', registeredOn: '2026-03-05' };
    expect((await family.refusal(late))[0]).toBe('registration-out-of-order');
    const draft = await call('statements.draft', { kind: 'refusal', ...late });
    expect(draft.letter).toEqual({ after: 1, letter: 'а' });
    expect(draft.problems.map(({ code, path }) => [code, path])).toContainEqual([
      'registration-out-of-order',
      'registeredOn',
    ]);
    expect((await family.refusal({ ...late, letterAfter: 1 }))[0]).toBe(
      'registration-letter-refused',
    );
    const given = await family.register({
      ...late,
      letterAfter: 1,
      letterReason: 'забыта в папке',
    });
    expect(given).toMatchObject({ year: 2026, number: 1, letter: 'а' });
    const { rows } = await call('statements.list', { sort: { column: 'number' } });
    expect(rows.map(({ number, letter }) => `${number}${letter ?? ''}`)).toEqual(['1', '1а', '2']);
    expect(
      (await family.register({ kind: 'annulment', date: '2026-03-11', registeredOn: '2026-03-11' }))
        .number,
    ).toBe(3);
  });

  test('a forgotten paper does not stand under later ones of its family', async () => {
    await family.register({ ...petr(), date: '2026-03-01', registeredOn: '2026-03-01' });
    await family.register({ date: '2026-03-09', registeredOn: '2026-03-09' });
    const forgotten = { date: '2026-03-05', registeredOn: '2026-03-05', letterAfter: 1 };
    const [code] = await family.refusal({ ...forgotten, letterReason: 'забыта' });
    expect(code).toBe('later-statement-rests-on-it');
  });
});
