/** Addresses of the screens cards lead to. */

export const studentLink = (id: number): string => `/students/${id}`;
/** The tab of the absences of a student's card. */
export const studentAbsencesLink = (id: number): string => `/students/${id}?tab=absences`;
export const guardianLink = (id: number): string => `/guardians/${id}`;
export const teacherLink = (id: number): string => `/teachers/${id}`;
export const classLink = (id: number): string => `/classes/${id}`;
export const appealLink = (id: number): string => `/appeals/${id}`;
export const newAppealLink = (studentId: number): string => `/appeals/new?studentId=${studentId}`;
export const absenceLink = (id: number): string => `/absences?id=${id}`;
export const newAbsenceLink = (studentId: number): string => `/absences/new?studentId=${studentId}`;
