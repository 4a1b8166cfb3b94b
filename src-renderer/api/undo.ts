import { undo as text } from '../strings/audit-undo.ts';
import { confirm } from '../ui/confirm.ts';
import { currentScreen } from '../ui/location.ts';
import { callForReply, callOperation, queryClient } from './client.ts';
import { OperationError } from './failure.ts';
import { lockedCode } from './lock.ts';
import { behindDialog } from './running-job.ts';
import { hideUndoable, showError, showRefusal, showSuccess, showUndoable } from './toasts.tsx';
import type { CallOptions } from './transport.ts';
import { allAnswered } from './underway.ts';
import type { DescribedCommand } from './undo-words.ts';
import { inAccusative, nameOf, usersOf } from './undo-words.ts';

/** More rows than these are taken back only after a question, behind a dialog with progress. */
const largeRows = 20;

type Direction = 'undo' | 'redo';

/** A command of this window. */
interface Done {
  readonly auditId: number;
  /** Where it was run, and where it led: a new card opens after it is saved. */
  readonly screens: Set<string>;
  /** Null for a command found in the history. */
  readonly screenTitle: string | null;
  readonly time: string;
}

/** Newest last. */
const stacks: Readonly<Record<Direction, Done[]>> = { undo: [], redo: [] };

let titleOf: (path: string) => string = (path) => path;

/** The shell knows how screens are called. */
export const nameScreens = (name: (path: string) => string): void => {
  titleOf = name;
};

const drop = (direction: Direction, auditId: number): Done | undefined => {
  const stack = stacks[direction];
  const at = stack.findIndex((done) => done.auditId === auditId);
  return at === -1 ? undefined : stack.splice(at, 1)[0];
};

const newDone = (auditId: number, at = new Date()): Done => {
  const screen = currentScreen();
  const [path = '/'] = screen.split('?');
  const time = at.toLocaleTimeString('ru', { timeStyle: 'short' });
  return { auditId, screens: new Set([screen]), screenTitle: titleOf(path), time };
};

/** Remembers a command for Ctrl+Z; what was taken back before it cannot be brought back by a key. */
export const noteDone = (auditId: number): void => {
  const done = newDone(auditId);
  stacks.undo.push(done);
  stacks.redo.length = 0;
  setTimeout(() => done.screens.add(currentScreen()));
};

/** A command that cannot be taken back was run: the way forward is closed all the same. */
export const forgetRedo = (): void => {
  stacks.redo.length = 0;
};

/** A screen with its own buttons (histories) took a command back, or brought it back. */
export const noteMoved = (auditId: number, direction: Direction): void => {
  const other = direction === 'undo' ? 'redo' : 'undo';
  stacks[other].push(drop(direction, auditId) ?? newDone(auditId));
  hideUndoable(auditId);
};

const questionText = (command: DescribedCommand, done: Done): string =>
  [
    done.screenTitle === null ? text.madeAt(done.time) : text.made(done.screenTitle, done.time),
    ...(command.file === null ? [] : [text.file(command.file)]),
    text.rows(command.rows),
    ...command.printed.map(({ kind, rows }) => text.printed[kind](rows)),
    ...(command.losesSecret ? [text.losesSecret] : []),
  ].join('\n');

const mayGoOn = async (
  command: DescribedCommand,
  done: Done,
  { direction, byKey }: { readonly direction: Direction; readonly byKey: boolean },
): Promise<boolean> => {
  const isHere = done.screens.has(currentScreen());
  const isSmall = command.rows <= largeRows && command.printed.length === 0 && !command.losesSecret;
  if (isSmall && (isHere || !byKey)) return true;
  return await confirm({
    title: text.question[direction](inAccusative(command)),
    message: questionText(command, done),
    confirm: text.confirm[direction],
    cancel: text.keep[direction],
    danger: direction === 'undo',
    safe: true,
  });
};

/** True when the core would go on; otherwise says why not. */
const isPossible = (command: DescribedCommand, direction: Direction): boolean => {
  if (command.undone !== (direction === 'redo')) {
    showSuccess(text.already[direction](nameOf(command)));
    return false;
  }
  if (command.obstacle === null) return true;
  const using = command.usedBy.length > 0 ? ` ${text.usedBy(usersOf(command))}` : '';
  showRefusal(`${text.about(nameOf(command))} ${command.obstacle.message}${using}`);
  return false;
};

const send = async (
  { rows }: DescribedCommand,
  auditId: number,
  direction: Direction,
): Promise<void> => {
  const call = (options?: CallOptions) =>
    callForReply(`audit.${direction}`, { id: auditId }, options);
  if (rows > largeRows) await behindDialog(text.progress[direction], call);
  else await call();
};

/** What is not about the command itself leaves it where it was. */
const passing: readonly string[] = [lockedCode, 'cancelled', 'host-unreachable', 'internal-error'];

/** @returns whether the command was moved */
const move = async (done: Done, direction: Direction, byKey: boolean): Promise<boolean> => {
  const { auditId } = done;
  try {
    const command = await callOperation('audit.describe', { id: auditId });
    if (!isPossible(command, direction)) {
      drop(direction, auditId);
      return false;
    }
    if (!(await mayGoOn(command, done, { direction, byKey }))) return false;
    await send(command, auditId, direction);
    noteMoved(auditId, direction);
    const back = direction === 'undo' ? 'redo' : 'undo';
    showUndoable(auditId, text.done[direction](nameOf(command)), {
      label: text[back],
      run: () => void queued(() => move(done, back, false)),
    });
    return true;
  } catch (error) {
    if (error instanceof OperationError && !passing.includes(error.code)) drop(direction, auditId);
    showError(error);
    return false;
  } finally {
    await queryClient.invalidateQueries();
  }
};

let queue: Promise<unknown> = Promise.resolve();

/** Keys pressed quickly are answered one after another. */
const queued = <T>(work: () => Promise<T>): Promise<T> => {
  const answer = queue.then(work, work);
  queue = answer;
  return answer;
};

const last = (direction: Direction): Promise<void> =>
  queued(async () => {
    await allAnswered();
    const done = stacks[direction].at(-1);
    if (done === undefined) showSuccess(text.nothing[direction]);
    else await move(done, direction, true);
  });

/** Takes the newest command of this window back: at once when it is small and of this screen. */
export const undoLast = (): Promise<void> => last('undo');

/** Brings back what was taken back last. */
export const redoLast = (): Promise<void> => last('redo');

/** A command of the history, whoever ran it, is always asked about. @returns whether it was moved */
export const moveFromHistory = (
  { id, time }: { readonly id: number; readonly time: string },
  direction: Direction,
): Promise<boolean> =>
  queued(() => move({ auditId: id, screens: new Set(), screenTitle: null, time }, direction, true));

/** A toast names its command, so it is asked about only when it is large or printed. */
export const undoFromToast = (auditId: number): Promise<void> =>
  queued(async () => {
    const done = stacks.undo.find((one) => one.auditId === auditId);
    if (done) await move(done, 'undo', false);
  });
