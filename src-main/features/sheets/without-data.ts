import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import type { EmptySheets } from '../../contract/sheets-fields.ts';
import { weekOf } from '../../domain/cadence.ts';
import { isWithoutData } from '../../domain/sheet-content.ts';
import { printKey } from './repository.ts';
import type { Judged } from './verdicts.ts';

/** Students about whose week nothing is known yet. */

type WithoutData = OperationOutput<'sheets.check'>['withoutData'];

/** Whether a first sheet of the student would say nothing; a copy says what the first one said. */
export const saysNothing = ({ content, verdict }: Judged): boolean =>
  verdict.kind === 'new' && isWithoutData(content);

/** Whether a sheet that says nothing is printed all the same. */
export const wantedEmpty = (empty: EmptySheets): ((one: Judged) => boolean) => {
  if (empty === 'print') return () => true;
  if (empty === 'skip') return () => false;
  const asked = new Set(empty.map(({ studentId, week }) => printKey(studentId, weekOf(week))));
  return ({ row: { due } }) => asked.has(printKey(due.studentId, due.week));
};

export const withoutDataRows = (judged: readonly Judged[]): WithoutData =>
  judged.filter(saysNothing).map(
    ({
      row: {
        due: { studentId, studentName, classId, className, week, weekTitle },
      },
    }) => ({
      studentId,
      studentName,
      classId,
      className,
      week,
      weekTitle,
    }),
  );

/** Nothing else is left of a run. */
export const weekWithoutData = (judged: readonly Judged[]): OfficeError => {
  const rows = withoutDataRows(judged);
  const weeks = [...new Set(rows.map(({ weekTitle }) => weekTitle))].join('; ');
  const classes = [...new Set(rows.map(({ className }) => className))].join(', ');
  return new OfficeError(
    'week-without-data',
    `За неделю ${weeks} нет данных ни об уроках, ни об оценках: ${classes}. Загрузите их в «Успеваемости» или введите, затем печатайте: пустой лист занял бы единственную распечатку недели.`,
  );
};
