import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { runCommand } from '../../api/commands.ts';
import { useOperation } from '../../api/hooks.ts';
import { lesson as text } from '../../strings/marks.ts';
import {
  DateField,
  FieldRow,
  Form,
  FormDialog,
  TextAreaField,
  TextField,
  useOfficeForm,
} from '../../ui/form/index.ts';
import { Pending, confirm, isDay, showDate } from '../../ui/index.ts';
import { ClassPicker, TeacherPicker } from '../people/pickers.tsx';
import type { LessonDraft } from './lesson-draft.ts';
import { draftOf } from './lesson-draft.ts';

export type { LessonDraft };

export interface LessonDialogProps {
  readonly lesson: LessonDraft;
  readonly onClose: () => void;
  readonly onSaved?: (id: number, date: string, subject: string) => void;
}

const remove = async ({ id, className, subject, date }: LessonDraft): Promise<boolean> => {
  if (id === null) return false;
  const what = text.title(className, subject, showDate(date));
  const sure = await confirm({
    title: text.removeTitle,
    message: text.removeQuestion(what),
    confirm: text.remove,
    danger: true,
  });
  return (
    sure && (await runCommand('marks.deleteLesson', { id }, { success: text.removed })) !== null
  );
};

const LessonForm = ({ lesson, onClose, onSaved }: LessonDialogProps): JSX.Element => {
  const { className: _name, ...initial } = lesson;
  const isNew = lesson.id === null;
  const form = useOfficeForm({
    command: 'marks.saveLesson',
    initial,
    // A new lesson without a teacher takes the one the class has for the subject.
    toInput: ({ teacherId, ...values }) => ({
      ...values,
      ...((!isNew || teacherId !== null) && { teacherId }),
    }),
    success: text.saved,
    onSaved: ({ id }, { date, subject }) => {
      onSaved?.(id, date ?? '', subject);
      onClose();
    },
    onCancel: onClose,
  });
  const day = form.values.date ?? undefined;
  return (
    <Form
      form={form}
      actions={
        !isNew && (
          <Button
            variant="subtle"
            color="red"
            onClick={() => void remove(lesson).then((gone) => gone && onClose())}
          >
            {text.remove}
          </Button>
        )
      }
    >
      <FieldRow>
        <ClassPicker
          {...form.field('classId')}
          label={text.class}
          required
          disabled={!isNew}
          autoFocus={isNew && lesson.classId === null}
          {...(lesson.date !== null && { onDate: lesson.date })}
        />
        <TextField
          {...form.field('subject')}
          label={text.subject}
          suggest="subject"
          required
          autoFocus={isNew && lesson.classId !== null && lesson.subject === ''}
        />
        <DateField
          {...form.field('date')}
          label={text.date}
          required
          autoFocus={isNew && lesson.classId !== null && lesson.subject !== ''}
        />
      </FieldRow>
      <TextField
        {...form.field('topic')}
        label={text.topic}
        suggest="lessonTopic"
        autoFocus={!isNew}
      />
      <TextAreaField {...form.field('homework')} label={text.homework} rows={3} />
      <TeacherPicker
        {...form.field('teacherId')}
        label={text.teacher}
        everyone
        {...(isDay(day) && { onDate: day })}
      />
    </Form>
  );
};

/** A stored lesson as it is now, whatever list it was chosen in. */
const StoredForm = ({ id, ...props }: LessonDialogProps & { readonly id: number }): JSX.Element => {
  const query = useOperation('marks.lesson', { id });
  return (
    <Pending query={query}>
      {(lesson) => <LessonForm {...props} lesson={draftOf(lesson)} />}
    </Pending>
  );
};

/** Topic, homework and teacher of a lesson; or a new lesson. */
export const LessonDialog = (props: LessonDialogProps): JSX.Element => (
  <FormDialog title={props.lesson.id === null ? text.new : text.edit} onClose={props.onClose}>
    {props.lesson.id === null ? (
      <LessonForm {...props} />
    ) : (
      <StoredForm {...props} id={props.lesson.id} />
    )}
  </FormDialog>
);
