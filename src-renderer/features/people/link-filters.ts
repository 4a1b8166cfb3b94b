/** `true` and `false` of an address become booleans, anything else stays a text. */
const valueOf = (text: string): string | boolean =>
  text === 'true' || text === 'false' ? text === 'true' : text;

/** Filters of a list that stand in the address after `?`; none leaves the list as it was left. */
export const linkFilters = (
  search: string,
  keys: readonly string[],
): { readonly filters?: Readonly<Record<string, string | boolean>> } => {
  const params = new URLSearchParams(search);
  const found = keys.flatMap((key) => {
    const value = params.get(key);
    return value === null ? [] : [[key, valueOf(value)] as const];
  });
  return found.length === 0 ? {} : { filters: Object.fromEntries(found) };
};
