/** The part of yauzl 3.4 that the zip guard uses; the package ships no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export interface Entry {
    readonly fileName: string;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    isEncrypted(): boolean;
  }

  export interface ZipFile {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }

  export function fromBufferPromise(
    buffer: Buffer,
    options?: { readonly validateEntrySizes?: boolean; readonly decodeStrings?: boolean },
  ): Promise<ZipFile>;
}
