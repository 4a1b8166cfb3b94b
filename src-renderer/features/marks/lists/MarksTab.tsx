import { Button, Group } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { history as historyText, marks as text, screen } from '../../../strings/marks.ts';
import { SegmentField, choicesOf } from '../../../ui/form/index.ts';
import { navigate, showDate } from '../../../ui/index.ts';
import { DataTable } from '../../../ui/lists/index.ts';
import { StudentPicker } from '../../people/pickers.tsx';
import css from '../grid/grid.module.css';
import { HistoryDialog } from '../grid/HistoryDialog.tsx';
import { importLink } from '../links.ts';
import { ClassFields, PeriodSelect } from '../ScopeFields.tsx';
import type { Scope } from '../use-scope.ts';
import { useScope } from '../use-scope.ts';
import type { MarkRow } from './columns.tsx';
import { markColumns } from './columns.tsx';
import { SubjectFilter } from './SubjectFilter.tsx';

type State = keyof typeof text.lists;

const columnsOf = {
  standing: markColumns(false),
  unknown: markColumns(false),
  history: markColumns(true),
};
const initial = { sort: { column: 'date', descending: true } };

const Empty = (): JSX.Element => (
  <Group gap="xs">
    <Button onClick={() => navigate(importLink)}>{screen.toImport}</Button>
    <Button variant="default" onClick={() => navigate('/marks?tab=class')}>
      {screen.byClass}
    </Button>
  </Group>
);

/** Unknown codes are few and looked for everywhere; the rest within a class, a student, a period. */
const filtersOf = (
  state: State,
  scope: Scope,
  subjectId: number | null,
  studentId: number | null,
): Readonly<Record<string, unknown>> => {
  if (state === 'unknown') return { state };
  const whose = studentId === null ? scope.class && { classId: scope.class.id } : { studentId };
  return {
    state,
    ...whose,
    ...(subjectId !== null && { subjectId }),
    ...(scope.period && { from: scope.period.from, to: scope.period.to }),
  };
};

/** Marks of a class or a student: what stands, what was, and what could not be understood. */
export const MarksTab = (): JSX.Element => {
  const scope = useScope();
  const [state, setState] = useState<State>('standing');
  const [studentId, setStudentId] = useState<number | null>(null);
  const [subjectId, setSubjectId] = useState<number | null>(null);
  const [past, setPast] = useState<MarkRow | null>(null);
  const filters = useMemo(
    () => filtersOf(state, scope, subjectId, studentId),
    // oxlint-disable-next-line react/exhaustive-deps -- the rest of the scope is not asked for
    [state, scope.class?.id, scope.period?.key, scope.period?.from, subjectId, studentId],
  );
  return (
    <div className={css['tab']}>
      <div className={css['tools']}>
        <SegmentField<State>
          name="state"
          label={text.list}
          value={state}
          onChange={setState}
          choices={choicesOf(text.lists)}
        />
        {state !== 'unknown' && (
          <>
            <ClassFields scope={scope} />
            <PeriodSelect scope={scope} />
            <SubjectFilter scope={scope} value={subjectId} onChange={setSubjectId} />
            <StudentPicker
              name="studentId"
              label={null}
              aria-label={text.student}
              placeholder={text.anyStudent}
              width={210}
              everyone
              value={studentId}
              onChange={setStudentId}
            />
          </>
        )}
      </div>
      {(scope.class !== null || state === 'unknown' || !scope.pending) && (
        <DataTable
          key={state}
          operation="marks.listMarks"
          list={`marks.listMarks ${state}`}
          title={text.title}
          columns={columnsOf[state]}
          rowKey={({ id }) => id}
          onOpen={setPast}
          fixedFilters={filters}
          initial={initial}
          empty={{
            title: text.emptyTitles[state],
            hint: text.emptyHints[state],
            ...(state === 'standing' && { action: <Empty /> }),
          }}
        />
      )}
      {past && (
        <HistoryDialog
          lessonId={past.lessonId}
          studentId={past.studentId}
          about={historyText.of(past.fullName, past.subject, showDate(past.date))}
          onClose={() => setPast(null)}
        />
      )}
    </div>
  );
};
