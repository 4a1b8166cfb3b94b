export const journalOperations = {} as const;
