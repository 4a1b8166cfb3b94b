import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSession } from '../../src-main/hosts/http/guard.ts';
import type { Session } from '../../src-main/hosts/http/guard.ts';

/** The port and the rights of a developer's run: an open page stays good when the host restarts. */
export interface Door {
  readonly port: number;
  readonly session: Session;
}

/** In the data folder, for its owner's eyes only. */
const fileOf = (folder: string): string => join(folder, 'development.json');

/** The door of the run before; a new one, on any free port, when there was none. */
export const readDoor = (folder: string): Door => {
  const file = fileOf(folder);
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Door)
    : { port: 0, session: createSession() };
};

export const keepDoor = (folder: string, door: Door): void =>
  writeFileSync(fileOf(folder), JSON.stringify(door), { mode: 0o600 });
