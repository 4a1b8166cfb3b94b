/**
 * The value a table holds under a word that a person typed: only what was put there, so that
 * «constructor» and `__proto__` are words like any other.
 */
export const ownValue = <V>(table: Readonly<Record<string, V>> | undefined, key: string) =>
  table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
