/**
 * Remembers what a text was read as: names, classes and days of a file repeat a few hundred texts
 * 100,000 times.
 */
export const remembered = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    // A file of nothing but different texts must not fill the memory.
    if (known.size >= 20_000) known.clear();
    const value = read(text);
    known.set(text, value);
    return value;
  };
};
