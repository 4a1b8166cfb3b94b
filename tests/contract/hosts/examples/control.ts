import type { Example } from '../example.ts';
import { example, nobody } from '../example.ts';

const term = { from: '2025-09-01', to: '2025-10-24' };
const upsideDown = { from: '2025-10-24', to: '2025-09-01' };
const refusedList = { refused: [{ filters: upsideDown }, 'period-upside-down'] } as const;

export const controlExamples: readonly Example[] = [
  example(
    'control.saveLoads',
    (world) => ({ cells: [{ classId: world.id('8А'), subject: 'Алгебра', lessons: 3 }] }),
    {
      refused: [{ cells: [{ classId: nobody, subject: 'Алгебра', lessons: 3 }] }, 'class-unknown'],
    },
  ),
  example('control.loads', { startYear: 2025 }),
  example(
    'control.overview',
    { by: 'teacher', ...term },
    { refused: [{ by: 'teacher', ...upsideDown }, 'period-upside-down'] },
  ),
  example('control.absences', term, { refused: [upsideDown, 'period-upside-down'] }),
  example('control.listGroups', { filters: { by: 'class', ...term } }, refusedList),
  example('control.listLateMarks', { filters: term }, refusedList),
  example('control.listLessons', { filters: { fault: 'no-homework', ...term } }, refusedList),
  example('control.listEmptyWeeks', { filters: term }, refusedList),
  example('control.listVolume', { filters: { known: true, ...term } }, refusedList),
  example(
    'control.heatMap',
    { by: 'class', measure: 'late', ...term },
    { refused: [{ by: 'class', measure: 'late', ...upsideDown }, 'period-upside-down'] },
  ),
  example('control.choices', term, { refused: [upsideDown, 'period-upside-down'] }),
  example(
    'control.statement',
    { by: 'teacher', details: true, ...term },
    { refused: [{ by: 'teacher', ...upsideDown }, 'period-upside-down'] },
  ),
];
