import { forms as text } from '../strings/common.ts';
import { confirm } from './confirm.ts';

/** Forms with unsaved changes; leaving a screen or the window asks first. */
const dirty = new Set<symbol>();

export const setDirty = (form: symbol, isDirty: boolean): void => {
  if (isDirty) dirty.add(form);
  else dirty.delete(form);
};

export const askToLeave = (): Promise<boolean> =>
  confirm({
    title: text.leaveTitle,
    message: text.leaveText,
    confirm: text.leave,
    cancel: text.stay,
    danger: true,
    safe: true,
  });

/** True when nothing is unsaved or the user gives it up. */
export const mayLeave = async (): Promise<boolean> => {
  if (dirty.size === 0) return true;
  const leave = await askToLeave();
  if (leave) dirty.clear();
  return leave;
};

// The browser shows its own question; Electron's host turns the refusal into a dialog.
window.addEventListener('beforeunload', (event) => {
  if (dirty.size > 0) event.preventDefault();
});
