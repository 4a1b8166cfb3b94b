export const appealsOperations = {} as const;
