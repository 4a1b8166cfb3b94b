import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { days as dayText, grid as text } from '../../../strings/marks.ts';
import { showDate } from '../../../ui/dates.ts';
import type { GridCell, GridColumn, GridRow } from './grid-cells.ts';

export type ClassGrid = OperationOutput<'marks.grid'>;
export type Lesson = ClassGrid['lessons'][number];

type Written = Pick<ClassGrid['cells'][number], 'text' | 'unknown'>;

/** A cell of a student at a lesson, whatever the rows of the grid are. */
export interface CellTarget {
  readonly lessonId: number;
  readonly studentId: number;
}

export const keyOf = ({ lessonId, studentId }: CellTarget): string => `${lessonId}:${studentId}`;

export const targetOf = (key: string): CellTarget => {
  const [lessonId = '', studentId = ''] = key.split(':');
  return { lessonId: Number(lessonId), studentId: Number(studentId) };
};

export const cellAt = (target: CellTarget, written: Written | undefined): GridCell => ({
  key: keyOf(target),
  text: written?.text ?? '',
  unknown: written?.unknown ?? false,
});

export const writtenIn = (cells: readonly (CellTarget & Written)[]): ReadonlyMap<string, Written> =>
  new Map(cells.map((cell) => [keyOf(cell), cell]));

export const columnsOf = ({
  lessons,
  daysOff,
}: Pick<ClassGrid, 'lessons' | 'daysOff'>): readonly GridColumn[] =>
  lessons.map(({ id, date, ordinal }) => {
    const isDayOff = daysOff.includes(date);
    const title = text.lessonTitle(showDate(date), ordinal);
    const sub = ordinal > 1 ? text.ordinal(ordinal) : dayText.monthOf(date);
    return {
      key: String(id),
      head: String(Number(date.slice(8, 10))),
      sub: isDayOff ? text.dayOff : sub,
      title: isDayOff ? text.dayOffTitle(title) : title,
    };
  });

/** Students × lessons; a day outside the student's time in the class cannot be typed. */
export const rowsOf = ({ lessons, students, cells }: ClassGrid): readonly GridRow[] => {
  const written = writtenIn(cells);
  return students.map(({ id, fullName, from, to, averageText }) => ({
    key: String(id),
    title: fullName,
    note: '',
    average: averageText,
    cells: lessons.map(({ id: lessonId, date }) => {
      const target = { lessonId, studentId: id };
      const mark = written.get(keyOf(target));
      // What is stored is shown even where it should not be.
      return mark || (date >= from && date <= to) ? cellAt(target, mark) : null;
    }),
  }));
};
