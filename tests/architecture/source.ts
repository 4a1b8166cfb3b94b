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

/** What the rules look at in one file. */
export interface Source {
  readonly path: string;
  readonly imports: readonly Import[];
  /** Strings, templates and JSX texts. */
  readonly texts: readonly string[];
  /** `console.log`, `Date.now()`, `new Date()` … as written. */
  readonly globals: readonly string[];
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
  const visit = (node: Node): void => {
    const specifier = specifierOf(node);
    if (specifier) imports.push({ ...resolve(path, specifier.text), isTypeOnly: specifier.isType });
    const text = textOf(node);
    if (text) texts.push(text);
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
  return { path, imports, texts, globals, lines, program: whole };
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
