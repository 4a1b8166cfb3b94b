import { createContext, useContext } from 'react';

/**
 * The last command known to the answer a screen shows; a form sends it back as the version of what
 * it overwrites. `Pending` gives it to everything it draws; other places name it themselves.
 */
export const ReadAt = createContext<number | null>(null);

export const useReadAt = (): number | null => useContext(ReadAt);
