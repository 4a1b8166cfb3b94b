import type { PickedFile } from '../../src-main/contract/host.ts';
import type { Progress, Reply } from '../../src-main/contract/operation.ts';
import { connection as text } from '../strings/common.ts';
import { OperationError, unwrap } from './failure.ts';
import type { PickFilesOptions, Transport } from './transport.ts';

const unreachable = (): OperationError =>
  new OperationError({ code: 'host-unreachable', message: text.unreachable, fields: [] });

const sessionOver = (): OperationError =>
  new OperationError({ code: 'session-over', message: text.sessionOver, fields: [] });

/**
 * The secret of the launch: the page of the entry left it in the storage of this origin, which
 * other ports cannot read. Electron has none and needs none.
 */
const sessionHeaders = (): Readonly<Record<string, string>> => {
  const secret = localStorage.getItem('office-session');
  return secret === null ? {} : { 'X-Office-Session': secret };
};

const request = async (path: string, init: RequestInit): Promise<Response> => {
  const headers = { ...(init.headers as Record<string, string>), ...sessionHeaders() };
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init, headers });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw unreachable();
  }
  if (response.status === 403) throw sessionOver();
  return response;
};

const replyOf = async (response: Response): Promise<Reply> => {
  try {
    return (await response.json()) as Reply;
  } catch {
    throw unreachable();
  }
};

const postJson = (path: string, body: unknown, signal?: AbortSignal): Promise<Response> =>
  request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });

type Line = { readonly progress: Progress } | { readonly reply: Reply };

/** Reads NDJSON: any number of `{progress}` lines, then one `{reply}`. */
const readLines = async (
  body: ReadableStream<Uint8Array>,
  onProgress?: (progress: Progress) => void,
): Promise<Reply> => {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += value ? decoder.decode(value, { stream: true }) : '';
    const lines = rest.split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    for (const line of lines.filter((item) => item.trim() !== '')) {
      const message = JSON.parse(line) as Line;
      if ('reply' in message) return message.reply;
      onProgress?.(message.progress);
    }
    if (done) throw unreachable();
  }
};

const cancelled: Reply = {
  ok: false,
  error: { code: 'cancelled', message: text.cancelled, fields: [] },
};

const call: Transport['call'] = async (name, input, { signal, onProgress } = {}) => {
  try {
    const callId = crypto.randomUUID();
    const response = await postJson('/api/call', { callId, name, input }, signal);
    if (!response.body) throw unreachable();
    return await readLines(response.body, onProgress);
  } catch (error) {
    if (signal?.aborted) return cancelled;
    throw error instanceof OperationError ? error : unreachable();
  }
};

const upload = async (file: File): Promise<PickedFile> =>
  unwrap(
    await replyOf(
      await request('/api/upload', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/octet-stream',
          'X-File-Name': encodeURIComponent(file.name),
        },
        body: file,
      }),
    ),
  );

/** Sends files to the host one after another. */
export const uploadAll = async (files: readonly File[]): Promise<readonly PickedFile[]> => {
  const picked: PickedFile[] = [];
  for (const file of files) picked.push(await upload(file));
  return picked;
};

const chooseFiles = ({ extensions, multiple }: PickFilesOptions): Promise<readonly File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = multiple;
    input.accept = extensions.map((extension) => `.${extension}`).join(',');
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });

/** A produced file's address for one reading: frames and downloads carry no headers. */
const addressOf = async (kind: 'file' | 'print', handle: string): Promise<string> =>
  unwrap<{ address: string }>(await replyOf(await postJson(`/api/${kind}`, { handle }))).address;

const download = (path: string, name: string): void => {
  const link = document.createElement('a');
  link.href = path;
  link.download = name;
  link.click();
};

/** The same screens in a system browser over the loopback server. */
export const createHttpTransport = (): Transport => ({
  call,
  about: async () => unwrap(await replyOf(await request('/api/about', {}))),
  pickFiles: async (options) => uploadAll(await chooseFiles(options)),
  uploadFiles: uploadAll,
  hasFolderDialog: false,
  pickFolder: async (path) => unwrap(await replyOf(await postJson('/api/folder', { path }))),
  async saveFile({ handle, name }) {
    download(await addressOf('file', handle), name);
    return true;
  },
  savePdf: () => Promise.reject(unreachable()),
  printUrl: (handle) => addressOf('print', handle),
});
