import type { Reply } from '../../src-main/contract/operation.ts';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../src-main/contract/operations.ts';

/** What stands in the cells of a grid, as a window that has just read them shows it. */

export type Call = (name: string, input: unknown) => Promise<Reply>;

type CellsOf<N extends 'marks.saveCells' | 'marks.saveFinalMarks' | 'control.saveLoads'> =
  OperationInput<N>['cells'];

/** A refused reading shows nothing: the command itself will say why. */
const read = async <N extends OperationName>(
  call: Call,
  name: N,
  input: OperationInput<N>,
): Promise<OperationOutput<N> | null> => {
  const reply = await call(name, input);
  return reply.ok ? (reply.data as OperationOutput<N>) : null;
};

const marksNow = (call: Call, { cells }: { readonly cells: CellsOf<'marks.saveCells'> }) =>
  Promise.all(
    cells.map(async ({ lessonId, studentId }) => {
      const past = await read(call, 'marks.history', { lessonId, studentId });
      return past?.marks.find(({ endedAt }) => endedAt === null)?.text ?? '';
    }),
  );

const finalsNow = async (
  call: Call,
  { classId, cells }: { readonly classId: number; readonly cells: CellsOf<'marks.saveFinalMarks'> },
) => {
  const finals = await read(call, 'marks.finals', { classId });
  return cells.map(({ studentId, subject, period }) => {
    const subjectId = finals?.subjects.find(({ name }) => name === subject)?.id;
    const at = (one: { studentId: number; subjectId: number; period: string }): boolean =>
      one.studentId === studentId && one.subjectId === subjectId && one.period === period;
    return finals?.cells.find(at)?.text ?? '';
  });
};

const loadsNow = async (
  call: Call,
  { cells }: { readonly cells: CellsOf<'control.saveLoads'> },
) => {
  const grid = await read(call, 'control.loads', {});
  return cells.map(({ classId, subject }) => {
    const subjectId = grid?.subjects.find(({ title }) => title === subject)?.id;
    return (
      grid?.loads.find((one) => one.classId === classId && one.subjectId === subjectId)?.lessons ??
      null
    );
  });
};

const readers: Readonly<Record<string, (call: Call, input: never) => Promise<readonly unknown[]>>> =
  {
    'marks.saveCells': marksNow,
    'marks.saveFinalMarks': finalsNow,
    'control.saveLoads': loadsNow,
  };

/** The same input; every cell that does not say what it was gets what stands in it now. */
export const withCellsNow = async (call: Call, name: string, input: object): Promise<object> => {
  const reader = readers[name];
  if (!reader || !('cells' in input) || !Array.isArray(input.cells)) return input;
  const cells: readonly object[] = input.cells;
  if (cells.every((cell) => 'was' in cell)) return input;
  const now = await reader(call, input as never);
  return { ...input, cells: cells.map((cell, at) => ({ was: now[at], ...cell })) };
};
