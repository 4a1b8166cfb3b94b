import { Group } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { addDays, mondayOf } from '../../../../src-main/domain/dates.ts';
import { useOperation } from '../../../api/hooks.ts';
import { grid as text } from '../../../strings/marks.ts';
import { isDay } from '../../../ui/dates.ts';
import { DateField } from '../../../ui/form/index.ts';
import { useHotkey } from '../../../ui/hotkeys.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { EmptyState, Pending, todayIso } from '../../../ui/index.ts';
import { StudentPicker } from '../../people/pickers.tsx';
import { choose, useEntry } from '../entry-store.ts';
import { draftOf, newDraft } from '../lesson-draft.ts';
import type { LessonDraft } from '../LessonForm.tsx';
import { LessonDialog } from '../LessonForm.tsx';
import css from './grid.module.css';
import { HelpButton } from './HelpButton.tsx';
import { LessonGrid, NoLessons } from './LessonGrid.tsx';
import type { Place } from './grid-cells.ts';
import type { StudentWeek } from './student-week.ts';
import { dayColumns, shownDays, weekLines, weekRows } from './student-week.ts';

interface GridProps {
  readonly studentId: number;
  readonly week: StudentWeek;
  readonly onDraft: (draft: LessonDraft) => void;
}

const Typing = ({ studentId, week, onDraft }: GridProps): JSX.Element => {
  const days = useMemo(() => shownDays(week), [week]);
  const columns = useMemo(() => dayColumns(days), [days]);
  const subjects = useMemo(() => weekRows(week, days), [week, days]);
  const rows = useMemo(() => weekLines(studentId, week, subjects), [studentId, week, subjects]);
  const addLesson = (place: Place): void =>
    onDraft(
      newDraft({
        classId: week.classId,
        className: week.className ?? '',
        subject: subjects[place.row]?.subject ?? '',
        date: days[place.column] ?? null,
      }),
    );
  return (
    <LessonGrid
      label={text.labelStudent(week.fullName)}
      corner={text.subjects}
      columns={columns}
      rows={rows}
      first={{ row: 0, column: 0 }}
      focused={false}
      lessonAt={({ row, column }) => subjects[row]?.lessons[column] ?? null}
      studentOf={() => week.fullName}
      noCell={text.noLesson}
      onNoCell={addLesson}
      onLesson={(lesson) => onDraft(draftOf(lesson))}
      onNew={addLesson}
    />
  );
};

/** The week by its day: any day of it may be typed. */
const WeekField = ({ week }: { readonly week: string }): JSX.Element => {
  const [typed, setTyped] = useState<string | null>(null);
  const go = (days: number): void => {
    setTyped(null);
    choose({ week: addDays(week, days) });
  };
  useHotkey('Alt+ArrowLeft', () => go(-7));
  useHotkey('Alt+ArrowRight', () => go(7));
  return (
    <Group gap={4} wrap="nowrap">
      <IconButton icon="chevronLeft" label={text.previousWeek} onClick={() => go(-7)} />
      <DateField
        name="week"
        aria-label={text.week}
        width={130}
        value={typed ?? week}
        onChange={(day) => {
          setTyped(isDay(day) ? null : day);
          if (isDay(day)) choose({ week: mondayOf(day) });
        }}
      />
      <IconButton icon="chevronRight" label={text.nextWeek} onClick={() => go(7)} />
    </Group>
  );
};

const Week = ({
  studentId,
  date,
  onDraft,
}: {
  readonly studentId: number;
  readonly date: string;
  readonly onDraft: (draft: LessonDraft) => void;
}): JSX.Element => {
  const query = useOperation('marks.studentWeek', { studentId, date });
  return (
    <Pending query={query}>
      {(week) =>
        week.lessons.length === 0 ? (
          <NoLessons
            onNew={() =>
              onDraft(
                newDraft({
                  classId: week.classId,
                  className: week.className ?? '',
                  date: week.from,
                }),
              )
            }
          />
        ) : (
          <Typing
            key={`${studentId} ${date}`}
            studentId={studentId}
            week={week}
            onDraft={onDraft}
          />
        )
      }
    </Pending>
  );
};

/** Typing for one student and week: subjects in rows, days in columns. */
export const StudentTab = (): JSX.Element => {
  const { studentId, week } = useEntry();
  const [draft, setDraft] = useState<LessonDraft | null>(null);
  return (
    <div className={css['tab']}>
      <div className={css['tools']}>
        <StudentPicker
          name="studentId"
          label={null}
          aria-label={text.student}
          placeholder={text.chooseStudentTitle}
          value={studentId}
          onChange={(id) => choose({ studentId: id })}
          everyone
          onDate={week > todayIso() ? todayIso() : week}
          width={280}
        />
        <WeekField week={week} />
        <HelpButton />
      </div>
      {studentId === null ? (
        <div className={css['center']}>
          <EmptyState icon="people" title={text.chooseStudentTitle} hint={text.chooseStudentHint} />
        </div>
      ) : (
        <Week studentId={studentId} date={week} onDraft={setDraft} />
      )}
      {draft && (
        <LessonDialog
          lesson={draft}
          onClose={() => setDraft(null)}
          onSaved={(_id, date) => choose({ week: mondayOf(date) })}
        />
      )}
    </div>
  );
};
