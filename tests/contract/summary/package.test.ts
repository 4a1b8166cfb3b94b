import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CurrentContent, PackageContent } from '../../../src-main/contract/summary-package.ts';
import { packageJsonSchema } from '../../../src-main/features/summary/json-schema.ts';
import {
  canonicalJson,
  sealPackage,
  verifyPackage,
} from '../../../src-main/features/summary/package.ts';

const content: CurrentContent = {
  kind: 'information-summary',
  schemaVersion: 2,
  school: { code: null, name: 'Школа', shortName: 'Школа', municipality: 'Округ' },
  director: { position: 'Директор', name: 'Незнамова Мария' },
  executor: { name: null, phone: null },
  period: { from: '2026-03-01', to: '2026-05-15' },
  rule: {
    measure: 'span',
    excusedOnly: false,
    text: 'Правило',
    counting: 'qualifying-appeals-2026',
    countingText: 'Учтены обращения',
  },
  figures: {
    organisations: 1,
    studentsOverTwoWeeks: 2,
    appeals: 3,
    quarterHours: 50,
    resources: 4,
  },
  version: 1,
  preparedOn: '2026-05-15',
  finalisedAt: '2026-05-15T09:00:00.000Z',
  reissueOf: null,
};

/** As the program before 0.4.0 wrote it. */
const { reissueOf: _reissue, ...common } = content;
const content1: PackageContent = {
  ...common,
  schemaVersion: 1,
  rule: { measure: 'span', excusedOnly: false, text: 'Правило' },
};
const good = sealPackage(content);

const codeOf = (json: unknown): string => {
  const check = verifyPackage(json);
  return check.ok ? 'ok' : check.code;
};

describe('canonical JSON', () => {
  test('keys sorted on every level, no spaces, arrays in their order', () => {
    expect(canonicalJson({ б: 1, a: { z: [3, 1, { y: 1, x: null }], b: 'ё"' } })).toBe(
      '{"a":{"b":"ё\\"","z":[3,1,{"x":null,"y":1}]},"б":1}',
    );
  });
  test('the hash is plain SHA-256 of it', () => {
    const expected = createHash('sha256').update(canonicalJson(content)).digest('hex');
    expect(good.sha256).toBe(expected);
  });
});

describe('verification', () => {
  test('a whole package passes, whatever the order of keys', () => {
    expect(codeOf(good)).toBe('ok');
    const shuffled = Object.fromEntries(Object.entries(good).toReversed());
    expect(codeOf(JSON.parse(JSON.stringify(shuffled, null, 4)))).toBe('ok');
  });

  test.each([
    ['a figure', { ...good, figures: { ...good.figures, appeals: 30 } }],
    ['the school', { ...good, school: { ...good.school, code: '7' } }],
    ['the period', { ...good, period: { from: '2026-03-02', to: '2026-05-15' } }],
    ['the rule', { ...good, rule: { ...good.rule, excusedOnly: true } }],
    [
      'the way of counting',
      { ...good, rule: { ...good.rule, counting: 'registered-appeals-2026' } },
    ],
    ['the version', { ...good, version: 2 }],
    ['the hash', { ...good, sha256: '0'.repeat(64) }],
  ])('%s changed by hand is found', (_, json) => {
    expect(codeOf(json)).toBe('package-tampered');
  });

  test('a package of an earlier program is read for ever, and its seal too', () => {
    const old = sealPackage(content1);
    expect(codeOf(old)).toBe('ok');
    expect(codeOf({ ...old, version: 2 })).toBe('package-tampered');
    expect(codeOf({ ...old, schemaVersion: 2 })).toBe('package-invalid');
    expect(codeOf({ ...old, reissueOf: 1 })).toBe('package-invalid');
  });

  test.each([
    ['nothing', null],
    ['text', 'нет'],
    ['another file', { kind: 'journal' }],
  ])('%s is foreign', (_, json) => {
    expect(codeOf(json)).toBe('package-foreign');
  });

  test('a newer format is told apart from a damaged one', () => {
    expect(codeOf({ ...good, schemaVersion: 3, more: true })).toBe('package-newer');
    const damaged = verifyPackage({
      ...good,
      figures: { ...good.figures, appeals: 'нет' },
      period: { from: '2026-05-15', to: '2026-03-01' },
    });
    expect(damaged).toMatchObject({ ok: false, code: 'package-invalid' });
    if (damaged.ok) throw new Error('passed');
    expect(damaged.fields.map((field) => field.path).toSorted()).toEqual([
      'figures.appeals',
      'period',
    ]);
    expect(codeOf({ ...good, extra: 1 })).toBe('package-invalid');
  });
});

test('the published JSON Schema is that of the program', () => {
  const url = new URL('../../../resources/information-summary.schema.json', import.meta.url);
  const published: unknown = JSON.parse(readFileSync(url, 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(packageJsonSchema())));
  const closed = {
    additionalProperties: false,
    required: expect.arrayContaining(['sha256', 'figures']),
  };
  expect(published).toMatchObject({ oneOf: [closed, closed] });
});
