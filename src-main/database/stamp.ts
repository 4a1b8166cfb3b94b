/** `2026-03-02_10-00-00` of a moment (UTC), for names of files. */
export const fileStamp = (now: number): string =>
  new Date(now).toISOString().slice(0, 19).replaceAll(':', '-').replace('T', '_');
