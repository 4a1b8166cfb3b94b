import { expect, test } from 'vitest';
import { openSmallSchool } from '../../support/small-school.ts';

test('marks with unknown codes are listed from everywhere until a table knows the code', async () => {
  const { office, class8: classId, anna: studentId } = await openSmallSchool();
  const { id: lessonId } = await office.call('marks.saveLesson', {
    id: null,
    classId,
    subject: 'Алгебра',
    date: '2026-03-10',
  });
  await office.call('marks.saveCells', { cells: [{ lessonId, studentId, text: 'Ю 5' }] });
  const unknown = { filters: { state: 'unknown' } } as const;
  expect(await office.call('marks.listMarks', unknown)).toMatchObject({
    total: 1,
    rows: [{ text: 'Ю 5', unknown: true, studentId }],
  });
  const { rows } = await office.call('marks.listCodeTables', {});
  const [usual] = rows;
  if (!usual) throw new Error('the usual table of codes is gone');
  const { id, name, codes } = usual;
  expect(
    await office.call('marks.saveCodeTable', {
      id,
      name,
      codes: [...codes, { code: 'ю', meaning: 'late' }],
    }),
  ).toMatchObject({ recoded: 1 });
  expect(await office.call('marks.listMarks', unknown)).toEqual({ total: 0, rows: [] });
  await office.close();
});

test.each(['3', '4+', '3/4', '/', 'а,б'])('«%s» is no code', async (code) => {
  const { office } = await openSmallSchool();
  const table = { id: null, name: 'Дневник района', codes: [{ code, meaning: 'late' as const }] };
  await expect(office.call('marks.saveCodeTable', table)).rejects.toMatchObject({
    code: 'code-is-mark',
    fields: [{ path: 'codes.0.code' }],
  });
  await office.close();
});
