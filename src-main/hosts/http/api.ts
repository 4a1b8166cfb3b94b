import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Office } from '../../app/office.ts';
import { parseInput } from '../../app/validate.ts';
import type { HostAbout } from '../../contract/host.ts';
import { hostChannels } from '../../contract/host.ts';
import type { Progress, Reply } from '../../contract/operation.ts';
import { OfficeError } from '../../contract/errors.ts';
import type { Logger } from '../../ports/logger.ts';
import { chooseFolder } from '../shared/folders.ts';
import { readPrintPage, readProduced } from '../shared/outputs.ts';
import { commonHeaders } from '../shared/policies.ts';
import { toReply } from '../shared/replies.ts';
import type { TakeUpload } from '../shared/uploads.ts';
import type { OnceTable } from './guard.ts';
import { bodyOf, readJson, sendReply } from './answers.ts';

export interface ApiParts {
  readonly office: Office;
  readonly takeUpload: TakeUpload;
  readonly log: Logger;
  readonly about: HostAbout;
  /** Tickets of produced files by the last part of their single-use address. */
  readonly addresses: OnceTable<string>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * One operation: lines of `{progress}`, then one of `{reply}`. A client that goes away cancels
 * the operation.
 */
const call =
  ({ office, log }: ApiParts): Answer =>
  async (request, response) => {
    const control = new AbortController();
    response.once('close', () => control.abort());
    response.writeHead(200, {
      ...commonHeaders,
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    const write = (line: { readonly progress: Progress } | { readonly reply: Reply }): void =>
      void response.write(`${JSON.stringify(line)}\n`);
    const parsed = await toReply('call', log, async () =>
      parseInput(hostChannels.call, await readJson(request)),
    );
    if (parsed.ok) {
      const { name, input } = parsed.data as { name: string; input: unknown };
      const onProgress = (progress: Progress): void => write({ progress });
      write({ reply: await office.call(name, input, { signal: control.signal, onProgress }) });
    } else write({ reply: parsed });
    response.end();
  };

const upload =
  ({ takeUpload, log }: ApiParts): Answer =>
  async (request, response) => {
    const name = request.headers['x-file-name'];
    const reply = await toReply('upload', log, () =>
      takeUpload(typeof name === 'string' ? name : null, bodyOf(request)),
    );
    sendReply(response, reply);
  };

const folder =
  ({ office, log }: ApiParts): Answer =>
  async (request, response) => {
    const reply = await toReply('folder', log, async () => {
      const { path } = parseInput(hostChannels.pickFolder, await readJson(request));
      if (path === null)
        throw new OfficeError('folder-path-invalid', 'Укажите полный путь к папке.');
      return chooseFolder(office, path);
    });
    sendReply(response, reply);
  };

/** The single-use address of a produced file, which must be there. */
const address =
  (
    { office, log, addresses }: ApiParts,
    folder: 'files' | 'print',
    read: typeof readProduced,
  ): Answer =>
  async (request, response) => {
    const reply = await toReply(folder, log, async () => {
      const { handle } = parseInput(hostChannels.saveFile, await readJson(request));
      await read(office, handle);
      return { address: `/${folder}/${addresses.give(handle)}` };
    });
    sendReply(response, reply);
  };

const about =
  (parts: ApiParts): Answer =>
  async (_request, response) =>
    sendReply(response, {
      ok: true,
      data: parts.about,
      auditId: null,
      undoable: false,
      version: null,
    });

/** Answers of `/api/…` by method and path. */
export const apiRoutes = (parts: ApiParts): Readonly<Record<string, Answer>> => ({
  'POST /api/call': call(parts),
  'POST /api/upload': upload(parts),
  'POST /api/folder': folder(parts),
  'POST /api/file': address(parts, 'files', readProduced),
  'POST /api/print': address(parts, 'print', readPrintPage),
  'GET /api/about': about(parts),
});
