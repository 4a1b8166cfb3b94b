import type { ErrorField } from '../contract/errors.ts';
import { OfficeError } from '../contract/errors.ts';
import type { IsoDate } from './dates.ts';
import { localDay } from './dates.ts';
import { shortDate } from './russian.ts';

/** A save over what another window has changed since it was read is refused: both values live on. */

export interface LaterChange {
  /** Point of time, ISO 8601 in UTC. */
  readonly at: string;
  readonly actor: string;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** «в 14:05», of another day «03.03.2026 в 14:05»; the computer's own time. */
export const changedAt = (at: string, today: IsoDate): string => {
  const time = new Date(at);
  const day = localDay(at);
  const clock = `в ${two(time.getHours())}:${two(time.getMinutes())}`;
  return day === today ? clock : `${shortDate(day)} ${clock}`;
};

const advice = 'Ничего не сохранено. Сравните своё с тем, что сейчас в базе, и сохраните ещё раз.';

interface Found {
  readonly removed: boolean;
  /** The caller did not say what it had read. */
  readonly unread: boolean;
  readonly today: IsoDate;
}

/** `change` null: stored with the program, before the first command. */
export const staleRecord = (
  change: LaterChange | null,
  { removed, unread, today }: Found,
): OfficeError => {
  const when = change ? ` ${changedAt(change.at, today)} (${change.actor})` : '';
  const did = removed ? 'удалена' : 'изменена';
  const text = unread
    ? `Такая запись уже есть, она изменена${when}, а прочитанная версия не указана.`
    : `Запись ${did}${when}, уже после того как вы её прочитали.`;
  return new OfficeError('stale-version', `${text} ${advice}`);
};

export interface StaleCell {
  /** Path inside the operation's input. */
  readonly path: string;
  /** «Иванов Иван, 03.03.2026» */
  readonly where: string;
  readonly mine: string;
  readonly stored: string;
}

const quoted = (text: string): string => (text === '' ? 'пусто' : `«${text}»`);

/** Cells of a grid that say something else than the window saw, with both values of each. */
export const staleCells = (cells: readonly StaleCell[]): OfficeError => {
  const fields: ErrorField[] = cells.map(({ path, where, mine, stored }) => ({
    path,
    message: `${where}: сейчас в базе ${quoted(stored)}, у вас ${quoted(mine)}.`,
  }));
  const one = 'Клетку изменили в другом окне.';
  const many = `Клетки изменили в другом окне: ${cells.length}.`;
  return new OfficeError('stale-version', `${cells.length === 1 ? one : many} ${advice}`, fields);
};
