import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Import {
  /** Path from the project's root for our own files, otherwise the package's specifier. */
  readonly target: string;
  readonly isOwn: boolean;
  readonly isTypeOnly: boolean;
}

export interface TableUse {
  readonly name: string;
  readonly isWritten: boolean;
}

/** What the rules look at in one file. */
export interface Source {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Strings, templates and JSX texts. */
  readonly texts: readonly string[];
  /** `console.log`, `Date.now()`, `new Date()` … as written. */
  readonly globals: readonly string[];
  /** Tables named where queries are built or in SQL; other words may be among them. */
  readonly tables: readonly TableUse[];
  /** Lines that are neither blank nor comment. */
  readonly lines: number;
  /** The file as the parser sees it, for rules that ask for more. */
  readonly program: Node;
}

export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  value !== null && typeof value === 'object' && 'type' in value && typeof value.type === 'string';

/** Children in the order of the file. */
export const childrenOf = (node: Node): readonly Node[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode));

const valueOf = (node: unknown): string =>
  isNode(node) && typeof node['value'] === 'string' ? node['value'] : '';

/** Name of an identifier, `''` for anything else. */
export const nameOf = (node: unknown): string =>
  isNode(node) && typeof node['name'] === 'string' ? node['name'] : '';

/** A declaration is type-only as a whole or when each of its names is. */
const isTypeOnly = (node: Node): boolean => {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const names = (node['specifiers'] ?? []) as readonly Node[];
  return (
    names.length > 0 &&
    names.every((name) => name['importKind'] === 'type' || name['exportKind'] === 'type')
  );
};

const specifierOf = (node: Node): { readonly text: string; readonly isType: boolean } | null => {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return isNode(node['source'])
        ? { text: valueOf(node['source']), isType: isTypeOnly(node) }
        : null;
    case 'ImportExpression':
      return { text: valueOf(node['source']), isType: false };
    case 'TSImportType':
      return { text: valueOf(node['source'] ?? node['argument']), isType: true };
    default:
      return null;
  }
};

/** Text of a string, a JSX text or a piece of a template; null for anything else. */
export const textOf = (node: Node): string | null => {
  if (node.type === 'Literal' || node.type === 'JSXText') return valueOf(node);
  if (node.type !== 'TemplateElement') return null;
  return (node['value'] as { readonly raw: string }).raw;
};

/** Globals whose use is limited, as `object.property` or `new Object()`. */
const globalOf = (node: Node): string | null => {
  if (node.type === 'MemberExpression' && nameOf(node['object']))
    return `${nameOf(node['object'])}.${nameOf(node['property'])}`;
  const isBare = (node['arguments'] as readonly unknown[] | undefined)?.length === 0;
  return node.type === 'NewExpression' && isBare ? `new ${nameOf(node['callee'])}()` : null;
};

/** Functions whose argument is a table, by the last part of their name. */
const naming = new Set(['db', 'trx', 'from', 'into', 'join', 'leftJoin']);
const writing = new Set(['insert', 'update', 'delete', 'del', 'increment', 'decrement']);

const calleeOf = (node: Node): string => {
  const { callee } = node;
  if (!isNode(callee)) return '';
  return callee.type === 'MemberExpression' ? nameOf(callee['property']) : nameOf(callee);
};

/** «students AS s», or `{ s: 'students' }`. */
const namedTables = (node: Node): readonly string[] => {
  if (node.type === 'ObjectExpression')
    return childrenOf(node).flatMap(({ value }) => (isNode(value) ? namedTables(value) : []));
  const name = /^(\w+)(?: as \w+)?$/iu.exec(valueOf(node))?.[1];
  return name === undefined ? [] : [name];
};

/** The call a chain of calls begins with: `trx('marks')` of `trx('marks').where(…).delete()`. */
const beginningOf = (node: Node): Node => {
  const { callee } = node;
  const before = isNode(callee) && callee.type === 'MemberExpression' ? callee['object'] : null;
  return isNode(before) && before.type === 'CallExpression' ? beginningOf(before) : node;
};

const tablesOfCall = (node: Node): readonly TableUse[] => {
  const name = calleeOf(node);
  const named = (call: Node, isWritten: boolean): readonly TableUse[] => {
    const words = (call['arguments'] ?? []) as readonly Node[];
    // `insertRows(trx, 'marks', columns, rows, { job, stage: 'lessons' })`: only the second is one.
    const places = calleeOf(call) === 'insertRows' ? words.slice(1, 2) : words;
    return places.flatMap(namedTables).map((table) => ({ name: table, isWritten }));
  };
  if (name === 'insertRows') return named(node, true);
  if (!writing.has(name)) return naming.has(name) ? named(node, false) : [];
  const first = beginningOf(node);
  return naming.has(calleeOf(first)) ? named(first, true) : [];
};

const sqlTables = (text: string): readonly TableUse[] => [
  ...[...text.matchAll(/\b(?:FROM|JOIN)\s+"?(\w+)/gu)].map(([, name = '']) => ({
    name,
    isWritten: false,
  })),
  ...[
    ...text.matchAll(/\b(?:INSERT(?: OR \w+)? INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+"?(\w+)/gu),
  ].map(([, name = '']) => ({ name, isWritten: true })),
];

const resolve = (path: string, specifier: string): { target: string; isOwn: boolean } =>
  specifier.startsWith('.')
    ? { target: posix.join(posix.dirname(path), specifier), isOwn: true }
    : { target: specifier, isOwn: false };

/** Parses one file; `path` is relative to the root, with `/`. */
export const parseSource = (path: string, code: string): Source => {
  const { program, comments, errors } = parseSync(path, code);
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const imports: Import[] = [];
  const texts: string[] = [];
  const globals: string[] = [];
  const tables: TableUse[] = [];
  const visit = (node: Node): void => {
    const specifier = specifierOf(node);
    if (specifier) imports.push({ ...resolve(path, specifier.text), isTypeOnly: specifier.isType });
    const text = textOf(node);
    if (text) {
      texts.push(text);
      tables.push(...sqlTables(text));
    }
    if (node.type === 'CallExpression') tables.push(...tablesOfCall(node));
    const used = globalOf(node);
    if (used) globals.push(used);
    childrenOf(node).forEach(visit);
  };
  const whole = program as unknown as Node;
  visit(whole);
  let bare = code;
  for (const { start, end } of comments)
    bare =
      bare.slice(0, start) + bare.slice(start, end).replaceAll(/[^\n]/gu, ' ') + bare.slice(end);
  const lines = bare.split('\n').filter((line) => line.trim() !== '').length;
  return { path, imports, texts, globals, tables, lines, program: whole };
};

const isSource = (path: string): boolean => /\.(?:ts|tsx|mjs)$/u.test(path);

/** Every source file under the folders. */
export const readSources = (folders: readonly string[]): readonly Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isSource(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort()
      .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8'))),
  );
