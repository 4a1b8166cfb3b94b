type Value = string | number | boolean | null | undefined;

/** Address of a screen: the path and what is asked after `?`; what is null or absent is left out. */
export const address = (path: string, asked: Readonly<Record<string, Value>> = {}): string => {
  const given = Object.entries(asked).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [[key, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
};

/** The id of a row in an address; null when it is none. */
export const idIn = (text: string | null): number | null => {
  const id = Number(text);
  return Number.isInteger(id) && id > 0 ? id : null;
};
