export const resourcesOperations = {} as const;
