import type { Example, World } from '../example.ts';
import { example, noTicket, nobody } from '../example.ts';

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

const term = { from: '2025-09-01', to: '2025-10-26' };

const reading: readonly Example[] = [
  example('marks.subjects', (world) => ({ classId: world.id('8А') }), {
    keep: ({ subjects }, world) => world.keep('algebra', subjects[0]?.id ?? 0),
  }),
  example('marks.listMarks', (world) => ({ filters: { classId: world.id('8А') } }), {
    refused: [{}, 'scope-needed'],
  }),
  example('marks.listLessons', (world) => ({ filters: { classId: world.id('8А') } }), {
    refused: [{ filters: { from: '2025-09-01', to: '2026-05-31' } }, 'scope-needed'],
  }),
  example('marks.lesson', (world) => ({ id: world.id('lesson') }), {
    refused: [{ id: nobody }, 'lesson-unknown'],
  }),
  example('marks.history', (world) => ({
    lessonId: world.id('lesson'),
    studentId: world.id('vera'),
  })),
  example(
    'marks.grid',
    (world) => ({ classId: world.id('8А'), subjectId: world.id('algebra'), ...term }),
    { refused: [{ classId: nobody, subjectId: 1, ...term }, 'class-unknown'] },
  ),
  example('marks.studentWeek', (world) => ({ studentId: world.id('vera'), date: '2025-09-02' }), {
    refused: [{ studentId: nobody, date: '2025-09-02' }, 'student-unknown'],
  }),
  example('marks.ofStudent', (world) => ({ studentId: world.id('vera'), ...term }), {
    refused: [{ studentId: nobody, ...term }, 'student-unknown'],
  }),
  example('marks.finals', (world) => ({ classId: world.id('8А') }), {
    refused: [{ classId: nobody }, 'class-unknown'],
  }),
];

const ownCodes = {
  id: null,
  name: 'Дневник района',
  codes: [{ code: 'п', meaning: 'present' as const }],
};

const codes: readonly Example[] = [
  example('marks.listCodeTables', {}),
  example('marks.saveCodeTable', ownCodes, { keep: 'codes', refused: 'code-table-exists' }),
  example('marks.deleteCodeTable', (world) => ({ id: world.id('codes') }), {
    refused: [{ id: 1 }, 'code-table-used'],
  }),
];

/** Вера again: the mark she has, a new one, and a child nobody knows. */
const rows = [
  'Ученик;Класс;Предмет;Дата;Оценка',
  'Ёлкина Вера Ильинична;8А;Алгебра;02.09.2025;Б 3/4',
  'Ёлкина Вера Ильинична;8А;Алгебра;03.09.2025;5',
  'Никто Никита Никитич;8А;Алгебра;03.09.2025;5',
].join('\r\n');

const planOf = (world: World) => ({ plan: world.text('marks') });
const unknownPlan = [{ plan: noTicket }, 'plan-unknown'] as const;

const importing: readonly Example[] = [
  example(
    'marks.describeTable',
    async (world) => ({ file: await world.file('оценки.csv', rows) }),
    {
      refused: [
        async (world: World) => ({ file: await world.file('письмо.txt', 'Добрый день') }),
        'file-not-recognised',
      ],
    },
  ),
  example(
    'marks.previewImport',
    async (world) => ({ files: [{ file: await world.file('оценки.csv', rows) }] }),
    {
      keep: ({ plan }, world) => world.keep('marks', plan),
      refused: [
        async (world: World) => ({
          files: [{ file: await world.file('меню.csv', 'Блюдо;Цена;Вес\r\nКаша;40;200') }],
        }),
        'columns-unknown',
      ],
    },
  ),
  example('marks.listPlanClasses', planOf, { refused: unknownPlan }),
  example('marks.listPlanRows', planOf, { refused: unknownPlan }),
  example('marks.rejectedFile', planOf, { refused: unknownPlan }),
  example('marks.commitImport', planOf, { refused: 'plan-stale' }),
  example('marks.listImports', {}),
];

export const marksExamples: readonly Example[] = [...typing, ...reading, ...codes, ...importing];
