import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeOne } from '../../app/safe-write.ts';

const windowState = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(640),
  height: z.int().min(480),
  isMaximized: z.boolean(),
});
export type WindowState = z.output<typeof windowState>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const fileName = 'window.json';

const touches = (state: WindowState, area: Area): boolean =>
  state.x < area.x + area.width - 100 &&
  state.x + state.width > area.x + 100 &&
  state.y >= area.y - 10 &&
  state.y < area.y + area.height - 100;

/** Where the window stood; null when unknown or when that screen is no longer there. */
export const readWindowState = (folder: string, screens: readonly Area[]): WindowState | null => {
  try {
    const state = windowState.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8')));
    return screens.some((area) => touches(state, area)) ? state : null;
  } catch {
    // A lost or damaged file only costs the place of the window.
    return null;
  }
};

export const saveWindowState = (folder: string, state: WindowState): Promise<void> =>
  writeOne(folder, fileName, new TextEncoder().encode(JSON.stringify(state)));
