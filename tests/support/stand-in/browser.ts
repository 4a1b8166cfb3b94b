import { chromium } from 'playwright-core';
import type { BrowserContext, Page, Request as PageRequest, Route } from 'playwright-core';
import packaged from '@sparticuz/chromium';
import { originToProduct, toProduct, toReal } from './address.ts';
import { protocolHandlers, requestFilter } from './session.ts';

export type NavigationJudge = (page: Page, request: PageRequest) => boolean;

let context: Promise<BrowserContext> | null = null;
let judge: NavigationJudge = () => true;

/** Who decides whether a page may go somewhere: the windows' `will-navigate` listeners. */
export const judgeNavigation = (next: NavigationJudge): void => {
  judge = next;
};

const productRequest = (request: PageRequest): Request => {
  const headers = new Headers(request.headers());
  const origin = headers.get('origin');
  if (origin !== null) headers.set('origin', originToProduct(origin));
  const body = request.postDataBuffer();
  return new Request(toProduct(request.url()), {
    method: request.method(),
    headers,
    ...(body && { body: new Uint8Array(body) }),
  });
};

const fulfil = async (route: Route, response: Response): Promise<void> =>
  route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });

/** The first request of a window opened by a page has no frame yet: nobody asked for it. */
const isWelcome = (request: PageRequest): boolean => {
  try {
    return judge(request.frame().page(), request);
  } catch {
    return false;
  }
};

const serve = async (route: Route): Promise<void> => {
  const request = route.request();
  if (request.isNavigationRequest() && !isWelcome(request)) return route.abort('aborted');
  const url = toProduct(request.url());
  if (await requestFilter(url)) return route.abort('blockedbyclient');
  const handler = protocolHandlers.get(new URL(url).protocol.slice(0, -1));
  return handler ? fulfil(route, await handler(productRequest(request))) : route.continue();
};

const launch = async (): Promise<BrowserContext> => {
  const port = process.env['STAND_IN_CDP_PORT'];
  const browser = await chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', ...(port ? [`--remote-debugging-port=${port}`] : [])],
  });
  const made = await browser.newContext({
    locale: 'ru-RU',
    viewport: { width: 1280, height: 800 },
  });
  await made.route('**', serve);
  return made;
};

export const browserContext = (): Promise<BrowserContext> => (context ??= launch());

export const closeBrowser = async (): Promise<void> => {
  const made = await context;
  await made?.browser()?.close();
};

export { toProduct, toReal };
