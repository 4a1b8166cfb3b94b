export const calendarOperations = {} as const;
