export const absencesOperations = {} as const;
