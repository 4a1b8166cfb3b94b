import type { JSX } from 'react';
import { useMemo } from 'react';
import type { DueRow } from '../../../src-main/contract/sheets-fields.ts';
import { list as text } from '../../strings/sheets.ts';
import { navigate } from '../../ui/index.ts';
import { DataTable } from '../../ui/lists/index.ts';
import { dueColumns, dueKey } from './columns.tsx';
import type { Place } from './links.ts';
import { sheetLink } from './links.ts';
import css from './sheets.module.css';
import type { SheetDialogName } from './SheetDialogs.tsx';
import { runForOne } from './selections.ts';
import type { Week } from './totals.ts';
import { emptyList } from './WeekEmpty.tsx';

export interface DueListProps {
  readonly week: Week;
  readonly place: Place;
  readonly go: (change: Partial<Place>) => void;
  readonly chosen: readonly DueRow[];
  readonly onChoose: (rows: readonly DueRow[]) => void;
  readonly open: (dialog: SheetDialogName) => void;
}

const initial = { sort: { column: 'className', descending: false } };

/** Students of the week; Enter opens a printed sheet, or prints one that is not there yet. */
export const DueList = ({ week, place, go, chosen, onChoose, open }: DueListProps): JSX.Element => {
  const { classId, status, everyone, earlier } = place;
  const monday = week.week;
  const fixed = useMemo(
    () => ({
      week: monday,
      ...(classId !== null && { classId }),
      ...(status !== null && { status }),
      ...(everyone && { everyone }),
      ...(earlier && { earlier }),
    }),
    [monday, classId, status, everyone, earlier],
  );
  const onOpen = (row: DueRow): void =>
    row.sheetId === null ? open(runForOne(row)) : navigate(sheetLink(row.sheetId));
  return (
    <div className={css['listColumn']}>
      <DataTable
        operation="sheets.listDue"
        title={text.title}
        columns={dueColumns(earlier)}
        fixedFilters={fixed}
        rowKey={dueKey}
        onOpen={onOpen}
        initial={initial}
        selection={{ rows: chosen, onChange: onChoose }}
        empty={emptyList(place, go)}
      />
    </div>
  );
};
