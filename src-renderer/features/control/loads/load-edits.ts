import type { OperationInput, OperationOutput } from '../../../../src-main/contract/operations.ts';

export type Loads = OperationOutput<'control.loads'>;
export type LoadCells = OperationInput<'control.saveLoads'>['cells'];

/** Typed texts by «class|subject»; only what differs from what is stored. */
export type Edits = ReadonlyMap<string, string>;

export const keyOf = (classId: number, subject: string): string => `${classId}|${subject}`;

/** Lessons a week, null for an empty cell, undefined for what is no such number. */
export const lessonsOf = (text: string): number | null | undefined => {
  const clean = text.trim();
  if (clean === '') return null;
  const lessons = /^\d{1,2}$/.test(clean) ? Number(clean) : 0;
  return lessons >= 1 && lessons <= 20 ? lessons : undefined;
};

/** What is stored, as it stands in the cells. */
export const storedTexts = ({ loads, subjects }: Loads): ReadonlyMap<string, string> => {
  const names = new Map(subjects.map(({ id, title }) => [id, title]));
  return new Map(
    loads.map(({ classId, subjectId, lessons }) => [
      keyOf(classId, names.get(subjectId) ?? ''),
      String(lessons),
    ]),
  );
};

export const withEdit = (
  edits: Edits,
  stored: ReadonlyMap<string, string>,
  key: string,
  text: string,
): Edits => {
  const next = new Map(edits);
  if (text.trim() === (stored.get(key) ?? '')) next.delete(key);
  else next.set(key, text);
  return next;
};

export const hasMistake = (edits: Edits): boolean =>
  [...edits.values()].some((text) => lessonsOf(text) === undefined);

/** Cells for the operation; call it only without mistakes. */
export const cellsOf = (edits: Edits): LoadCells =>
  [...edits].map(([key, text]) => {
    const at = key.indexOf('|');
    return {
      classId: Number(key.slice(0, at)),
      subject: key.slice(at + 1),
      lessons: lessonsOf(text) ?? null,
    };
  });
