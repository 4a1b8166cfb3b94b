import { describe, expect, it } from 'vitest';
import {
  featureCycles,
  globalBreaches,
  importBreaches,
  maxLines,
  sizeBreaches,
  textBreaches,
} from './rules.ts';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { rmSync } from 'node:fs';
import { emptyOffice } from '../support/empty-office.ts';
import { parseSource, readSources } from './source.ts';
import { engines, features, nameBreaches } from './names.ts';
import { owners, tableBreaches } from './tables.ts';

const product = readSources(['src-main', 'src-renderer']);

describe('the house as it is', () => {
  it('is read whole', () => {
    expect(product.length).toBeGreaterThan(100);
    expect(product.some(({ path }) => path.endsWith('.tsx'))).toBe(true);
  });

  it('imports only what each room may', () => {
    expect(product.flatMap(importBreaches)).toEqual([]);
  });

  it('has no features that import one another in a circle', () => {
    expect(featureCycles(product)).toEqual([]);
  });

  it('calls a feature by one name in the core, the contract, the screens and their words', () => {
    expect(nameBreaches(product.map(({ path }) => path))).toEqual([]);
  });

  it('tests a feature under its name', () => {
    const rooms = readSources(['tests/contract']).map(({ path }) => path.split('/')[2] ?? '');
    const names = [...features, ...Object.keys(engines), 'hosts'];
    expect(rooms.filter((room) => !room.endsWith('.test.ts') && !names.includes(room))).toEqual([]);
  });

  it('writes a table through the feature that owns it, and reads only what others publish', () => {
    expect(product.flatMap(tableBreaches)).toEqual([]);
  });

  it('has an owner for every table', async () => {
    const folder = await emptyOffice();
    const database = new Database(join(folder, 'office.sqlite'), { readonly: true });
    const names = database
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search_%'",
      )
      .pluck()
      .all();
    database.close();
    rmSync(folder, { recursive: true });
    expect(new Set(names)).toEqual(new Set(Object.keys(owners)));
  });

  it('writes to no console and reads the clock only in hosts and ports', () => {
    expect(product.flatMap(globalBreaches)).toEqual([]);
  });

  it('keeps every visible word of the screens in strings/', () => {
    expect(product.flatMap(textBreaches)).toEqual([]);
  });

  it(`has no file of more than ${maxLines} lines`, () => {
    const all = [...product, ...readSources(['tests', 'scripts', 'bench'])];
    expect(all.flatMap(sizeBreaches)).toEqual([]);
  });
});

const breaches = (path: string, code: string) => importBreaches(parseSource(path, code));

const used = (path: string, code: string) => globalBreaches(parseSource(path, code));
const said = (path: string, code: string) => textBreaches(parseSource(path, code));

describe('the rules themselves', () => {
  it.each([
    ['src-main/contract/a.ts', "import { x } from '../domain/b.ts';"],
    ['src-main/contract/a.ts', "import fs from 'node:fs';"],
    ['src-main/domain/a.ts', "import { x } from '../contract/people.ts';"],
    ['src-main/domain/a.ts', "import fs from 'node:fs';"],
    ['src-main/domain/a.ts', "import { x } from '../features/people/index.ts';"],
    ['src-main/features/people/a.ts', "import { x } from '../marks/repository.ts';"],
    ['src-main/features/people/a.ts', "export * from '../marks/repository.ts';"],
    ['src-main/features/people/a.ts', "const x = await import('../../app/office.ts');"],
    ['src-main/features/people/a.ts', "import { app } from 'electron';"],
    ['src-main/app/a.ts', "import type { X } from '../hosts/cli/command.ts';"],
    ['src-main/app/a.ts', "type X = import('../hosts/cli/command.ts').Command;"],
    ['src-main/hosts/http/a.ts', "import { x } from '../electron/window.ts';"],
    ['src-main/hosts/http/a.ts', "import { x } from '../../features/people/index.ts';"],
    ['src-main/hosts/electron/preload.ts', "import { x } from '../shared/layout.ts';"],
    ['src-renderer/a.tsx', "import { x } from '../src-main/domain/declension.ts';"],
    ['src-renderer/a.tsx', "import { x } from '../src-main/database/open.ts';"],
    ['src-renderer/a.tsx', "import { readFileSync } from 'node:fs';"],
    ['src-renderer/a.tsx', "import { ipcRenderer } from 'electron';"],
    ['src-main/elsewhere/a.ts', ''],
  ])('refuse in %s: %s', (path, code) => {
    expect(breaches(path, code)).toHaveLength(1);
  });

  it.each([
    ['src-main/contract/a.ts', "import { z } from 'zod'; import { x } from './b.ts';"],
    ['src-main/domain/a.ts', "import type { X } from '../contract/people.ts';"],
    ['src-main/domain/a.ts', "import { type X } from '../contract/people.ts';"],
    ['src-main/domain/a.ts', "import { OfficeError } from '../contract/errors.ts';"],
    ['src-main/features/people/a.ts', "import { x } from '../marks/index.ts';"],
    ['src-main/hosts/electron/a.ts', "import { app } from 'electron';"],
    ['src-main/hosts/electron/preload.ts', "import { ipcRenderer } from 'electron';"],
    ['src-renderer/a.tsx', "import type { X } from '../src-main/contract/people.ts';"],
    ['src-renderer/a.tsx', "import { x } from '../src-main/domain/dates.ts';"],
    ['src-renderer/a.tsx', "import type { X } from '../src-main/domain/declension.ts';"],
  ])('allow in %s: %s', (path, code) => {
    expect(breaches(path, code)).toEqual([]);
  });

  it.each([
    ["db('students AS s').where({ id })", []],
    ["trx('students').where({ id }).update({ sex })", ['writes students of people']],
    ["trx({ s: 'sheets' }).join('passports', 'a', 'b')", ['reads passports of passports']],
    ["insertRows(trx, 'enrolments', columns, rows, work)", ['writes enrolments of people']],
    ['db.raw(`SELECT 1 FROM lessons l JOIN weekly_loads w`)', ['reads weekly_loads of control']],
    ["db.raw('UPDATE OR IGNORE marks SET text = 1')", ['writes marks of marks']],
  ])('look after the owners of tables: %s', (code, found) => {
    const source = parseSource('src-main/features/absences/a.ts', code);
    expect(tableBreaches(source)).toEqual(found.map((one) => `${source.path}: ${one}`));
  });

  it('find a room without a name', () => {
    const paths = product.map(({ path }) => path);
    expect(
      nameBreaches([
        ...paths.filter((path) => !path.startsWith('src-renderer/features/home/')),
        'src-main/features/users/handlers.ts',
        'src-renderer/strings/words.ts',
        'src-main/contract/users-fields.ts',
      ]),
    ).toEqual([
      'src-main/features/users: no feature is called so',
      'src-renderer/features/home: is missing',
      "src-main/contract/users-fields: bears no feature's name",
      "src-renderer/strings/words: bears no feature's name",
    ]);
  });

  it('find a circle of features', () => {
    const sources = [
      parseSource('src-main/features/a/x.ts', "import '../b/index.ts';"),
      parseSource('src-main/features/b/x.ts', "import '../c/index.ts';"),
      parseSource('src-main/features/c/x.ts', "import '../a/index.ts';"),
    ];
    expect(featureCycles(sources)).toEqual(['a → b → c → a']);
  });

  it('find consoles, clocks, visible words and long files', () => {
    expect(used('src-renderer/a.ts', 'console.log(1)')).toHaveLength(1);
    expect(used('src-main/domain/a.ts', 'Date.now(); new Date(); new Date(1)')).toHaveLength(2);
    expect(used('src-main/ports/a.ts', 'Date.now()')).toEqual([]);
    const jsx = 'const a = <p title="имя">Текст {`шаблон ${1}`}</p>; // слово';
    expect(said('src-renderer/a.tsx', jsx)).toHaveLength(3);
    expect(said('src-renderer/strings/a.ts', "export const a = 'слово'")).toEqual([]);
    const long = parseSource('src-main/a.ts', '// comment\n\nf();\n'.repeat(maxLines + 1));
    expect(long.lines).toBe(maxLines + 1);
    expect(sizeBreaches(long)).toHaveLength(1);
  });

  it('refuse a file that cannot be parsed', () => {
    expect(() => parseSource('src-main/domain/a.ts', 'const = ;')).toThrow(/src-main/u);
  });
});
