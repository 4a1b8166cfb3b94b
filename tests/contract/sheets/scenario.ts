import type { OperationInput } from '../../../src-main/contract/operations.ts';
import { openFamily, type Family } from '../statements/family.ts';

/** Анна of 8А in the week of 2 March 2026, whose mother may refuse the electronic service. */
export interface Week {
  readonly family: Family;
  readonly anna: number;
  readonly class8: number;
  readonly call: Family['school']['office']['call'];
  readonly command: Family['school']['office']['command'];
  /** A lesson of 8А with Анна's mark; gives the lesson. */
  lesson(date: string, subject: string, mark?: string, homework?: string): Promise<number>;
  /** A lesson of 5Б, where Пётр is: his week has data. */
  petrsLesson(date: string): Promise<void>;
  mark(lessonId: number, text: string): Promise<void>;
  /** Codes and first words of a refused operation. */
  refusal(
    name: Parameters<Family['school']['office']['refusal']>[0],
    input: unknown,
  ): Promise<readonly [string, string]>;
  /** Anna's row of the due list of a week. */
  due(week?: string): Promise<string>;
  /** Prints Анна's sheet: made ready and recorded. */
  issue(
    change?: Partial<OperationInput<'sheets.prepare'>>,
  ): Promise<{ readonly issued: number; readonly copies: number; readonly ids: readonly number[] }>;
  /** Prints copies of sheets. */
  reprint(ids: readonly number[]): Promise<{ readonly copies: number }>;
}

export const week = '2026-03-02';

export const openWeek = async (today = '2026-03-06'): Promise<Week> => {
  const family = await openFamily(today);
  const { anna, school } = family;
  const { class8, office, teacher } = school;
  const { call, command } = office;
  await call('people.saveClass', {
    id: class8,
    parallel: 8,
    letter: 'А',
    classTeacherId: teacher,
  });
  const mark = async (lessonId: number, text: string): Promise<void> => {
    await call('marks.saveCells', { cells: [{ lessonId, studentId: anna, text }] });
  };
  const rows = { kind: 'rows' as const, rows: [{ studentId: anna, week }] };
  return {
    family,
    anna,
    class8,
    call,
    command,
    mark,
    async lesson(date, subject, text, homework) {
      const { id } = await call('marks.saveLesson', {
        id: null,
        classId: class8,
        subject,
        date,
        topic: 'Повторение',
        homework: homework ?? null,
      });
      if (text !== undefined) await mark(id, text);
      return id;
    },
    async petrsLesson(date) {
      const { rows: classes } = await call('people.listClasses', {});
      const classId = classes.find(({ className }) => className === '5Б')?.id ?? 0;
      const lesson = { subject: 'Чтение', date, topic: null, homework: null };
      await call('marks.saveLesson', { id: null, classId, ...lesson });
    },
    async refusal(name, input) {
      const { code, message } = await office.refusal(name, input);
      return [code, message];
    },
    async due(day = week) {
      const { rows: found } = await call('sheets.listDue', { filters: { week: day } });
      const [row] = found.filter(({ studentId }) => studentId === anna);
      return row ? `${row.mode} ${row.status} ${row.sheets}+${row.copies}` : 'none';
    },
    async issue(change = {}) {
      const { print, skipped } = await call('sheets.prepare', { selection: rows, ...change });
      return { ...(await call('sheets.issue', { print })), skipped };
    },
    async reprint(ids) {
      const { print } = await call('sheets.prepareCopies', { ids: [...ids] });
      return call('sheets.reprint', { print });
    },
  };
};
