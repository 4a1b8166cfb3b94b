/** Commands of this window that are not answered yet: a key pressed now speaks of them too. */
const underway = new Set<Promise<unknown>>();

/** Counts a command as under way until it is answered, whatever the answer is. */
export const keepUnderway = async <T>(command: Promise<T>): Promise<T> => {
  underway.add(command);
  try {
    return await command;
  } finally {
    underway.delete(command);
  }
};

/** Resolves when no command is under way. */
export const allAnswered = async (): Promise<void> => {
  while (underway.size > 0) await Promise.allSettled(underway);
};
