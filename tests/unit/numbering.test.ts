import { describe, expect, test } from 'vitest';
import type { Order, Registered } from '../../src-main/domain/numbering.ts';
import {
  formatRegistrationNumber,
  letterPlace,
  letterProblem,
  nextLetter,
  orderProblem,
} from '../../src-main/domain/numbering.ts';

/** Numbers in the order of registration and letters between them (domain.md §2, §5). */

const given = (title: string, registeredOn: string): Registered => {
  const [, number = '', letter = '', year = ''] = /^(\d+)(\D?)\/(\d+)$/u.exec(title) ?? [];
  return { number: Number(number), letter: letter || null, year: Number(year), registeredOn };
};

test.each([
  [{ year: 2026, number: 12 }, '12/2026'],
  [{ year: 2026, number: 13, letter: 'а' }, '13а/2026'],
  [{ year: 2026, number: '01-12/35', letter: null }, '01-12/35/2026'],
])('%j is written %s', (number, text) => {
  expect(formatRegistrationNumber(number)).toBe(text);
});

describe('the next number', () => {
  const order = (change: Partial<Order>): Order => ({
    noun: 'обращение',
    on: '2026-03-16',
    today: '2026-03-16',
    last: given('14/2026', '2026-03-12'),
    newest: given('14/2026', '2026-03-12'),
    place: null,
    ...change,
  });
  const turn = given('50/2025', '2025-12-31');
  const leap = given('7/2028', '2028-02-29');
  const clock = 'registration-clock-back';
  const late = 'registration-out-of-order';

  test.each<[string, Partial<Order>, string | null]>([
    ['an empty register', { last: null, newest: null }, null],
    ['today, after the last number', {}, null],
    ['a day of the past that is still after the last number', { on: '2026-03-13' }, null],
    ['the very day of the last number', { on: '2026-03-12' }, null],
    ['the day before it', { on: '2026-03-11' }, late],
    [
      '1 January: the new year is empty',
      { on: '2026-01-01', today: '2026-01-01', last: null, newest: turn },
      null,
    ],
    ['31 December, once the new year has begun', { on: '2025-12-31', last: turn }, null],
    ['30 December after a number of 31 December', { on: '2025-12-30', last: turn }, late],
    [
      '29 February after one of 29 February',
      { on: '2028-02-29', today: '2028-03-01', last: leap, newest: leap },
      null,
    ],
    [
      '28 February after one of 29 February',
      { on: '2028-02-28', today: '2028-03-01', last: leap, newest: leap },
      late,
    ],
    ['after a letter number of that day', { last: given('14а/2026', '2026-03-16') }, null],
    ['the clock a month back', { on: '2026-02-16', today: '2026-02-16' }, clock],
    ['the clock in an empty year', { on: '2015-01-01', today: '2015-01-01', last: null }, clock],
    ['the clock back on the last day itself', { on: '2026-03-12', today: '2026-03-12' }, null],
  ])('%s', (_case, change, code) => {
    expect(orderProblem(order(change))?.code ?? null).toBe(code);
  });

  test('the refusal says what stands last, with its day, and both ways out', () => {
    const place = { after: 13, letter: 'а' };
    const asked = order({ on: '2026-03-11', place });
    expect(orderProblem(asked)?.message).toBe(
      'Номера идут в порядке регистрации: последним стоит обращение № 14/2026 от 12.03.2026, день 11.03.2026 раньше. Зарегистрируйте обращение сегодняшним днём (16.03.2026), а если бумага забыта между номерами 13 и 14, — с литерой: № 13а, с причиной.',
    );
    const statement = orderProblem({ ...asked, noun: 'заявление', place: null });
    expect(statement?.message).toMatch(/последним стоит заявление .* \(16\.03\.2026\)\.$/u);
  });

  test('the refusal of a clock names the clock', () => {
    const message = orderProblem(order({ on: '2026-02-16', today: '2026-02-16' }))?.message;
    expect(message).toContain('На часах компьютера 16.02.2026');
    expect(message).toContain('№ 14/2026 от 12.03.2026');
    expect(message).toContain('Проверьте дату на компьютере');
  });
});

const asked = (on: string, tail: Registered | null, next: Registered | null) => ({
  noun: 'обращение' as const,
  on,
  year: 2026,
  after: 13,
  tail,
  next,
});

describe('a letter', () => {
  test.each([
    [null, 'а'],
    ['а', 'б'],
    // З, о, ч look like 3, 0, 4 in a hand; ё, й, ъ, ы, ь are no letters of a list.
    ['ж', 'и'],
    ['и', 'к'],
    ['н', 'п'],
    ['ц', 'ш'],
    ['я', null],
  ])('after %s comes %s', (last, next) => {
    expect(nextLetter(last)).toBe(next);
  });

  const n13 = given('13/2026', '2026-03-10');
  const n14 = given('14/2026', '2026-03-12');
  const a13 = given('13а/2026', '2026-03-11');

  test.each<[string, string, Registered | null, Registered | null, string | null]>([
    ['a day between the two', '2026-03-11', n13, n14, null],
    ['the day of the first', '2026-03-10', n13, n14, null],
    ['the day of the second', '2026-03-12', n13, n14, null],
    ['the day before the first', '2026-03-09', n13, n14, 'registeredOn'],
    ['the day after the second', '2026-03-13', n13, n14, 'registeredOn'],
    ['a second letter on the day of the first one', '2026-03-11', a13, n14, null],
    ['a second letter before the first one', '2026-03-10', a13, n14, 'registeredOn'],
    ['no such number in the year', '2026-03-11', null, n14, 'letterAfter'],
    ['the number is the last one', '2026-03-11', n13, null, 'letterAfter'],
    ['all letters are given', '2026-03-11', given('13я/2026', '2026-03-11'), n14, 'letterAfter'],
  ])('%s', (_case, on, tail, next, field) => {
    expect(letterProblem(asked(on, tail, next))?.field ?? null).toBe(field);
  });

  test('is offered by the place it would take', () => {
    expect(letterPlace(asked('2026-03-11', n13, n14))).toEqual({ after: 13, letter: 'а' });
    expect(letterPlace(asked('2026-03-11', a13, n14))).toEqual({ after: 13, letter: 'б' });
    expect(letterPlace(asked('2026-03-09', n13, n14))).toBeNull();
  });
});
