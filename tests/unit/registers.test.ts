import { expect, test } from 'vitest';
import { portalAddressProblem, sameAddress } from '../../src-main/domain/resources.ts';
import { hoursClock } from '../../src-main/domain/russian.ts';
import {
  dayTotalProblem,
  overfullDays,
  parseHours,
  quarterHoursProblem,
  workDayProblem,
} from '../../src-main/domain/workload.ts';

test.each([
  [1, true],
  [96, true],
  [0, false],
  [-4, false],
  [97, false],
  [100, false],
  [1.5, false],
  [Number.NaN, false],
])('%d quarter hours are allowed: %s', (quarters, allowed) => {
  expect(quarterHoursProblem(quarters) === null).toBe(allowed);
});

test('a day of one teacher holds 24 hours', () => {
  expect(dayTotalProblem(16, [40, 40])).toBeNull();
  expect(dayTotalProblem(17, [40, 40])).toContain('уже учтено 20 часов (2 записи)');
  expect(dayTotalProblem(17, [40, 40])).toContain('24,25 часа');
  expect(dayTotalProblem(0, [])).not.toBeNull();
});

test.each([
  ['2', 8],
  ['2,5', 10],
  ['0.25', 1],
  ['1:15', 5],
  ['1 ч 15 мин', 5],
  ['2 часа', 8],
  ['45 мин', 3],
  ['1ч 30м', 6],
  ['1:30', 6],
  ['25', 100],
  ['0', 0],
  ['0,3', null],
  ['1:10', null],
  ['1:75', null],
  ['', null],
  ['час', null],
  ['-1', null],
])('«%s» is %s quarter hours', (text, quarters) => {
  expect(parseHours(text)).toBe(quarters);
});

test('hours read back what the screens show', () => {
  for (let quarters = 1; quarters <= 96; quarters += 1)
    expect(parseHours(hoursClock(quarters))).toBe(quarters);
});

test.each([
  'https://belclass.net/course/5',
  'http://портал.рф/урок?id=5#a',
  'HTTPS://BELCLASS.NET',
  ' https://belclass.net ',
  'http://192.168.0.5:8080/x',
])('«%s» is an address', (text) => {
  expect(portalAddressProblem(text)).toBeNull();
});

test.each([
  '',
  '  ',
  'нет',
  'belclass.net',
  'ftp://belclass.net',
  'https://',
  'http:///x',
  'http:/belclass.net',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://bel class.net',
  'https://user:pw@belclass.net',
  'https://belclass.net/a b',
  'https://?x',
  'https://belclass.net:99999',
  'https://belclass.net\\x',
  'https://.',
])('«%s» is no address', (text) => {
  expect(portalAddressProblem(text)).not.toBeNull();
});

test('the same address in another spelling', () => {
  expect(sameAddress('https://BelClass.net/', 'https://belclass.net')).toBe(true);
  expect(sameAddress('https://belclass.net/a', 'https://belclass.net/A')).toBe(false);
});

const day = (workedOn: string, quarterHours: number) => ({ workedOn, quarterHours });

test('two people’s hours together: 24 hours are a day, a quarter more is not', () => {
  expect(overfullDays([day('2026-03-12', 48), day('2026-03-12', 48)])).toEqual([]);
  expect(
    overfullDays([
      day('2026-03-13', 96),
      day('2026-03-13', 1),
      day('2026-03-12', 48),
      day('2026-03-12', 88),
      day('2026-03-14', 96),
    ]),
  ).toEqual([
    { on: '2026-03-12', quarterHours: 136 },
    { on: '2026-03-13', quarterHours: 97 },
  ]);
});

test('work on an appeal begins on its day, not before', () => {
  expect(workDayProblem('2026-03-10', '2026-03-10')).toBeNull();
  expect(workDayProblem('2026-03-11', '2026-03-10')).toBeNull();
  expect(workDayProblem('2026-03-09', '2026-03-10')).toContain('10.03.2026');
});
