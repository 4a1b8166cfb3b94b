/** The screens' own address: `office://app/…`. */
export const scheme = 'office';
export const startAddress = `${scheme}://app/`;

const parse = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null);

/** Whether an address belongs to the program's own pages. */
export const isOwnAddress = (url: string): boolean => {
  const parsed = parse(url);
  return parsed?.protocol === `${scheme}:` && parsed.host === 'app' && parsed.username === '';
};

export const printAddress = (handle: string): string => `${startAddress}print/${handle}`;

/** Whether an address is a print page, the only thing a frame may show. */
export const isPrintAddress = (url: string): boolean =>
  isOwnAddress(url) && new URL(url).pathname.startsWith('/print/');
