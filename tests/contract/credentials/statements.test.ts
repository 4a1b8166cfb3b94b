import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OperationInput } from '../../../src-main/contract/operations.ts';
import type { Families, Paper } from './support.ts';
import { addCredential, goTo, openFamilies, register } from './support.ts';

/** What the family has stated decides about its logins (S2 §7; domain.md §5). */

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

const state = (...paper: Paper) => register(families.office, ...paper);

type Receiver = Pick<OperationInput<'credentials.issue'>, 'receivedBy' | 'receiverId'>;
const to = (receivedBy: Receiver['receivedBy'], receiverId: number): Receiver => ({
  receivedBy,
  receiverId,
});

/** The code of the refusal and its words; `issued` when there is none. */
const handOver = async (id: number, receiver: Receiver): Promise<readonly string[]> => {
  const input = { ids: [id], ...receiver };
  try {
    await call('credentials.issue', input);
    return ['issued'];
  } catch {
    const { code, message } = await families.office.refusal('credentials.issue', input);
    return [code, message];
  }
};

/** Both children were born on 10.05.2012. */
const comeOfAge = () => goTo(families.office, '2030-05-10');

describe('a parent’s own', () => {
  test('is not handed to one who refuses; annulled, it is', async () => {
    const { young, father } = families;
    const receiver = to('guardian', father);
    await state('refusal', young, father);
    const refused = await handOver(own.father, receiver);
    expect(refused[0]).toBe('parent-refuses');
    expect(refused[1]).toContain('Действует отказ № 1/2026');
    expect(refused[1]).toContain('после аннулирования отказа');
    await state('annulment', young, father);
    expect(await handOver(own.father, receiver)).toEqual(['issued']);
  });

  test('an unsigned refusal forbids nothing yet', async () => {
    const { young, father } = families;
    await state('refusal', young, father, { signed: false });
    expect(await handOver(own.father, to('guardian', father))).toEqual(['issued']);
  });

  test('what happened before the refusal can still be marked', async () => {
    const { young, father, office } = families;
    await goTo(office, '2026-03-05');
    await state('refusal', young, father);
    const ids = [own.father];
    await call('credentials.issue', { ids, ...to('guardian', father), on: '2026-03-04' });
  });

  test('one’s refusal is not the other’s', async () => {
    const { young, father, mother } = families;
    await state('refusal', young, father);
    expect(await handOver(own.mother, to('guardian', mother))).toEqual(['issued']);
  });

  test('a refusal for one of two children lets it be handed; for both it does not', async () => {
    const { young, elder, mother } = families;
    await state('refusal', young, mother);
    await state('refusal', elder, mother);
    expect((await handOver(own.mother, to('guardian', mother)))[0]).toBe('parent-refuses');
    await state('annulment', elder, mother);
    expect(await handOver(own.mother, to('guardian', mother))).toEqual(['issued']);
  });

  test('impossibility forbids nothing', async () => {
    const { young, father } = families;
    await state('impossibility', young, father, { reason: 'нет компьютера' });
    expect(await handOver(own.father, to('guardian', father))).toEqual(['issued']);
  });

  test('of an adult it is handed by his permission alone', async () => {
    const { young, father, office } = families;
    await call('people.linkGuardian', { guardianId: father, studentId: young, relation: 'father' });
    await comeOfAge();
    const refused = await handOver(own.father, to('guardian', father));
    expect(refused[0]).toBe('student-of-age');
    expect(refused[1]).toContain('совершеннолет');
    await state('permission-18', young, father);
    expect(await handOver(own.father, to('guardian', father))).toEqual(['issued']);
    // And a new one may be typed for him.
    await addCredential(office, 'guardian', father, 'papa2');
  });
});

describe('a student’s own', () => {
  test('is not handed to a parent who refuses, nor while the parents differ', async () => {
    const { young, father, mother } = families;
    await state('refusal', young, father);
    expect((await handOver(own.young, to('guardian', father)))[0]).toBe('parent-refuses');
    const [code, message] = await handOver(own.young, to('guardian', mother));
    expect(code).toBe('access-withheld');
    expect(message).toContain('пока школа не решит');
    await call('statements.decideAccess', {
      studentId: young,
      allowed: true,
      reason: 'Мать просит',
    });
    expect((await handOver(own.young, to('guardian', father)))[0]).toBe('parent-refuses');
    expect(await handOver(own.young, to('guardian', mother))).toEqual(['issued']);
  });

  test('a decision to withhold it holds', async () => {
    const { young, father, mother } = families;
    await state('refusal', young, father);
    await call('statements.decideAccess', {
      studentId: young,
      allowed: false,
      reason: 'Так решили',
    });
    const [code, message] = await handOver(own.young, to('guardian', mother));
    expect([code, message]).toEqual(['access-withheld', expect.stringContaining('Так решили')]);
  });

  test('is not handed to the student himself when all parents refuse', async () => {
    const { elder, mother } = families;
    await state('refusal', elder, mother);
    expect((await handOver(own.elder, to('student', elder)))[0]).toBe('access-withheld');
  });

  test('goes to a student of 14 who consented, whatever the class', async () => {
    const { young, father, mother } = families;
    await goTo(families.office, '2026-05-12');
    await state('refusal', young, father);
    await state('refusal', young, mother);
    expect((await handOver(own.young, to('student', young)))[0]).toBe('access-withheld');
    await state('consent-14', young, father, { passportShown: true });
    expect((await handOver(own.young, to('guardian', mother)))[0]).toBe('parent-refuses');
    expect(await handOver(own.young, to('student', young))).toEqual(['issued']);
  });

  test('goes to an adult whatever the class, and to no parent', async () => {
    const { young, mother } = families;
    await comeOfAge();
    expect((await handOver(own.young, to('guardian', mother)))[0]).toBe('not-representative');
    expect(await handOver(own.young, to('student', young))).toEqual(['issued']);
  });

  test('is not handed to an adult who refused himself', async () => {
    const { young } = families;
    await comeOfAge();
    await state('refusal', young, null);
    const [code, message] = await handOver(own.young, to('student', young));
    expect([code, message]).toEqual(['access-withheld', expect.stringContaining('№ 1/2030')]);
    await state('annulment', young, null);
    expect(await handOver(own.young, to('student', young))).toEqual(['issued']);
  });
});
