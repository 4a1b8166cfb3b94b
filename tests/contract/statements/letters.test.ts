import { beforeEach, expect, test } from 'vitest';
import type { Family } from './family.ts';
import { openFamily } from './family.ts';

/** Papers of one day work in the order of their numbers, a letter number before the next one. */

let family: Family;

beforeEach(async () => {
  family = await openFamily();
  const { petr: studentId, petrFather: guardianId } = family.school;
  await family.register({ studentId, guardianId, date: '2026-03-01', registeredOn: '2026-03-01' });
});

test('a forgotten paper of the same day stands before the later number too', async () => {
  const day = { date: '2026-03-09', registeredOn: '2026-03-09' };
  const impossibility = { kind: 'impossibility', reason: 'Нет компьютера', ...day } as const;
  await family.register(impossibility);
  const forgotten = { ...day, letterAfter: 1, letterReason: 'забыта' };
  // № 1а is a refusal, after it the impossibility of № 2 could not have been taken.
  expect((await family.refusal(forgotten))[0]).toBe('later-statement-rests-on-it');
});

test('an annulment taken the same day as the forgotten refusal', async () => {
  const day = { date: '2026-03-09', registeredOn: '2026-03-09' };
  await family.register(day);
  const first = { guardianId: family.father, ...day };
  await family.register(first);
  const annulment = {
    kind: 'annulment',
    ...day,
    letterAfter: 2,
    letterReason: 'забыта',
  } as const;
  expect(await family.register(annulment)).toMatchObject({ number: 2, letter: 'а' });
  const { parents } = await family.school.office.call('statements.serviceMode', {
    studentId: family.anna,
    on: '2026-03-09',
  });
  expect(parents.map(({ mode }) => mode.mode)).toEqual(['electronic', 'paper-refusal']);
});
