import type { FeatureHandlers } from '../context.ts';
import { saveCells } from './cells.ts';
import { saveFinalMarks } from './finals.ts';
import { deleteLesson, saveLesson } from './lessons.ts';

export const marksHandlers: FeatureHandlers<'marks'> = {
  'marks.saveLesson': async (form, { db, auditId }) => ({
    id: await saveLesson(db, form, auditId),
  }),
  'marks.deleteLesson': async ({ id }, { db }) => {
    await deleteLesson(db, id);
    return {};
  },
  'marks.saveCells': saveCells,
  'marks.saveFinalMarks': saveFinalMarks,
};
