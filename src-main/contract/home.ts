export const homeOperations = {} as const;
