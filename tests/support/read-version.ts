import { overwrites } from '../../src-main/app/overwrites.ts';
import type { CommandName } from '../../src-main/app/overwrites.ts';
import type { Call } from './read-cells.ts';
import { withCellsNow } from './read-cells.ts';

const takesVersion = (name: string): boolean =>
  Object.hasOwn(overwrites, name) && typeof overwrites[name as CommandName] === 'object';

/** The version a window would have that has just read everything. */
export const versionNow = async (call: Call): Promise<number> => {
  const reply = await call('lock.state', {});
  if (!reply.ok || reply.version === null) throw new Error('lock.state answered no version');
  return reply.version;
};

/**
 * What a command is called with: one that overwrites gets the version of somebody who has just
 * read, and its cells what stands in them, unless the test says what it had seen.
 */
export const asJustRead = async (call: Call, name: string, input: unknown): Promise<unknown> => {
  if (typeof input !== 'object' || input === null) return input;
  if (takesVersion(name) && !('version' in input))
    return { ...input, version: await versionNow(call) };
  return withCellsNow(call, name, input);
};
