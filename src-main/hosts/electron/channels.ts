import { BrowserWindow, ipcMain } from 'electron';
import type { IpcMainInvokeEvent } from 'electron';
import type { Office } from '../../app/office.ts';
import { parseInput } from '../../app/validate.ts';
import { OfficeError } from '../../contract/errors.ts';
import { hostChannels } from '../../contract/host.ts';
import type { HostAbout, HostChannel, HostPayload } from '../../contract/host.ts';
import type { Progress, Reply } from '../../contract/operation.ts';
import type { Logger } from '../../ports/logger.ts';
import { readPrintPage, readProduced } from '../shared/outputs.ts';
import { toReply } from '../shared/replies.ts';
import { pickFiles, pickFolder, saveAs } from './dialogs.ts';
import { isOwnAddress } from './origin.ts';
import type { PrintQueue } from './printing.ts';

export interface ChannelParts {
  readonly office: Office;
  readonly log: Logger;
  readonly about: HostAbout;
  readonly printing: PrintQueue;
}

/** Channels that answer data; `call` answers with the operation's own reply. */
type Handlers = {
  readonly [C in Exclude<HostChannel, 'call'>]: (
    payload: HostPayload<C>,
    window: BrowserWindow,
  ) => unknown;
};

const handlersOf = (
  { office, about, printing }: ChannelParts,
  running: ReadonlyMap<string, AbortController>,
): Handlers => ({
  cancel({ callId }) {
    running.get(callId)?.abort();
    return {};
  },
  about: () => about,
  pickFiles: (payload, window) => pickFiles(window, office, payload),
  pickFolder: (payload, window) => pickFolder(window, office, payload),
  async saveFile({ handle }, window) {
    const { name, bytes } = await readProduced(office, handle);
    return { saved: await saveAs(window, name, bytes) };
  },
  async print({ handle }) {
    await readPrintPage(office, handle);
    return { printed: await printing.print(handle) };
  },
  async savePdf({ handle }, window) {
    const { name } = await readPrintPage(office, handle);
    const bytes = await printing.pdf(handle);
    return { saved: await saveAs(window, name.replace(/\.html$/iu, '.pdf'), bytes) };
  },
});

/** Only the top frame of our own page may ask; a print page or a stranger may not. */
const windowOf = ({ sender, senderFrame }: IpcMainInvokeEvent): BrowserWindow => {
  const window = BrowserWindow.fromWebContents(sender);
  if (window && senderFrame?.parent === null && isOwnAddress(senderFrame.url)) return window;
  throw new OfficeError('sender-refused', 'Запрос не от страницы программы отклонён.');
};

const channelOf = (name: unknown): HostChannel => {
  if (typeof name === 'string' && Object.hasOwn(hostChannels, name)) return name as HostChannel;
  throw new OfficeError('channel-unknown', 'Такого действия у программы нет.');
};

/** Answers the preload's single function. Every argument is untrusted until parsed here. */
export const serveChannels = (parts: ChannelParts): void => {
  const { office, log } = parts;
  const running = new Map<string, AbortController>();
  const handlers = handlersOf(parts, running);

  const call = async (
    { callId, name, input }: HostPayload<'call'>,
    { webContents }: BrowserWindow,
  ): Promise<Reply> => {
    const control = new AbortController();
    const abort = (): void => control.abort();
    const onProgress = (progress: Progress): void => {
      if (!webContents.isDestroyed()) webContents.send('office-progress', callId, progress);
    };
    running.set(callId, control);
    webContents.once('destroyed', abort);
    try {
      return await office.call(name, input, { signal: control.signal, onProgress });
    } finally {
      running.delete(callId);
      if (!webContents.isDestroyed()) webContents.removeListener('destroyed', abort);
    }
  };

  const answer = async (
    event: IpcMainInvokeEvent,
    name: unknown,
    payload: unknown,
  ): Promise<Reply> => {
    const reply = await toReply('ipc', log, async () => {
      const window = windowOf(event);
      const channel = channelOf(name);
      if (channel === 'call') return call(parseInput(hostChannels.call, payload), window);
      const handler = handlers[channel] as (payload: unknown, window: BrowserWindow) => unknown;
      return handler(parseInput(hostChannels[channel], payload), window);
    });
    return name === 'call' && reply.ok ? (reply.data as Reply) : reply;
  };

  ipcMain.handle('office', answer);
};
