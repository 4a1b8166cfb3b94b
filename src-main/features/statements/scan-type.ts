/** What a scan is by its content, never by its name: PDF, JPG, PNG or none of them. */

export type ScanType = 'pdf' | 'jpg' | 'png';

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  Buffer.from(bytes.subarray(Math.max(from, 0), Math.max(from, 0) + length)).toString('latin1');

/** Header at the start, cross-reference and end mark at the end: a file cut short has none. */
const isPdf = (bytes: Uint8Array): boolean => {
  const tail = ascii(bytes, bytes.length - 2048, 2048);
  return (
    /^%PDF-\d\.\d/u.test(ascii(bytes, 0, 8)) && tail.includes('startxref') && tail.includes('%%EOF')
  );
};

const pngSignature = '\x89PNG\r\n\x1a\n';

/** Chunks from IHDR to IEND, each within the file. */
const isPng = (bytes: Uint8Array): boolean => {
  if (ascii(bytes, 0, 8) !== pngSignature || ascii(bytes, 12, 4) !== 'IHDR') return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24 || view.getUint32(16) === 0 || view.getUint32(20) === 0) return false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = ascii(bytes, at + 4, 4);
    at += 12 + view.getUint32(at);
    if (type === 'IEND') return at <= bytes.length;
  }
  return false;
};

/** Markers of a frame with its size (SOF0…SOF15 without the tables between them). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Segments up to the start of scan with a frame of some size, then the end mark. */
const isJpg = (bytes: Uint8Array): boolean => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  let framed = false;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) framed = view.getUint16(at + 5) > 0 && view.getUint16(at + 7) > 0;
    // The pictures' own data follow; cameras add a little after the end mark.
    if (marker === 0xda)
      return framed && ascii(bytes, bytes.length - 65_536, 65_536).includes('\xff\xd9');
    at += 2 + view.getUint16(at + 2);
  }
  return false;
};

export const scanTypeOf = (bytes: Uint8Array): ScanType | null => {
  if (isPdf(bytes)) return 'pdf';
  if (isPng(bytes)) return 'png';
  return isJpg(bytes) ? 'jpg' : null;
};
