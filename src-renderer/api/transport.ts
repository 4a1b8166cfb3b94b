import type { OutputFile } from '../../src-main/contract/fields.ts';
import type { HostAbout, PickedFile, PickedFolder } from '../../src-main/contract/host.ts';
import type { Progress, Reply } from '../../src-main/contract/operation.ts';
import { createElectronTransport } from './electron.ts';
import { createHttpTransport } from './http.ts';

export interface CallOptions {
  /** Abort cancels the operation in the core. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface PickFilesOptions {
  /** Extensions without a dot; only a hint, content decides. */
  readonly extensions: readonly string[];
  readonly multiple: boolean;
}

/** What the screens ask of a host; the same in Electron and in a browser. */
export interface Transport {
  call(name: string, input: unknown, options?: CallOptions): Promise<Reply>;
  about(): Promise<HostAbout>;
  /** Empty when the user closed the dialog. */
  pickFiles(options: PickFilesOptions): Promise<readonly PickedFile[]>;
  /** Files dropped on the window. */
  uploadFiles(files: readonly File[]): Promise<readonly PickedFile[]>;
  /** Whether folders are chosen in a system dialog; otherwise the path is typed. */
  readonly hasFolderDialog: boolean;
  /** `path` is where the dialog opens, or the typed path itself. Null when closed. */
  pickFolder(path: string | null): Promise<PickedFolder | null>;
  /** False when the user closed the dialog. */
  saveFile(file: OutputFile): Promise<boolean>;
  /** Prints a print-HTML file, false when the user gave it up; absent where the page prints itself. */
  readonly print?: (handle: string) => Promise<boolean>;
  savePdf(file: OutputFile): Promise<boolean>;
  /** Address of a print-HTML file for one loading of an iframe. */
  printUrl(handle: string): Promise<string>;
}

/** The one transport of this window. */
export const transport: Transport =
  typeof window.office === 'function'
    ? createElectronTransport(window.office)
    : createHttpTransport();
