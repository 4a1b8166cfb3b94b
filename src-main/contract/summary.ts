export const summaryOperations = {} as const;
