import { Loader, Select } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { callOperation, queryClient } from '../../../api/client.ts';
import { submitCommand } from '../../../api/commands.ts';
import { useOperation } from '../../../api/hooks.ts';
import { states } from '../../../strings/common.ts';
import { finals as text, grid as gridText } from '../../../strings/marks.ts';
import { SegmentField, choicesOf } from '../../../ui/form/index.ts';
import { EmptyState, Pending } from '../../../ui/index.ts';
import { useEntry } from '../entry-store.ts';
import { CellBar } from '../grid/CellBar.tsx';
import css from '../grid/grid.module.css';
import { HelpButton } from '../grid/HelpButton.tsx';
import { MarkGrid } from '../grid/MarkGrid.tsx';
import type { GridColumn, Place } from '../grid/grid-cells.ts';
import type { CellStore } from '../grid/use-saves.ts';
import { useSaves } from '../grid/use-saves.ts';
import { ClassFields, SubjectField } from '../ScopeFields.tsx';
import type { Scope } from '../use-scope.ts';
import { useScope } from '../use-scope.ts';
import type { FinalPeriod, FinalSlot, Finals } from './finals-grid.ts';
import { finalPeriods, finalRows, periodColumns, subjectColumns, targetOf } from './finals-grid.ts';

type View = keyof typeof text.views;

/** Final marks of a class, saved cell by cell. */
const finalCells = (classId: number): CellStore => ({
  async write(key, written, was) {
    const { codeTableId } = useEntry.getState();
    const cells = [{ ...targetOf(key), text: written, was }];
    await submitCommand('marks.saveFinalMarks', { classId, cells, codeTableId });
    await queryClient.invalidateQueries({ queryKey: ['marks.finals'] });
  },
  async standing(key) {
    const { studentId, subject, period } = targetOf(key);
    const { cells, subjects } = await callOperation('marks.finals', { classId });
    const subjectId = subjects.find(({ name }) => name === subject)?.id;
    const cell = cells.find(
      (one) => one.studentId === studentId && one.subjectId === subjectId && one.period === period,
    );
    return cell?.text ?? '';
  },
});

interface GridProps {
  readonly finals: Finals;
  readonly classId: number;
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly slots: readonly FinalSlot[];
}

const Typing = ({ finals, classId, label, columns, slots }: GridProps): JSX.Element => {
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const saves = useSaves(finalCells(classId));
  const rows = useMemo(() => finalRows(finals, slots), [finals, slots]);
  const row = rows[Math.min(at.row, rows.length - 1)];
  const column = Math.min(at.column, columns.length - 1);
  return (
    <>
      <MarkGrid
        label={label}
        corner={gridText.students}
        columns={columns}
        rows={rows}
        saves={saves}
        at={at}
        onMove={setAt}
        noCell=""
        onNoCell={() => undefined}
        keys={{}}
      />
      <CellBar
        who={text.cellOf(row?.title ?? '', columns[column]?.title ?? '')}
        lesson={null}
        hint={text.hint}
        cell={row?.cells[column] ?? null}
        unsaved={saves.unsaved}
      />
    </>
  );
};

interface BodyProps {
  readonly scope: Scope;
  readonly view: View;
  readonly period: FinalPeriod;
  readonly periods: readonly FinalPeriod[];
}

const Body = ({ scope, view, period, periods }: BodyProps): JSX.Element => {
  const { class: shown, subject, subjects } = scope;
  const query = useOperation(
    'marks.finals',
    { classId: shown?.id ?? 1 },
    { enabled: shown !== null },
  );
  const names = useMemo(() => subjects.map(({ name }) => name), [subjects]);
  const chosen = subject?.name ?? '';
  const [columns, slots] = useMemo(
    () =>
      view === 'subject'
        ? [periodColumns(periods), periods.map(({ key }) => ({ subject: chosen, period: key }))]
        : [subjectColumns(names), names.map((name) => ({ subject: name, period: period.key }))],
    [view, periods, names, chosen, period.key],
  );
  if (scope.pending) return <Loader size="sm" m="lg" role="status" aria-label={states.loading} />;
  if (shown === null || names.length === 0)
    return (
      <div className={css['center']}>
        <EmptyState icon="sheet" title={text.emptyTitle} hint={text.emptyHint} />
      </div>
    );
  return (
    <Pending query={query}>
      {(finals) =>
        finals.students.length === 0 ? (
          <div className={css['center']}>
            <EmptyState icon="people" title={gridText.noStudents} />
          </div>
        ) : (
          <Typing
            key={`${shown.id} ${view} ${view === 'subject' ? chosen : period.key}`}
            finals={finals}
            classId={shown.id}
            label={text.labelOf(shown.className, view === 'subject' ? chosen : period.label)}
            columns={columns}
            slots={slots}
          />
        )
      }
    </Pending>
  );
};

/** Final marks of a class: periods of a subject or subjects of a period, typed as all marks are. */
export const FinalsTab = (): JSX.Element => {
  const scope = useScope();
  const [view, setView] = useState<View>('subject');
  const [key, setKey] = useState<string | null>(null);
  const periods = useMemo(() => finalPeriods(scope.periods), [scope.periods]);
  const period = periods.find((item) => item.key === key) ?? periods[0];
  return (
    <div className={css['tab']}>
      <div className={css['tools']}>
        <ClassFields scope={scope} />
        <SegmentField<View>
          name="view"
          label={text.view}
          value={view}
          onChange={setView}
          choices={choicesOf(text.views)}
        />
        {view === 'subject' ? (
          <SubjectField scope={scope} />
        ) : (
          <Select
            aria-label={text.period}
            w={160}
            allowDeselect={false}
            data={periods.map(({ key: value, label }) => ({ value, label }))}
            value={period?.key ?? null}
            onChange={setKey}
          />
        )}
        <HelpButton />
      </div>
      {period && <Body scope={scope} view={view} period={period} periods={periods} />}
    </div>
  );
};
