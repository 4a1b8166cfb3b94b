export const peopleOperations = {} as const;
