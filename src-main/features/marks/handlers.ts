import type { FeatureHandlers } from '../context.ts';
import { saveCells } from './cells.ts';
import { deleteCodeTable, listCodeTables, saveCodeTable } from './code-tables.ts';
import { saveFinalMarks } from './finals.ts';
import { importHandlers } from './import-handlers.ts';
import { classGrid, studentWeek } from './grid.ts';
import { deleteLesson, saveLesson } from './lessons.ts';
import { listLessons, readLesson } from './list-lessons.ts';
import { historyOf, listMarks } from './list-marks.ts';
import { marksOfStudent } from './of-student.ts';
import { finalsOf, subjectsOf } from './subject-lists.ts';

export const marksHandlers: FeatureHandlers<'marks'> = {
  'marks.saveLesson': async (form, { db, auditId }) => ({
    id: await saveLesson(db, form, auditId),
  }),
  'marks.deleteLesson': async ({ id }, { db }) => {
    await deleteLesson(db, id);
  },
  'marks.saveCells': saveCells,
  'marks.saveFinalMarks': saveFinalMarks,
  'marks.subjects': (input, { db }) => subjectsOf(db, input),
  'marks.listMarks': (input, { db }) => listMarks(db, input),
  'marks.listLessons': (input, { db }) => listLessons(db, input),
  'marks.lesson': ({ id }, { db }) => readLesson(db, id),
  'marks.history': (input, { db }) => historyOf(db, input),
  'marks.grid': (input, { db }) => classGrid(db, input),
  'marks.studentWeek': (input, { db }) => studentWeek(db, input),
  'marks.ofStudent': (input, { db }) => marksOfStudent(db, input),
  'marks.finals': (input, { db }) => finalsOf(db, input),
  'marks.listCodeTables': (input, { db }) => listCodeTables(db, input),
  'marks.saveCodeTable': (form, { db, job }) => saveCodeTable(db, form, job),
  ...importHandlers,
  'marks.deleteCodeTable': async ({ id }, { db }) => {
    await deleteCodeTable(db, id);
  },
};
