import type { OperationOutput } from '../../contract/operations.ts';
import type { Random } from './random.ts';
import type { Call } from './registers.ts';
import { hasMarks, subjectsOf } from './vocabulary.ts';

/** Marks of the terms that are over, and the journals printed for them. */

interface JournalScene {
  readonly call: Call;
  readonly random: Random;
  readonly today: string;
}

type Student = OperationOutput<'people.listStudents'>['rows'][number];
type ClassRow = OperationOutput<'journal.overview'>['classes'][number];

const fillFinals = async (
  { call, random }: JournalScene,
  { classId, className, parallel, cells }: ClassRow,
  students: readonly Student[],
): Promise<void> => {
  const periods = cells.filter(({ owed, period }) => owed && period !== 'year');
  const pupils = students.filter((student) => student.className === className);
  for (const { period } of periods)
    await call('marks.saveFinalMarks', {
      classId,
      cells: pupils.flatMap(({ id: studentId }) =>
        subjectsOf(parallel).map((subject) => ({
          studentId,
          subject,
          period: period as 'term-1',
          text: random.pick(['3', '4', '4', '5', '5']),
        })),
      ),
    });
};

/** Two lessons of each subject a week: what the timetable promises. */
const fillLoads = async ({ call }: JournalScene, classes: readonly ClassRow[]): Promise<void> => {
  const cells = classes.flatMap(({ classId, parallel }) =>
    subjectsOf(parallel).map((subject) => ({ classId, subject, lessons: 2 })),
  );
  await call('control.saveLoads', { cells });
};

/** Most journals of the past terms are printed and certified; some are still owed. */
export const fillJournals = async (scene: JournalScene): Promise<void> => {
  const { call, random, today } = scene;
  const { classes } = await call('journal.overview', {});
  const students = (await call('people.listStudents', { limit: 10_000 })).rows;
  await fillLoads(
    scene,
    classes.filter(({ studentId }) => studentId === null),
  );
  for (const row of classes) {
    if (row.studentId === null && hasMarks(row.parallel)) await fillFinals(scene, row, students);
    for (const { owed, period } of row.cells) {
      if (!owed || period === 'year' || random.chance(0.2)) continue;
      const { classId, studentId, extract } = row;
      const journals = [{ classId, studentId, extract }];
      const { print } = await call('journal.prepare', { journals, period });
      const { prints } = await call('journal.print', { print });
      for (const { printId, gaps } of random.chance(0.85) ? prints : [])
        await call('journal.certify', {
          id: printId,
          certifiedOn: today,
          certifiedBy: 'Заместитель директора Кузнецова Ольга Андреевна',
          ...(gaps > 0 && {
            allowedBy: 'Директор',
            allowedReason: 'Часть уроков проведена без записи в электронном журнале',
          }),
        });
    }
  }
};
