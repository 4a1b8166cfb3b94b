import { weekday } from '../../../src-main/domain/dates.ts';
import { pressFor } from '../../support/http-office.ts';
import type { HttpSchool } from '../../support/http-school.ts';
import { addDays, openHttpSchool } from '../../support/http-school.ts';

/**
 * A class of four families: Ёлкина and Жилин refuse the electronic diary, Зуев cannot have it,
 * Юдин is served electronically. Lessons every weekday of the year, so that the tests do not
 * depend on the season.
 */
export interface SheetSchool extends HttpSchool {
  readonly zuev: number;
  readonly yudin: number;
  /** Monday of the last whole week; its lessons are over. */
  readonly week: string;
  readonly nextWeek: string;
  /** The class of that week's Friday. */
  readonly classId: number;
  readonly className: string;
  /** Puts a mark for Friday's algebra as a teacher would. */
  mark(studentId: number, text: string): Promise<void>;
}

const fullYear = (startYear: number) => ({
  startYear,
  parallels: [7, 8].map((parallel) => ({
    parallel,
    weekDays: 5 as const,
    termKind: 'half-year' as const,
    terms: [{ startsOn: `${startYear}-09-01`, endsOn: `${startYear + 1}-08-31` }],
  })),
  holidays: [],
  movedDays: [],
});

const addPeople = async ({ office: { call }, yearStart, vera }: HttpSchool) => {
  const before = `${Number(yearStart.slice(0, 4)) - 1}-09-01`;
  const now = await call('people.student', { id: vera, onDate: yearStart });
  const then = await call('people.student', { id: vera, onDate: before });
  const studentOf = async (lastName: string, firstName: string) => {
    const { id } = await call('people.saveStudent', {
      id: null,
      lastName,
      firstName,
      birthDate: null,
      sex: null,
      enrol: { classId: then.student.classId as number, startsOn: before },
    });
    const classId = now.student.classId as number;
    await call('people.transfer', { studentId: id, classId, startsOn: yearStart });
    return id;
  };
  return { zuev: await studentOf('Зуев', 'Глеб'), yudin: await studentOf('Юдин', 'Олег') };
};

/** The parent states on a day, about the only child. */
const stating = async (
  { office: { call } }: HttpSchool,
  kind: 'refusal' | 'impossibility',
  studentId: number,
  date: string,
  known?: number,
) => {
  const guardianId =
    known ??
    (
      await call('people.saveGuardian', {
        id: null,
        lastName: 'Лесная',
        firstName: 'Ирина',
        link: { studentId, relation: 'mother' },
        namesake: true,
      })
    ).id;
  await call('statements.register', {
    kind,
    studentId,
    guardianId,
    date,
    registeredOn: date,
    reason: 'семья ведёт бумажный дневник',
    signed: true,
    confirmedDeclensions: true,
  });
};

const addLesson = async (school: HttpSchool, classId: number, subject: string, date: string) =>
  (
    await school.office.call('marks.saveLesson', {
      id: null,
      classId,
      subject,
      date,
      topic: 'Повторение',
      homework: 'Упражнение 7, выучить правило',
    })
  ).id;

/** Prints from the preview and says that the paper is there. */
export const printFromPreview = async ({ page }: HttpSchool['office']): Promise<void> => {
  await page.getByText(/^Страница 1 из \d+$/u).waitFor();
  await pressFor(page, 'Control+p', page.getByRole('dialog', { name: 'Распечаталось?' }));
  await page.keyboard.press('Enter');
};

export const openSheetSchool = async (): Promise<SheetSchool> => {
  const school = await openHttpSchool();
  const { office, today, yearStart, vera, petr, mother } = school;
  const startYear = Number(yearStart.slice(0, 4));
  for (const year of [startYear - 1, startYear])
    await office.call('calendar.saveYear', fullYear(year));
  await office.call('settings.saveCredentials', { systemName: 'БАРС' });
  const { zuev, yudin } = await addPeople(school);
  const nextWeek = addDays(today, 1 - weekday(today));
  const week = addDays(nextWeek, -7);
  const friday = addDays(week, 4);
  await stating(school, 'refusal', vera, week, mother);
  await stating(school, 'refusal', petr, week);
  await stating(school, 'impossibility', zuev, week);
  const { student } = await office.call('people.student', { id: vera, onDate: friday });
  const classId = student.classId as number;
  const algebra = await addLesson(school, classId, 'Алгебра', friday);
  await addLesson(school, classId, 'Русский язык', friday);
  const mark = async (studentId: number, text: string): Promise<void> => {
    await office.call('marks.saveCells', { cells: [{ lessonId: algebra, studentId, text }] });
  };
  await mark(vera, '5');
  await mark(petr, '4');
  await mark(zuev, 'Б');
  return {
    ...school,
    zuev,
    yudin,
    week,
    nextWeek,
    classId,
    className: student.className as string,
    mark,
  };
};
