import type { Node, Source } from './source.ts';
import { childrenOf, isNode, nameOf, textOf } from './source.ts';

/**
 * Codes of refusals, remarks and questions. A literal is one when it is given to something called
 * `code` (a property, a variable, a parameter of a function of ours), or when a sentence in Russian
 * follows it in a list or in the arguments of a call, as in `['date', 'bad-date', 'Нет дня.']`.
 */

const SHAPE = /^[a-z]+(?:-[a-z0-9]+)*$/u;
const KEBAB = /-/u;
const SENTENCE = /\p{Script=Cyrillic}.*[.!?]$/su;

const listOf = (value: unknown): readonly (Node | null)[] =>
  Array.isArray(value) ? value.map((one) => (isNode(one) ? one : null)) : [];

const walk = (node: Node, visit: (node: Node, parent: Node | null) => void): void => {
  const go = (one: Node, parent: Node | null): void => {
    visit(one, parent);
    for (const child of childrenOf(one)) go(child, one);
  };
  go(node, null);
};

/** What an expression may turn out to be: both sides of `a ? b : c`, of `a ?? b`. */
const outcomes = (node: unknown): readonly Node[] => {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'ConditionalExpression':
      return [...outcomes(node['consequent']), ...outcomes(node['alternate'])];
    case 'LogicalExpression':
      return [...outcomes(node['left']), ...outcomes(node['right'])];
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return outcomes(node['expression']);
    default:
      return [node];
  }
};

const codesOf = (node: unknown): readonly string[] =>
  outcomes(node)
    .map((one) => textOf(one) ?? '')
    .filter((text) => SHAPE.test(text));

const placeOfCode = (names: readonly (Node | null)[]): number =>
  names.findIndex(
    (one) => one && nameOf(one.type === 'AssignmentPattern' ? one['left'] : one) === 'code',
  );

/** `refuse` of `function refuse(…)`, of `const refuse = (…) =>`, of a method `refuse(…)`. */
const functionName = (node: Node, parent: Node | null): string =>
  nameOf(node['id']) || nameOf(parent?.['id']) || nameOf(parent?.['key']);

type Places = Map<string, Set<number>>;

/** Which argument of a function of ours is a code, by the function's name. */
const placesOf = (sources: readonly Source[]): Places => {
  const places: Places = new Map();
  const add = (name: string, params: unknown): void => {
    const at = placeOfCode(listOf(params));
    if (at !== -1) places.set(name, (places.get(name) ?? new Set()).add(at));
  };
  for (const { program } of sources)
    walk(program, (node, parent) => {
      if (node.type === 'ClassDeclaration')
        for (const member of listOf((node['body'] as Node)['body']))
          if (member && nameOf(member['key']) === 'constructor')
            add(nameOf(node['id']), (member['value'] as Node)['params']);
      add(functionName(node, parent), node['params']);
    });
  return places;
};

const isSentence = (node: Node | null | undefined): boolean => {
  if (!node) return false;
  const pieces = node.type === 'TemplateLiteral' ? listOf(node['quasis']) : [node];
  return SENTENCE.test(pieces.map((piece) => (piece && textOf(piece)) ?? '').join(''));
};

/** Codes before their sentence; single words there are names of fields. */
const codesBeforeSentences = (list: readonly (Node | null)[]): readonly string[] =>
  list
    .filter((_, at) => isSentence(list[at + 1]))
    .flatMap((one) => codesOf(one).filter((code) => KEBAB.test(code)));

const argumentsOf = (node: Node, places: Places): readonly string[] => {
  const given = listOf(node['arguments']);
  const callee = node['callee'] as Node;
  const at = places.get(nameOf(callee) || nameOf(callee['property'])) ?? new Set();
  return [...[...at].flatMap((one) => codesOf(given[one])), ...codesBeforeSentences(given)];
};

/** `const code = …`, `const [code, message] = …`. */
const declared = ({ id, init }: Node): readonly string[] => {
  if (nameOf(id) === 'code') return codesOf(init);
  const at = placeOfCode(isNode(id) ? listOf(id['elements']) : []);
  return outcomes(init).flatMap((one) => codesOf(listOf(one['elements'])[at]));
};

const given = (node: Node, places: Places): readonly string[] => {
  switch (node.type) {
    case 'Property':
      return nameOf(node['key']) === 'code' ? codesOf(node['value']) : [];
    case 'AssignmentPattern':
      return nameOf(node['left']) === 'code' ? codesOf(node['right']) : [];
    case 'VariableDeclarator':
      return declared(node);
    case 'CallExpression':
    case 'NewExpression':
      return argumentsOf(node, places);
    case 'ArrayExpression':
      return codesBeforeSentences(listOf(node['elements']));
    default:
      return [];
  }
};

/** Every code that the files give, in order of the alphabet. */
export const codesGiven = (sources: readonly Source[]): readonly string[] => {
  const places = placesOf(sources);
  const codes = new Set<string>();
  for (const { program } of sources)
    walk(program, (node) => {
      for (const code of given(node, places)) codes.add(code);
    });
  return [...codes].toSorted();
};

/** Text of a literal, also the pattern of a regular expression. */
const wordsOf = (node: Node): readonly string[] => {
  const { regex } = node;
  return typeof regex === 'object' && regex !== null && 'pattern' in regex
    ? String(regex.pattern).split(/[^a-z0-9-]+/u)
    : (textOf(node) ?? '').split(/\s+/u);
};

/** Words of all texts: a code stands there alone or beside its place, as in `B12 bad-date`. */
export const codesNamed = (tests: readonly Source[]): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const { program } of tests)
    walk(program, (node) => {
      for (const word of wordsOf(node)) words.add(word);
    });
  return words;
};
