import { Button, Select } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { lessons as text, screen } from '../../../strings/marks.ts';
import { Icon, navigate } from '../../../ui/index.ts';
import { choicesOf } from '../../../ui/form/index.ts';
import { DataTable } from '../../../ui/lists/index.ts';
import css from '../grid/grid.module.css';
import { draftOf, newDraft } from '../lesson-draft.ts';
import type { LessonDraft } from '../LessonForm.tsx';
import { LessonDialog } from '../LessonForm.tsx';
import { importLink, lessonLink } from '../links.ts';
import { ClassFields, PeriodSelect } from '../ScopeFields.tsx';
import { useScope } from '../use-scope.ts';
import type { LessonRow } from './columns.tsx';
import { lessonColumns } from './columns.tsx';
import { SubjectFilter } from './SubjectFilter.tsx';

type Missing = keyof typeof text.missing;

const initial = { sort: { column: 'date', descending: true } };

const toGrid = ({ classId, subject, date }: LessonRow): void =>
  navigate(lessonLink({ classId, subject, date }));

/** Lessons of a class: topics, homework, teachers, and what of it is missing. */
export const LessonsTab = (): JSX.Element => {
  const scope = useScope();
  const [missing, setMissing] = useState<Missing | null>(null);
  const [subjectId, setSubjectId] = useState<number | null>(null);
  const [draft, setDraft] = useState<LessonDraft | null>(null);
  const { class: shown, period } = scope;
  const filters = useMemo(
    () => ({
      ...(shown && { classId: shown.id }),
      ...(period && { from: period.from, to: period.to }),
      ...(subjectId !== null && { subjectId }),
      ...(missing !== null && { missing }),
    }),
    // oxlint-disable-next-line react/exhaustive-deps -- an id and two days are all that is asked
    [shown?.id, period?.from, period?.to, subjectId, missing],
  );
  const onNew = (): void =>
    setDraft(newDraft({ classId: shown?.id ?? null, className: shown?.className ?? '' }));
  return (
    <div className={css['tab']}>
      <div className={css['tools']}>
        <ClassFields scope={scope} />
        <PeriodSelect scope={scope} />
        <SubjectFilter scope={scope} value={subjectId} onChange={setSubjectId} />
        <Select
          aria-label={text.missingLabel}
          placeholder={text.missingLabel}
          w={200}
          clearable
          data={[...choicesOf(text.missing)]}
          value={missing}
          onChange={setMissing}
        />
        <Button leftSection={<Icon name="plus" size={16} />} onClick={onNew}>
          {screen.newLesson}
        </Button>
      </div>
      {(shown !== null || !scope.pending) && (
        <DataTable
          operation="marks.listLessons"
          title={text.title}
          columns={lessonColumns}
          rowKey={({ id }) => id}
          onOpen={(row) => setDraft(draftOf(row))}
          rowKeys={{ F4: toGrid }}
          fixedFilters={filters}
          initial={initial}
          empty={{
            title: text.emptyTitle,
            hint: text.emptyHint,
            action: <Button onClick={() => navigate(importLink)}>{screen.toImport}</Button>,
          }}
        />
      )}
      {draft && <LessonDialog lesson={draft} onClose={() => setDraft(null)} />}
    </div>
  );
};
