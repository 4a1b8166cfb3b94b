import { z } from 'zod';
import { handle } from './fields.ts';

/**
 * What a host does for the screens besides `call`: dialogs, saving, printing. The screens know
 * only these channels; Electron answers them over IPC, the HTTP host partly in the browser.
 */

export const pickedFile = z.strictObject({
  handle,
  name: z.string(),
  /** Bytes. */
  size: z.int(),
});
export type PickedFile = z.output<typeof pickedFile>;

export const pickedFolder = z.strictObject({ handle, path: z.string() });
export type PickedFolder = z.output<typeof pickedFolder>;

export const hostAbout = z.strictObject({
  host: z.enum(['electron', 'http']),
  version: z.string(),
  dataFolder: z.string(),
  /** Other users of this computer can look into the data folder. */
  openToOthers: z.boolean(),
  /** Whether `savePdf` exists here; a browser saves PDF from its own print dialog. */
  canSavePdf: z.boolean(),
});
export type HostAbout = z.output<typeof hostAbout>;

/** Channel → input schema. Every host checks the payload against it before doing anything. */
export const hostChannels = {
  call: z.strictObject({ callId: z.uuid(), name: z.string().max(80), input: z.unknown() }),
  cancel: z.strictObject({ callId: z.uuid() }),
  about: z.strictObject({}),
  pickFiles: z.strictObject({
    /** Extensions without a dot; only a hint, content decides. */
    extensions: z.array(z.string().regex(/^[a-z0-9]{1,5}$/u)).max(12),
    multiple: z.boolean(),
  }),
  pickFolder: z.strictObject({ path: z.string().max(1000).nullable() }),
  /** Saves a produced file where the user says. */
  saveFile: z.strictObject({ handle }),
  /** Prints a print-HTML file through the system's dialog. */
  print: z.strictObject({ handle }),
  savePdf: z.strictObject({ handle }),
} as const;

export type HostChannel = keyof typeof hostChannels;
export type HostPayload<C extends HostChannel> = z.output<(typeof hostChannels)[C]>;
