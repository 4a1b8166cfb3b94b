import { OfficeError } from '../contract/errors.ts';
import type { InputFile } from '../ports/files.ts';

/** Sent files kept at once: 200 MB, four of the biggest. */
const maxLentBytes = 200 * 1024 * 1024;

const tooMany = (): OfficeError =>
  new OfficeError(
    'uploads-too-big',
    'Файлы вместе больше 200 МБ. Выберите сначала часть из них, остальные — после загрузки.',
  );

/**
 * Files the screens sent, in memory only: what a school brings for an import, passwords of the
 * diary included, must not lie on the disk a second time. A file may be read again (another answer
 * to a question of the import), so those already read go only when room is needed.
 */
export const createLentFiles = (limit = maxLentBytes) => {
  const fresh = new Map<string, InputFile>();
  const used = new Map<string, InputFile>();
  let total = 0;
  const drop = (ticket: string): void => {
    const file = fresh.get(ticket) ?? used.get(ticket);
    if (!file) return;
    total -= file.bytes.byteLength;
    file.bytes.fill(0);
    fresh.delete(ticket);
    used.delete(ticket);
  };
  return {
    /** @throws OfficeError `uploads-too-big` when what nobody has read yet takes all the room */
    put(ticket: string, file: InputFile): void {
      for (const old of used.keys()) {
        if (total + file.bytes.byteLength <= limit) break;
        drop(old);
      }
      if (total + file.bytes.byteLength > limit) throw tooMany();
      fresh.set(ticket, file);
      total += file.bytes.byteLength;
    },
    /** A copy: the file may be dropped while it is being read. */
    read(ticket: string): InputFile | undefined {
      const file = fresh.get(ticket) ?? used.get(ticket);
      if (!file) return undefined;
      fresh.delete(ticket);
      // Set anew, the one read last is the last to go.
      used.delete(ticket);
      used.set(ticket, file);
      return { name: file.name, bytes: Uint8Array.from(file.bytes) };
    },
    drop,
    forget: () => [...fresh.keys(), ...used.keys()].forEach(drop),
  };
};
