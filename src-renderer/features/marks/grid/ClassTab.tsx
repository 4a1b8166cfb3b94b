import { Button, Loader } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { useOperation } from '../../../api/hooks.ts';
import { states } from '../../../strings/common.ts';
import { grid as text, screen } from '../../../strings/marks.ts';
import { EmptyState, Icon, Pending, navigate, todayIso } from '../../../ui/index.ts';
import { useHotkey } from '../../../ui/hotkeys.ts';
import { choose, useEntry } from '../entry-store.ts';
import { draftOf, newDraft } from '../lesson-draft.ts';
import type { LessonDraft } from '../LessonForm.tsx';
import { LessonDialog } from '../LessonForm.tsx';
import { importLink } from '../links.ts';
import { ClassFields, PeriodSelect, SubjectField } from '../ScopeFields.tsx';
import type { Scope } from '../use-scope.ts';
import { useScope } from '../use-scope.ts';
import type { ClassGrid } from './class-grid.ts';
import { columnsOf, rowsOf } from './class-grid.ts';
import css from './grid.module.css';
import { HelpButton } from './HelpButton.tsx';
import { LessonGrid, NoLessons } from './LessonGrid.tsx';

interface GridProps {
  readonly grid: ClassGrid;
  readonly label: string;
  readonly onLesson: (lesson: ClassGrid['lessons'][number]) => void;
  readonly onNew: () => void;
}

/** The lesson of the linked day, else the last one that has been held. */
const firstColumn = ({ lessons }: ClassGrid, day: string | null): number => {
  const linked = lessons.findIndex(({ date }) => date === day);
  return linked >= 0
    ? linked
    : Math.max(
        0,
        lessons.findLastIndex(({ date }) => date <= todayIso()),
      );
};

const Typing = ({ grid, label, onLesson, onNew }: GridProps): JSX.Element => {
  const day = useEntry((choice) => choice.day);
  const columns = useMemo(() => columnsOf(grid), [grid]);
  const rows = useMemo(() => rowsOf(grid), [grid]);
  return (
    <LessonGrid
      label={label}
      corner={text.students}
      columns={columns}
      rows={rows}
      first={{ row: 0, column: firstColumn(grid, day) }}
      // A linked lesson, or one just made, is there to be typed in.
      focused={day !== null}
      lessonAt={({ column }) => grid.lessons[column] ?? null}
      studentOf={({ title }) => title}
      noCell={text.noCell}
      onNoCell={() => undefined}
      onLesson={onLesson}
      onNew={onNew}
    />
  );
};

const NoLessonsOfClass = ({ onNew }: { readonly onNew: () => void }): JSX.Element => (
  <NoLessons onNew={onNew}>
    <Button variant="default" onClick={() => navigate(importLink)}>
      {screen.toImport}
    </Button>
  </NoLessons>
);

const NoClasses = (): JSX.Element => (
  <div className={css['center']}>
    <EmptyState
      icon="columns"
      title={text.noClassTitle}
      hint={text.noClassHint}
      action={<Button onClick={() => navigate('/classes')}>{text.toClasses}</Button>}
    />
  </div>
);

interface BodyProps {
  readonly scope: Scope;
  readonly onLesson: (draft: LessonDraft) => void;
  readonly onNew: () => void;
}

const Body = ({ scope, onLesson, onNew }: BodyProps): JSX.Element => {
  const { class: shown, subject, period } = scope;
  const day = useEntry((choice) => choice.day);
  const subjectId = subject?.id ?? null;
  const ready = shown !== null && subjectId !== null && period !== null;
  const query = useOperation(
    'marks.grid',
    {
      classId: shown?.id ?? 1,
      subjectId: subjectId ?? 1,
      from: period?.from ?? '2000-01-01',
      to: period?.to ?? '2000-01-01',
    },
    { enabled: ready },
  );
  if (scope.pending) return <Loader size="sm" m="lg" role="status" aria-label={states.loading} />;
  if (shown === null) return <NoClasses />;
  if (!ready) return <NoLessonsOfClass onNew={onNew} />;
  return (
    <Pending query={query}>
      {(grid) =>
        grid.lessons.length === 0 || grid.students.length === 0 ? (
          <NoLessonsOfClass onNew={onNew} />
        ) : (
          <Typing
            // A linked or a new lesson takes the cursor once it is there.
            key={`${shown.id} ${subjectId} ${period.key} ${grid.lessons.some(({ date }) => date === day) ? day : ''}`}
            grid={grid}
            label={text.labelClass(shown.className, subject?.name ?? '')}
            onLesson={(lesson) => onLesson(draftOf(lesson))}
            onNew={onNew}
          />
        )
      }
    </Pending>
  );
};

/** Typing for one class and subject: students in rows, lessons in columns. */
export const ClassTab = (): JSX.Element => {
  const scope = useScope();
  const [draft, setDraft] = useState<LessonDraft | null>(null);
  const today = todayIso();
  const { period } = scope;
  const onNew = (): void =>
    setDraft(
      newDraft({
        classId: scope.class?.id ?? null,
        className: scope.class?.className ?? '',
        subject: scope.subject?.name ?? '',
        date: period === null || (today >= period.from && today <= period.to) ? today : null,
      }),
    );
  useHotkey('Ctrl+KeyN', onNew);
  return (
    <div className={css['tab']}>
      <div className={css['tools']}>
        <ClassFields scope={scope} />
        <SubjectField scope={scope} />
        <PeriodSelect scope={scope} />
        <HelpButton />
        <Button
          leftSection={<Icon name="plus" size={16} />}
          title={screen.newLessonHint}
          onClick={onNew}
        >
          {screen.newLesson}
        </Button>
      </div>
      <Body scope={scope} onLesson={setDraft} onNew={onNew} />
      {draft && (
        <LessonDialog
          lesson={draft}
          onClose={() => setDraft(null)}
          onSaved={(_id, date, subject) => {
            if (draft.id === null) choose({ subject, day: date });
          }}
        />
      )}
    </div>
  );
};
