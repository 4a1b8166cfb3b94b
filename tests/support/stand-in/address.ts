/**
 * Chromium knows no `office:` scheme without Electron, so pages really live under an address that
 * no network has; the product's code only ever sees `office://app/…`.
 */
const real = 'https://office-app.invalid/';
const product = 'office://app/';

export const toReal = (url: string): string => url.replace(product, real);
export const toProduct = (url: string): string =>
  url.startsWith(real) ? url.replace(real, product) : url;

/** An `Origin` header has no slash at its end. */
export const originToProduct = (origin: string): string =>
  `${origin}/` === real ? product.slice(0, -1) : origin;
