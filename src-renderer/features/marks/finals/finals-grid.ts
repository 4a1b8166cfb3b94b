import type { FinalPeriodName } from '../../../../src-main/contract/marks-fields.ts';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { finals as text } from '../../../strings/marks.ts';
import type { GridColumn, GridRow } from '../grid/grid-cells.ts';
import type { NamedPeriod } from '../periods.ts';

export type Finals = OperationOutput<'marks.finals'>;

export interface FinalPeriod {
  readonly key: FinalPeriodName;
  readonly label: string;
}

export interface FinalTarget {
  readonly studentId: number;
  readonly subject: string;
  readonly period: FinalPeriodName;
}

const others = ['year', 'exam', 'state-exam', 'final'] as const;

/** Terms of the class as its calendar names them (four quarters without one), then the year's. */
export const finalPeriods = (periods: readonly NamedPeriod[]): readonly FinalPeriod[] => {
  const terms = periods.filter(({ key }) => key.startsWith('term-'));
  const named =
    terms.length > 0
      ? terms.map(({ key, label }) => [key as FinalPeriodName, label] as const)
      : (['term-1', 'term-2', 'term-3', 'term-4'] as const).map(
          (key) => [key, text.periods[key]] as const,
        );
  return [...named, ...others.map((key) => [key, text.periods[key]] as const)].map(
    ([key, label]) => ({ key, label }),
  );
};

const separator = '\n';

export const targetOf = (key: string): FinalTarget => {
  const [studentId = '', period = '', subject = ''] = key.split(separator);
  return { studentId: Number(studentId), subject, period: period as FinalPeriodName };
};

const keyOf = ({ studentId, subject, period }: FinalTarget): string =>
  [studentId, period, subject].join(separator);

/** What a column of the grid stands for. */
export type FinalSlot = Omit<FinalTarget, 'studentId'>;

export const periodColumns = (periods: readonly FinalPeriod[]): readonly GridColumn[] =>
  periods.map(({ key, label }) => ({ key, head: label, sub: '', title: label }));

export const subjectColumns = (subjects: readonly string[]): readonly GridColumn[] =>
  subjects.map((name) => ({ key: name, head: name, sub: '', title: name }));

/** Students × slots: the periods of a subject, or the subjects of a period. */
export const finalRows = (
  { students, subjects, cells }: Finals,
  slots: readonly FinalSlot[],
): readonly GridRow[] => {
  const names = new Map(subjects.map(({ id, name }) => [id, name]));
  const written = new Map(
    cells.map((cell) => [keyOf({ ...cell, subject: names.get(cell.subjectId) ?? '' }), cell]),
  );
  return students.map(({ id, fullName }) => ({
    key: String(id),
    title: fullName,
    note: '',
    average: null,
    cells: slots.map((slot) => {
      const key = keyOf({ studentId: id, ...slot });
      const mark = written.get(key);
      return { key, text: mark?.text ?? '', unknown: mark?.unknown ?? false };
    }),
  }));
};
