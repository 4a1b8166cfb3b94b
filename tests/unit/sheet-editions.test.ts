import { describe, expect, test } from 'vitest';
import type { SheetMode } from '../../src-main/contract/sheets-fields.ts';
import type { SheetVerdict } from '../../src-main/domain/cadence.ts';
import { isSheetOwed, judgeSheet, modeDay, printsHomework } from '../../src-main/domain/cadence.ts';
import {
  copyText,
  editionText,
  replacedText,
  secondHandOverRefusal,
  secondSheetRefusal,
} from '../../src-main/domain/cadence-wording.ts';
import { weekday } from '../../src-main/domain/dates.ts';

/** School days of 2025/26, five a week, with the spring holidays and the summer. */
const usual = (date: string): boolean =>
  weekday(date) <= 5 &&
  date >= '2025-09-01' &&
  (date < '2026-03-28' || date > '2026-04-05') &&
  date <= '2026-05-26';

/**
 * Fingerprints of the sheets that stand for the week, oldest first, with `*` when handed over and
 * `?` when another recipient has it too → what happens to the sheet «b» of an ordinary week and of
 * a week of holidays, and about which of them.
 */
const school = '2026-03-02';
const rest = '2026-03-30';
const decisions: readonly (readonly [
  mode: SheetMode,
  week: string,
  owed: boolean,
  printed: readonly string[],
  verdict: string,
])[] = [
  ['electronic', school, false, [], 'new'],
  ['electronic', school, false, ['a'], 'new'],
  ['electronic', school, false, ['a*'], 'new'],
  ['electronic', school, false, ['b'], 'copy of b'],
  ['electronic', school, false, ['a', 'b*'], 'copy of b*'],
  ['paper-impossibility', school, true, [], 'new'],
  ['paper-impossibility', school, true, ['a'], 'correction of a'],
  ['paper-impossibility', school, true, ['a*'], 'additional to a*'],
  ['paper-impossibility', school, true, ['b'], 'copy of b'],
  ['paper-impossibility', school, true, ['b*'], 'copy of b*'],
  // Only what was printed since the last handing over is corrected.
  ['paper-impossibility', school, true, ['a*', 'c'], 'correction of c'],
  ['paper-impossibility', school, true, ['a', 'c*'], 'additional to c*'],
  ['paper-impossibility', school, true, ['a*', 'c', 'd'], 'correction of c, d'],
  ['paper-impossibility', school, true, ['b*', 'a'], 'correction of a'],
  ['paper-impossibility', school, true, ['a?'], 'new'],
  ['paper-impossibility', school, true, ['a?', 'c'], 'correction of c'],
  ['paper-impossibility', rest, false, [], 'new'],
  ['paper-refusal', school, true, [], 'new'],
  ['paper-refusal', school, true, ['a'], 'correction of a'],
  ['paper-refusal', school, true, ['a*'], 'refused by a*'],
  ['paper-refusal', school, true, ['b'], 'copy of b'],
  ['paper-refusal', school, true, ['b*'], 'copy of b*'],
  ['paper-refusal', school, true, ['a?'], 'new'],
  ['paper-refusal', school, true, ['b?'], 'copy of b?'],
  // Two sheets were printed while an impossibility stood, the refusal came on Friday.
  ['paper-refusal', school, true, ['a', 'c'], 'correction of a, c'],
  ['paper-refusal', school, true, ['a*', 'c'], 'refused by a*'],
  ['paper-refusal', school, true, ['a*', 'b'], 'refused by a*'],
  ['paper-refusal', school, true, ['b*', 'c'], 'copy of b*'],
  ['paper-refusal', school, true, ['a*', 'c*'], 'refused by c*'],
  ['paper-refusal', rest, false, [], 'new'],
];

const printOf = (name: string) => ({
  name,
  fingerprint: name.slice(0, 1),
  handedOn: name.endsWith('*') ? '2026-03-06' : null,
  replaceable: !name.endsWith('?'),
});

const told = (verdict: SheetVerdict<ReturnType<typeof printOf>>): string => {
  switch (verdict.kind) {
    case 'new':
      return 'new';
    case 'additional':
      return `additional to ${verdict.handed.name}`;
    case 'copy':
      return `copy of ${verdict.of.name}`;
    case 'refused':
      return `refused by ${verdict.handed.name}`;
    default:
      return `correction of ${verdict.replaces.map(({ name }) => name).join(', ')}`;
  }
};

describe('decision table: mode × holidays × prints in the week × handed over × copies', () => {
  test.each(decisions)(
    '%s, week of %s, owed: %s, printed %j → %s',
    (mode, week, owed, printed, verdict) => {
      expect(isSheetOwed(mode, modeDay(week, usual))).toBe(owed);
      expect(told(judgeSheet(mode, printed.map(printOf), 'b'))).toBe(verdict);
    },
  );
});

describe('decision table: homework by mode × settings', () => {
  test.each([
    // By default: off for a refusal, on for everybody else (S2 §7).
    ['paper-refusal', true, false, false],
    ['paper-impossibility', true, false, true],
    ['electronic', true, false, true],
    ['paper-refusal', true, true, true],
    ['paper-refusal', false, true, true],
    ['paper-impossibility', false, true, false],
    ['paper-refusal', false, false, false],
    ['paper-impossibility', false, false, false],
    ['electronic', false, false, false],
  ] as const)('%s, setting %s, on refusal %s → %s', (mode, homework, onRefusal, printed) => {
    expect(printsHomework(mode, { homework, homeworkOnRefusal: onRefusal })).toBe(printed);
  });
});

describe('the refusal of a second sheet', () => {
  const sheet = {
    studentName: 'Иванова Анна',
    className: '8А',
    week: '2026-03-23',
    number: 1,
    handedOn: '2026-03-27',
    receiver: 'Иванова Алёна Викторовна',
  };

  test('names the day, the receiver, the rule, the copy and the next week', () => {
    const text = secondSheetRefusal(sheet, usual);
    expect(text).toContain(
      'Иванова Анна, 8А: распечатка № 1 за неделю 23–27 марта 2026 г. уже выдана 27.03.2026 (кому: Иванова Алёна Викторовна), а с тех пор сведения изменились.',
    );
    expect(text).toContain('раз в неделю, не реже и не чаще');
    expect(text).toContain('как копию; если её не выдавали, снимите отметку о выдаче');
    // Over the spring holidays.
    expect(text).toContain('за неделю 6–10 апреля 2026 г., печатайте её с 10.04.2026');
    const last = { ...sheet, week: '2026-05-25', handedOn: '2026-05-26', receiver: '' };
    expect(secondSheetRefusal(last, usual)).toContain('учебных недель больше нет');
    expect(secondSheetRefusal(last, usual)).toContain('уже выдана 26.05.2026, а с тех пор');
  });

  test('at handing over: beside one that was, or one of those asked for at once', () => {
    expect(secondHandOverRefusal(sheet, usual)).toContain(
      'уже выдана 27.03.2026 (кому: Иванова Алёна Викторовна). Родитель отказался',
    );
    expect(secondHandOverRefusal({ ...sheet, handedOn: null }, usual)).toContain(
      'распечатка № 1 за неделю 23–27 марта 2026 г. выдаётся (кому: Иванова Алёна Викторовна).',
    );
  });
});

describe('what kind of paper a sheet is', () => {
  const old = { number: 1, printedOn: '2026-03-06' };
  test.each([
    [
      editionText({ kind: 'corrected', number: 2, replaces: [old] }),
      'Распечатка № 2, исправленная, взамен распечатки № 1 от 06.03.2026',
    ],
    [
      editionText({ kind: 'corrected', number: 3, replaces: [old, { ...old, number: 2 }] }),
      'Распечатка № 3, исправленная, взамен распечаток № 1 от 06.03.2026, № 2 от 06.03.2026',
    ],
    [
      // Each of two parents had one, now they share one.
      editionText({ kind: 'corrected', number: 1, replaces: [old, old] }),
      'Распечатка № 1, исправленная, взамен распечатки № 1 от 06.03.2026',
    ],
    [
      editionText({ kind: 'additional', number: 2, after: '2026-03-06' }),
      'Распечатка № 2 за эту неделю, дополнительная к выданной 06.03.2026',
    ],
    [copyText(3, old), 'Копия № 3 распечатки № 1 от 06.03.2026'],
    [replacedText(old), 'заменена распечаткой № 1 от 06.03.2026'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });
});
