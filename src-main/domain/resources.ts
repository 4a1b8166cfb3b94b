/** Digital resources on the portal (S1): addresses, and what is prepared for an appeal. */
import type { IsoDate } from './dates.ts';
import { shortDate } from './russian.ts';

/**
 * What stood on the portal before the appeal was not prepared for it: it is a ready resource, which
 * the information summary does not count (S1, «разработанных по темам уроков, заявленным в
 * обращениях»). Russian text of the problem, or null.
 */
export const preparedProblem = (postedOn: IsoDate, appealOn: IsoDate): string | null =>
  postedOn >= appealOn
    ? null
    : `Ресурс размещён ${shortDate(postedOn)}, раньше обращения (${shortDate(appealOn)}): это готовый ресурс.`;

const NOT_AN_ADDRESS =
  'Это не адрес страницы. Скопируйте его из строки браузера: он начинается с https:// или http://.';

/**
 * Russian text of what is wrong with a portal address, or null. Accepts http and https with a
 * host, without spaces, login or password.
 */
export const portalAddressProblem = (text: string): string | null => {
  const address = text.trim();
  if (address === '') return 'Укажите адрес ресурса на портале.';
  // The URL class repairs «http:/x» and spaces; a register must not guess.
  if (!/^https?:\/\/[^\s/?#\\]+(?:[/?#][^\s\\]*)?$/i.test(address) || !URL.canParse(address)) {
    return NOT_AN_ADDRESS;
  }
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') {
    return 'В адресе не должно быть логина и пароля. Уберите их.';
  }
  return /[\p{L}\d]/u.test(url.hostname) ? null : NOT_AN_ADDRESS;
};

const addressKey = (text: string): string => {
  const address = text.trim();
  return URL.canParse(address) ? new URL(address).href.replace(/\/$/, '') : address;
};

/** The same address written another way compares equal: host in lower case, no trailing slash. */
export const sameAddress = (a: string, b: string): boolean => addressKey(a) === addressKey(b);
