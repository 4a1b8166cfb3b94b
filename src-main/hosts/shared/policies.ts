/**
 * Content-Security-Policy of the screens. Nothing is loaded from outside; no script and no style
 * is inline: the screens are written without <style> elements (src-renderer/README.md), and React
 * sets style properties through the CSSOM, which the policy leaves alone.
 */
export const screensRules = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'self'",
} as const;

export const policyOf = (rules: Readonly<Record<string, string>>): string =>
  Object.entries(rules)
    .map(([name, allowed]) => `${name} ${allowed}`)
    .join('; ');

export const screensPolicy = policyOf(screensRules);

/** Policy of a printed page: its own styles and the program's fonts, no scripts at all. */
export const printPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Headers of every answer, whatever it carries. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
