/** Editable wording of forms: placeholders «{{поле}}» and locked text (domain.md §5, §8). */

/** A piece of a template: plain text or the name of a field. */
export type WordingPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string };

export interface WordingProblem {
  readonly code: 'broken-braces' | 'unknown-field' | 'missing-field' | 'locked-text-missing';
  /** The field or the broken piece. */
  readonly name: string;
  /** Russian: what is wrong and what to do. */
  readonly message: string;
}

export interface WordingRules {
  /** Fields that may stand in the text. */
  readonly allowed: readonly string[];
  /** Fields that must stand in it. */
  readonly required: readonly string[];
  /** Fields whose value is given by law and printed word for word; each must stand exactly once. */
  readonly locked: readonly string[];
}

const FIELD = /\{\{([^{}]*)\}\}/g;

/** One spelling of a field: «{{ ФИО  родителя }}» → «фио родителя», `_` is a space. */
export const fieldName = (text: string): string =>
  text.replaceAll('_', ' ').replace(/\s+/g, ' ').trim().toLowerCase();

/** Cuts a template into text and fields; broken braces stay text (see `wordingProblems`). */
export const parseWording = (template: string): readonly WordingPart[] => {
  const parts: WordingPart[] = [];
  let end = 0;
  for (const match of template.matchAll(FIELD)) {
    if (match.index > end) parts.push({ kind: 'text', text: template.slice(end, match.index) });
    parts.push({ kind: 'field', name: fieldName(match[1] ?? '') });
    end = match.index + match[0].length;
  }
  if (end < template.length) parts.push({ kind: 'text', text: template.slice(end) });
  return parts;
};

/** Fields of the template in order of appearance, each once. */
export const fieldsOf = (template: string): readonly string[] => [
  ...new Set(parseWording(template).flatMap((part) => (part.kind === 'field' ? [part.name] : []))),
];

const brokenProblems = (template: string): readonly WordingProblem[] =>
  parseWording(template).flatMap((part) => {
    if (part.kind === 'field') return [];
    const broken = /.{0,20}(?:\{\{|\}\}).{0,20}/s.exec(part.text)?.[0];
    return broken === undefined
      ? []
      : [
          {
            code: 'broken-braces' as const,
            name: broken,
            message: `Скобки поля не закрыты или лишние: «${broken}». Поле пишется так: {{название}}.`,
          },
        ];
  });

const unknownProblem = (name: string, allowed: readonly string[]): WordingProblem => ({
  code: 'unknown-field',
  name,
  message: `Поля «{{${name}}}» нет. Можно вставить: ${allowed.map((one) => `{{${one}}}`).join(', ')}.`,
});

const missingProblem = (name: string): WordingProblem => ({
  code: 'missing-field',
  name,
  message: `В тексте нет обязательного поля «{{${name}}}». Вставьте его.`,
});

const lockedProblem = (name: string): WordingProblem => ({
  code: 'locked-text-missing',
  name,
  message: `Поле «{{${name}}}» должно стоять в тексте ровно один раз: эту фразу нельзя убрать, повторить или изменить.`,
});

const known = (names: readonly string[]): readonly string[] => names.map(fieldName);

/** Everything that keeps the template from being saved; empty when it may be. */
export const wordingProblems = (
  template: string,
  rules: WordingRules,
): readonly WordingProblem[] => {
  const found = parseWording(template).flatMap((part) =>
    part.kind === 'field' ? [part.name] : [],
  );
  const locked = known(rules.locked);
  const allowed = [...new Set([...known(rules.allowed), ...known(rules.required), ...locked])];
  return [
    ...brokenProblems(template),
    ...[...new Set(found)]
      .filter((name) => !allowed.includes(name))
      .map((name) => unknownProblem(name, allowed)),
    ...known(rules.required)
      .filter((name) => !found.includes(name) && !locked.includes(name))
      .map(missingProblem),
    ...locked.filter((name) => found.filter((one) => one === name).length !== 1).map(lockedProblem),
  ];
};

/**
 * Puts values in place of fields. A null or absent value leaves `blank` to be filled by hand.
 * Values are never read as templates, so braces inside a name stay as they are.
 */
export const fillWording = (
  template: string,
  values: Readonly<Record<string, string | null>>,
  blank: string = '____________________',
): string => {
  const byName = new Map(Object.entries(values).map(([name, value]) => [fieldName(name), value]));
  return parseWording(template)
    .map((part) => (part.kind === 'text' ? part.text : (byName.get(part.name) ?? blank)))
    .join('');
};
