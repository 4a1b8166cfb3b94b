/** The word a table of words holds for a stored value; «constructor» is a value like any other. */
export const ownValue = <V>(table: Readonly<Record<string, V>> | undefined, key: string) =>
  table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
