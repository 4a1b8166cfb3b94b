import { app } from './app.ts';
import { asked, prepared } from './dialogs.ts';
import { invoke } from './ipc.ts';
import type { Frame } from './ipc.ts';
import { permissions, protocolHandlers, registeredSchemes, requestFilter } from './session.ts';
import { printer } from './web-contents.ts';
import { BrowserWindow, openedWindows } from './windows.ts';

/** Whether a page gets a permission, asked both ways of Electron. */
const isAllowed = async (permission: string, page: string): Promise<boolean> => {
  const asked = await new Promise<boolean>((resolve) => {
    permissions.ask(null, permission, resolve, { requestingUrl: page });
  });
  return asked && permissions.check(null, permission, page);
};

const own = 'office://app/index.html';

const commands = (menu: () => unknown) => ({
  /** What the product has configured, to be compared with the design. */
  async facts() {
    return {
      windows: openedWindows,
      schemes: registeredSchemes,
      menu: menu(),
      permissions: {
        camera: await isAllowed('media', own),
        check: permissions.check(null, 'notifications', own),
        reading: await isAllowed('clipboard-read', own),
        copying: await isAllowed('clipboard-sanitized-write', own),
        strangerCopying: await isAllowed('clipboard-sanitized-write', 'https://example.org/'),
        device: permissions.device(),
      },
      network: await requestFilter('https://example.org/'),
      visible: BrowserWindow.all.map(({ isVisible }) => isVisible),
      userData: app.getPath('userData'),
    };
  },
  prepare: (answers: readonly unknown[]) => prepared.push(...answers),
  asked: () => asked,
  printNext(answer: readonly [boolean, string]) {
    printer.answer = answer;
  },
  prints: () => printer.jobs,
  /** A call as another frame would make it. */
  invokeAs(frame: Frame, ...args: readonly unknown[]) {
    return invoke(BrowserWindow.all[0]?.webContents, frame, 'office', args);
  },
  /** A request past Chromium, which would tidy the address first. */
  async request(url: string, method = 'GET') {
    const handler = protocolHandlers.get('office');
    const untidy = Object.defineProperty(new Request('office://app/', { method }), 'url', {
      value: url,
    });
    const response = await handler?.(untidy);
    const headers = Object.fromEntries(response?.headers ?? []);
    return { status: response?.status, headers, text: await response?.text() };
  },
  press(input: object) {
    const prevented = { is: false };
    const event = { preventDefault: () => void (prevented.is = true) };
    BrowserWindow.all[0]?.webContents.emit('before-input-event', event, input);
    return { prevented: prevented.is, zoom: BrowserWindow.all[0]?.webContents.zoomLevel };
  },
  closeWindow: () => void BrowserWindow.all[0]?.close(),
  quit: () => app.quit(),
});

interface Ask {
  readonly id: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Lets the test, in the parent process, ask and steer the stand-in. */
export const driveBy = (channel: NodeJS.Process, menu: () => unknown): void => {
  const known: Readonly<Record<string, (...args: never[]) => unknown>> = commands(menu);
  channel.on('message', ({ id, name, args }: Ask) => {
    const answer = async (): Promise<void> => {
      const value = await known[name]?.(...(args as never[]));
      channel.send?.({ id, value });
    };
    answer().catch((error: unknown) => channel.send?.({ id, error: String(error) }));
  });
};
