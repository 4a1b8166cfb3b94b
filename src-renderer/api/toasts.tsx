import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { toasts as text } from '../strings/common.ts';
import { OperationError } from './failure.ts';
import { lockedCode } from './lock.ts';

/** Long enough to read two lines and reach the button. */
const shownMs = 8000;

/** Successes shown at once; an older one goes, for a toast that waits in a queue is not read. */
const maxSuccesses = 2;
let successes: readonly string[] = [];

const showNewest = (message: ReactNode): string => {
  const kept = successes.slice(1 - maxSuccesses);
  for (const id of successes) if (!kept.includes(id)) notifications.hide(id);
  const id = notifications.show({ message, color: 'office', autoClose: shownMs });
  successes = [...kept, id];
  return id;
};

export const showSuccess = (message: string): void => void showNewest(message);

/** What was done only in part; stays until closed. */
export const showNotice = (message: string): void => {
  notifications.show({ message, color: 'orange', autoClose: false });
};

/** The Russian text of any failure; a bug of the screens gets a plain apology. */
export const messageOf = (error: unknown): string =>
  error instanceof OperationError ? error.message : text.unexpected;

/** Where no form marks the fields, the toast itself says what is wrong with them. */
export const fullMessageOf = (error: unknown): string => {
  const fields = error instanceof OperationError ? error.fields : [];
  return [...new Set([messageOf(error), ...fields.map(({ message }) => message)])].join(' ');
};

/** Failures stay until closed: nobody should miss one. */
export const showError = (error: unknown): void => {
  // The lock screen says it all.
  if (error instanceof OperationError && error.code === lockedCode) return;
  if (error instanceof OperationError && error.code === 'cancelled') {
    showSuccess(error.message);
    return;
  }
  notifications.show({
    title: text.failed,
    message: fullMessageOf(error),
    color: 'red',
    autoClose: false,
  });
};

/** The toast of each command; every one its own, for a shown id would keep the old one's time. */
const undoable = new Map<number, string>();

/** Takes the toast of an undone command away. */
export const hideUndoable = (auditId: number): void => {
  const id = undoable.get(auditId);
  if (id !== undefined) notifications.hide(id);
  undoable.delete(auditId);
};

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

/** A success with a button that takes the command back, or brings it back. */
export const showUndoable = (auditId: number, message: string, action: ToastAction): void => {
  hideUndoable(auditId);
  const id = showNewest(
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text size="sm">{message}</Text>
      <Button
        variant="light"
        size="compact-xs"
        flex="none"
        onClick={() => {
          action.run();
        }}
      >
        {action.label}
      </Button>
    </Group>,
  );
  undoable.set(auditId, id);
};

/** A failure told in the screen's own words; stays until closed. */
export const showRefusal = (message: string): void => {
  notifications.show({ title: text.failed, message, color: 'red', autoClose: false });
};

/** Takes every toast away: the next step of a wizard has its buttons where toasts stand. */
export const hideToasts = (): void => notifications.clean();
