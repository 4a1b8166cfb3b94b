import type { ErrorReply } from '../contract/errors.ts';
import type { Progress } from '../contract/operation.ts';
import type { LogEntry } from './log.ts';

/** What the core's thread needs to open the data folder. */
export interface CoreSettings {
  readonly folder: string;
  /** Name of the program for the folder lock's message. */
  readonly program: string;
  /** Who works, as the audit writes it. */
  readonly actor: string;
}

export type Request =
  | { readonly kind: 'call'; readonly name: string; readonly input: unknown }
  | { readonly kind: 'register'; readonly path: string; readonly name: string | undefined }
  | { readonly kind: 'lend'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'locate'; readonly ticket: string }
  | { readonly kind: 'read'; readonly ticket: string }
  | { readonly kind: 'close' };

/** From the host to the core. */
export type ToCore =
  | { readonly id: number; readonly request: Request }
  | { readonly id: number; readonly request: { readonly kind: 'cancel' } };

/** From the core to the host. */
export type FromCore =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly error: ErrorReply }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: ErrorReply }
  | { readonly kind: 'log'; readonly entry: LogEntry };
