/** QR codes of the forms: drawn as a path in HTML and as a black-and-white PNG in Word. */

import { crc32, deflateSync } from 'node:zlib';
import QRCode from 'qrcode';

interface Modules {
  /** Modules on a side, the quiet zone included. */
  readonly side: number;
  readonly isDark: (x: number, y: number) => boolean;
}

/** Light modules around the code, without which readers miss it. */
const quiet = 2;

const modulesOf = (text: string): Modules => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const inside = (at: number): boolean => at >= quiet && at < modules.size + quiet;
  return {
    side: modules.size + quiet * 2,
    isDark: (x, y) =>
      inside(x) && inside(y) && modules.data[(y - quiet) * modules.size + x - quiet] === 1,
  };
};

/** A run of dark modules is one rectangle of the path. */
const pathOf = ({ side, isDark }: Modules): string => {
  let path = '';
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      if (!isDark(x, y)) continue;
      const from = x;
      while (isDark(x + 1, y)) x += 1;
      path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
    }
  return path;
};

/** The newest drawings by text: every card of a print carries the same one. */
const remembered = <V>(make: (text: string) => V): ((text: string) => V) => {
  const known = new Map<string, V>();
  return (text) => {
    const found = known.get(text) ?? make(text);
    if (known.size > 20) known.clear();
    known.set(text, found);
    return found;
  };
};

/** `viewBox` side and path of the SVG. */
export const qrPath = remembered((text) => {
  const modules = modulesOf(text);
  return { side: modules.side, path: pathOf(modules) };
});

const chunk = (name: string, data: Uint8Array): Uint8Array => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), body.length + 4);
  return bytes;
};

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Dots of the picture per module: enough for 600 dpi at the size of a card. */
const dots = 12;

/** One bit a dot, 1 = light. */
const scanLines = ({ side, isDark }: Modules): Uint8Array => {
  const width = side * dots;
  const stride = Math.ceil(width / 8) + 1;
  const lines = Buffer.alloc(stride * width);
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (isDark(Math.floor(x / dots), Math.floor(y / dots))) continue;
      const at = y * stride + 1 + (x >> 3);
      lines[at] = (lines[at] ?? 0) | (0x80 >> (x & 7));
    }
  return lines;
};

/** The code as a PNG of one bit depth. */
export const qrPng = remembered((text): Uint8Array => {
  const modules = modulesOf(text);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(modules.side * dots, 0);
  head.writeUInt32BE(modules.side * dots, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(scanLines(modules))),
    chunk('IEND', new Uint8Array()),
  ]);
});
