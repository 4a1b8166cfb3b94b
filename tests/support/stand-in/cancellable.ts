import type { EventEmitter } from 'node:events';

/** Emits an event whose listeners may call `preventDefault`; says whether one did. */
export const isPrevented = (
  emitter: EventEmitter,
  name: string,
  details: object = {},
  ...rest: readonly unknown[]
): boolean => {
  let prevented = false;
  const event = {
    ...details,
    preventDefault() {
      prevented = true;
    },
  };
  emitter.emit(name, event, ...rest);
  return prevented;
};
