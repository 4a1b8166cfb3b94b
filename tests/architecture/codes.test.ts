import { describe, expect, it } from 'vitest';
import { codesGiven, codesNamed } from './codes.ts';
import { parseSource, readSources } from './source.ts';

describe('codes of refusals, remarks and questions', () => {
  const given = codesGiven(readSources(['src-main']));

  it('are found', () => {
    expect(given.length).toBeGreaterThan(250);
  });

  it('are each named by a test', () => {
    const tests = readSources(['tests']).filter(({ path }) => !path.startsWith('tests/arch'));
    const named = codesNamed(tests);
    expect(given.filter((code) => !named.has(code))).toEqual([]);
  });
});

const helper = 'class Refusal { constructor(text: string, code: string, more = 1) {} }';

const given = (code: string): readonly string[] =>
  codesGiven([parseSource('src-main/a.ts', code), parseSource('src-main/b.ts', helper)]);

describe('the rule itself', () => {
  it.each([
    ['a class of ours', 'throw new Refusal(text, "bad-date");'],
    ['a word alone', 'throw new Refusal(text, "locked");'],
    ['one of two', 'throw new Refusal(text, isLate ? "bad-date" : (known ?? "no-date"));'],
    ['a function of ours', 'function refuse(code: string) {} refuse("bad-date");'],
    ['an arrow of ours', 'const refuse = (at: number, code: Code) => at; refuse(1, "bad-date");'],
    [
      'a method of ours',
      'class A { reject(at: number, code: string) {} } a.b.reject(1, "no-date");',
    ],
    ['a parameter that has one', 'const ask = (code = "bad-date") => code;'],
    ['a property', 'const one = { code: "bad-date", message };'],
    ['a property of one of two', 'const one = { code: isLate ? "bad-date" : "no-date" };'],
    ['a typed property', 'const one = { code: "bad-date" as const };'],
    ['a variable', 'const code = isLate ? "bad-date" : "no-date";'],
    ['a variable out of a list', 'const [code, text] = a ? ["bad-date", b] : ["no-date", c];'],
    ['a list', 'const row = ["date", "bad-date", "Нет такой даты."];'],
    ['a list with a template', 'const row = ["date", "bad-date", `Даты ${date} нет.`];'],
    ['arguments of any function', 'give("date", "bad-date", "Нет такой даты.");'],
  ])('finds a code in %s', (_, code) => {
    const found = given(code);
    expect(found.length).toBe(code.match(/"(?:bad-date|no-date|locked)"/gu)?.length);
  });

  it.each([
    ['another property', 'const one = { kind: "class-journal" };'],
    ['another argument', 'throw new Refusal("class-journal", code);'],
    ['a schema', 'const one = { code: z.enum(["broken-braces"]) };'],
    ['a comparison', 'if (one.code === "files-differ") skip();'],
    ['a code of marks', 'const one = { code: "УП" };'],
    ['a title that is no sentence', 'const words = ["no-credit", "незачёт"];'],
    ['the name of a field', 'fieldOf("startsOn", "date", "Укажите дату.");'],
  ])('finds none in %s', (_, code) => {
    expect(given(code)).toEqual([]);
  });

  it('takes a code as named by a text, a text with its cell, a pattern; not by a longer one', () => {
    const code =
      '["bad-date", `B12 no-date`, /^database-missing: /u]; name("no-dates", "no date");';
    const named = codesNamed([parseSource('tests/a.test.ts', code)]);
    for (const one of ['bad-date', 'no-date', 'database-missing'])
      expect([one, named.has(one)]).toEqual([one, true]);
    for (const one of ['database', 'missing', 'dates', 'no-dat'])
      expect([one, named.has(one)]).toEqual([one, false]);
  });
});
