import type { Page } from 'playwright-core';

/** A screen, or a moment on it, that the guide shows. */
export interface Scene {
  readonly name: string;
  /** After `#`. */
  readonly address: string;
  readonly act?: (page: Page) => Promise<void>;
}

const openFirstRow = async (page: Page): Promise<void> => {
  await page.getByRole('row').nth(1).dblclick();
  await page.waitForTimeout(500);
};

const preview =
  (button: RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: button }).first().click();
    await page.waitForTimeout(1500);
  };

export const scenes: readonly Scene[] = [
  { name: 'home', address: '/' },
  { name: 'wizard', address: '/start' },
  { name: 'students', address: '/students' },
  { name: 'student', address: '/students/1' },
  { name: 'student-new', address: '/students/new' },
  { name: 'guardians', address: '/guardians' },
  { name: 'guardian', address: '/guardians/1' },
  { name: 'teachers', address: '/teachers' },
  { name: 'teacher', address: '/teachers/1' },
  { name: 'classes', address: '/classes' },
  { name: 'class', address: '/classes/1' },
  { name: 'import', address: '/import' },
  { name: 'duplicates', address: '/duplicates' },
  { name: 'absences', address: '/absences' },
  { name: 'absence-new', address: '/absences/new' },
  { name: 'over-two-weeks', address: '/absences?tab=over' },
  { name: 'appeals', address: '/appeals' },
  { name: 'appeal-new', address: '/appeals/new' },
  { name: 'appeal', address: '/appeals', act: openFirstRow },
  { name: 'appeals-worker', address: '/appeals/worker' },
  { name: 'resources', address: '/resources' },
  { name: 'resource', address: '/resources/1' },
  { name: 'hours', address: '/hours' },
  { name: 'hours-new', address: '/hours/new' },
  { name: 'summary', address: '/summary' },
  { name: 'summary-versions', address: '/summary/versions' },
  { name: 'summary-version', address: '/summary/versions/1' },
  { name: 'summary-preview', address: '/summary/versions/1', act: preview(/Просмотр|Печать/u) },
  { name: 'calendar', address: '/calendar' },
  { name: 'settings', address: '/settings' },
  { name: 'history', address: '/history' },
];
