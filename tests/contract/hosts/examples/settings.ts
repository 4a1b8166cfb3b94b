import type { Example } from '../example.ts';
import { example, nobody } from '../example.ts';

export const school = {
  name: 'Муниципальное общеобразовательное учреждение «Школа № 5»',
  shortName: 'МОУ «Школа № 5»',
  code: '0007',
  municipality: 'Заозёрный район',
  directorName: 'Незнамова Мария Петровна',
};

export const settingsExamples: readonly Example[] = [
  example('summary.printBlank', {}),
  example('settings.saveSchool', school, {
    refused: [{ ...school, shortName: ' ' }, 'invalid-input'],
  }),
  example('settings.get', {}),
  example(
    'settings.savePaper',
    {},
    {
      refused: [{ margins: { left: 1, right: 15, top: 20, bottom: 20 } }, 'invalid-input'],
    },
  ),
  example(
    'settings.saveTwoWeekRule',
    { measure: 'span' },
    {
      refused: [{ measure: 'mood' }, 'invalid-input'],
    },
  ),
  example(
    'settings.saveAppealRules',
    { daysToClose: 10 },
    {
      refused: [{ daysToClose: 0 }, 'invalid-input'],
    },
  ),
  example(
    'settings.saveCredentials',
    { personalFrom: 7 },
    {
      refused: [{ personalFrom: 12 }, 'invalid-input'],
    },
  ),
  example(
    'settings.saveSheets',
    { layout: 'a4' },
    {
      refused: [{ layout: 'a3' }, 'invalid-input'],
    },
  ),
  example(
    'settings.saveStudyForms',
    { extramural: { journal: false } },
    {
      refused: [{ extramural: { journal: 'no' } }, 'invalid-input'],
    },
  ),
  example(
    'settings.savePersonalFields',
    { guardianPhone: { kept: true, purpose: 'срочный вызов родителя' } },
    {
      refused: [{ guardianPhone: { kept: true, purpose: '' } }, 'invalid-input'],
    },
  ),
  example(
    'settings.saveAppearance',
    { theme: 'dark' },
    {
      refused: [{ theme: 'pink' }, 'invalid-input'],
    },
  ),
  example(
    'calendar.prefill',
    { startYear: 2025 },
    {
      keep: (plan, world) => world.keep('plan of 2025', JSON.stringify(plan)),
    },
  ),
  example('calendar.saveYear', (world) => JSON.parse(world.text('plan of 2025')), {
    keep: 'year',
  }),
  example('calendar.years', {}),
  example(
    'calendar.get',
    { startYear: 2025 },
    { refused: [{ id: nobody }, 'school-year-unknown'] },
  ),
  example(
    'calendar.day',
    { date: '2026-03-02', parallel: 8 },
    {
      refused: [{ date: '2026-02-29', parallel: 8 }, 'invalid-input'],
    },
  ),
];
