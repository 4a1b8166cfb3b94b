import { schoolYearOf } from '../../../src-main/domain/calendar.ts';
import { mondayOf } from '../../../src-main/domain/dates.ts';
import { isDay } from '../../ui/dates.ts';
import type { EntryChoice } from './entry-store.ts';

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
      startYear: schoolYearOf(date),
      week: mondayOf(date),
      day: date,
      period: date.slice(0, 7),
    }),
    ...(classId !== null && { classId, subject: params.get('subject') }),
    ...(studentId !== null && { studentId }),
  };
};
