/** Starts that make Excel take a text for a formula. */
const DANGEROUS = /^[=+\-@\t\r]/;

/** A formula-safe, quoted field; only real numbers may begin with a minus. */
const field = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = DANGEROUS.test(value) ? `'${value}` : value;
  return /[;"\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/**
 * Writes CSV as Russian Excel opens it: UTF-8 with a byte order mark, `;`, CRLF, decimal comma.
 * Texts that Excel would run as formulas get an apostrophe in front.
 */
export const writeCsv = (
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Uint8Array => {
  const lines = [columns, ...rows].map((row) => row.map(field).join(';'));
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
};
