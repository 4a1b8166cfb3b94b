export const marksOperations = {} as const;
