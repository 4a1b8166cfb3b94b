import type { Example, World } from '../example.ts';
import { example, nobody } from '../example.ts';

const algebra = (world: World) => ({
  id: null,
  classId: world.id('8А'),
  subject: 'Алгебра',
  date: '2025-09-02',
  topic: 'Квадратные уравнения',
  homework: '§ 12, № 145',
});

const cell = (world: World, lesson: string, text: string) => ({
  cells: [{ lessonId: world.id(lesson), studentId: world.id('vera'), text }],
});

const typing: readonly Example[] = [
  example('marks.saveLesson', algebra, {
    keep: 'lesson',
    refused: [(world) => ({ ...algebra(world), date: '2026-09-01' }), 'date-outside-year'],
  }),
  example('marks.saveLesson', (world) => ({ ...algebra(world), topic: '' }), { keep: 'second' }),
  example('marks.saveCells', (world) => cell(world, 'lesson', 'Б 3/4'), {
    refused: [
      (world) => ({
        cells: [{ lessonId: world.id('lesson'), studentId: nobody, text: '5' }],
      }),
      'student-not-in-class',
    ],
  }),
  example('marks.deleteLesson', (world) => ({ id: world.id('second') }), {
    refused: [(world) => ({ id: world.id('lesson') }), 'lesson-has-marks'],
  }),
  example(
    'marks.saveFinalMarks',
    (world) => ({
      classId: world.id('8А'),
      cells: [{ studentId: world.id('vera'), subject: 'Алгебра', period: 'term-1', text: '4' }],
    }),
    { refused: [{ classId: nobody, cells: [] }, 'invalid-input'] },
  ),
];

export const marksExamples: readonly Example[] = [...typing];
