export const controlOperations = {} as const;
