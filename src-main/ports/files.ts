import type { OutputFile } from '../contract/fields.ts';

/** A file the user gave (chosen, uploaded, named on the command line). */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files by ticket: paths never cross the contract. */
export interface Files {
  /** @throws OfficeError `file-handle-unknown`, `file-missing`, `file-too-big` */
  read(handle: string): Promise<InputFile>;
  /** Zeroes a file the screens sent; one on the user's own disk stays where it is. */
  forget(handle: string): void;
  /**
   * Puts a produced file into the outbox; the host saves or downloads it. What holds secrets
   * (`secret`) stays in memory, never on the disk, until the program is locked.
   */
  create(
    name: string,
    bytes: Uint8Array,
    options?: { readonly secret?: boolean },
  ): Promise<OutputFile>;
  /** Forgets the produced files that hold secrets, and every file the screens sent. */
  forgetSecrets(): void;
  /**
   * Writes several files into a folder the user chose: all of them or none.
   * @throws OfficeError `disk-full`, `folder-read-only`, `folder-missing`, `file-in-use`
   */
  writeInto(
    folder: string,
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  ): Promise<void>;
}
