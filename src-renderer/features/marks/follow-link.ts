import type { EntryChoice } from './entry-store.ts';
import { mondayOf } from './periods.ts';

const isDay = (text: string | null): text is string => /^\d{4}-\d{2}-\d{2}$/u.test(text ?? '');

const startYearOf = (day: string): number =>
  Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);

const idOf = (text: string | null): number | null => {
  const id = Number(text);
  return Number.isInteger(id) && id > 0 ? id : null;
};

/** What a link (see links.ts) asks to be shown; nothing when the address names nothing. */
export const choiceOf = (search: string): Partial<EntryChoice> => {
  const params = new URLSearchParams(search);
  const date = params.get('date');
  const classId = idOf(params.get('classId'));
  const studentId = idOf(params.get('studentId'));
  return {
    ...(isDay(date) && {
      startYear: startYearOf(date),
      week: mondayOf(date),
      day: date,
      period: date.slice(0, 7),
    }),
    ...(classId !== null && { classId, subject: params.get('subject') }),
    ...(studentId !== null && { studentId }),
  };
};
