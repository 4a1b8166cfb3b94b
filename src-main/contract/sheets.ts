export const sheetsOperations = {} as const;
