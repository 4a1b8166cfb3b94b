import type { Page } from 'playwright-core';
import { call } from './picture-school.ts';

/** Moments on the screens of marks, weekly sheets, the printed journal and control. */

/** Longest wait for something that may be missing in a later look. */
const patience = 5000;

const className = '8А';

/** Presses buttons of the screen one after another; a missing one ends the row. */
export const pressed =
  (...names: readonly RegExp[]) =>
  async (page: Page): Promise<void> => {
    for (const name of names) {
      const button = page.getByRole('button', { name }).first();
      await button.click({ timeout: patience }).catch(() => undefined);
      await page.waitForTimeout(1500);
    }
  };

/** A tab of marks for one class (or its first pupil) on its last day of lessons. */
export const marksTab =
  (tab: string) =>
  async (page: Page): Promise<void> => {
    const classes = (await call(page, 'people.listClasses', { limit: 100 })).rows;
    const classId = classes.find((one) => one.className === className)?.id ?? 1;
    const lessons = await call(page, 'marks.listLessons', {
      filters: { classId },
      sort: { column: 'date', descending: true },
      limit: 1,
    });
    const pupils = await call(page, 'people.listStudents', { filters: { className }, limit: 1 });
    const query = new URLSearchParams({
      tab,
      date: lessons.rows[0]?.date ?? '',
      ...(tab === 'student'
        ? { studentId: String(pupils.rows[0]?.id ?? 1) }
        : { classId: String(classId), subject: 'Алгебра' }),
    });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `/marks?${query.toString()}`);
    await page.waitForTimeout(1500);
  };

const table =
  'Ученик;Класс;Предмет;Дата;Оценка\n' +
  'Громова Дарья Игоревна;8А;Алгебра;18.11.2026;5\n' +
  'Белоусова Надежда Ильинична;8А;Алгебра;31.04.2026;4\n' +
  'Белоусова Надежда Ильинична;8А;Алгебра;18.11.2026;5 ХЗ\n';

/** A small table of marks with a stranger, an impossible day and an unknown code. */
export const importMarks = async (page: Page): Promise<void> => {
  const chooser = page.waitForEvent('filechooser', { timeout: patience }).catch(() => null);
  await pressed(/^Выбрать файлы?…/u)(page);
  await (
    await chooser
  )?.setFiles([
    { name: 'оценки-8А.csv', mimeType: 'text/csv', buffer: Buffer.from(table, 'utf8') },
  ]);
  await page.waitForTimeout(2500);
};
