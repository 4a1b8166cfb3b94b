/** Addresses the home screen and the wizard lead to. */
export const wizardLink = '/start';
export const newAppealLink = '/appeals/new';
export const newAppealFor = (studentId: number): string => `/appeals/new?studentId=${studentId}`;
export const newAbsenceLink = '/absences/new';
export const importLink = '/import';
export const summaryLink = '/summary';
export const duplicatesLink = '/duplicates';
export const versionLink = (id: number): string => `/summary/versions/${id}`;
export const studentLink = (id: number): string => `/students/${id}?tab=absences`;
