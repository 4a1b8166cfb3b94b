import type { OperationInput, OperationOutput } from '../../../../src-main/contract/operations.ts';

export type Loads = OperationOutput<'control.loads'>;
export type LoadCells = OperationInput<'control.saveLoads'>['cells'];

export interface Edit {
  readonly text: string;
  /** What stood in the cell when it was typed over. */
  readonly was: string;
}

/** Typed texts by «class|subject»; only what differs from what is stored. */
export type Edits = ReadonlyMap<string, Edit>;

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
  const was = edits.get(key)?.was ?? stored.get(key) ?? '';
  if (text.trim() === was) next.delete(key);
  else next.set(key, { text, was });
  return next;
};

export const hasMistake = (edits: Edits): boolean =>
  [...edits.values()].some(({ text }) => lessonsOf(text) === undefined);

/** Cells for the operation; call it only without mistakes. */
export const cellsOf = (edits: Edits): LoadCells =>
  [...edits].map(([key, { text, was }]) => {
    const at = key.indexOf('|');
    return {
      classId: Number(key.slice(0, at)),
      subject: key.slice(at + 1),
      lessons: lessonsOf(text) ?? null,
      was: lessonsOf(was) ?? null,
    };
  });

/** Cells that another window has written since: the typed ones over what stands now. */
export const overStored = (edits: Edits, stored: ReadonlyMap<string, string>): Edits =>
  new Map([...edits].map(([key, { text }]) => [key, { text, was: stored.get(key) ?? '' }]));

/** Without the cells whose stored number is another than was typed over. */
export const withoutStale = (edits: Edits, stored: ReadonlyMap<string, string>): Edits =>
  new Map([...edits].filter(([key, { was }]) => (stored.get(key) ?? '') === was));
