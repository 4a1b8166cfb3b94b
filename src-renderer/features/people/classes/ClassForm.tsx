import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { dayOfSchoolYear } from '../../../../src-main/domain/calendar.ts';
import { form as text } from '../../../strings/people-classes.ts';
import { Form, NumberField, TextField, useOfficeForm } from '../../../ui/form/index.ts';
import { todayIso } from '../../../ui/index.ts';
import { FieldGrid } from '../../../ui/layout.tsx';
import { TeacherPicker } from '../pickers.tsx';

type ClassRow = OperationOutput<'people.class'>['class'];

export interface ClassFormProps {
  /** Null makes a new class. */
  readonly row: ClassRow | null;
  /** School year of a new class: the year of its September. */
  readonly startYear: number;
  readonly onSaved: (id: number) => void;
  readonly onCancel: () => void;
}

/** Parallel and letter, the adapted programme's name, the class teacher. */
export const ClassForm = ({ row, startYear, onSaved, onCancel }: ClassFormProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'people.saveClass',
    initial: {
      id: row?.id ?? null,
      parallel: row?.parallel ?? null,
      letter: row?.letter ?? '',
      programmeName: row?.programmeName ?? '',
      classTeacherId: row?.classTeacherId ?? null,
      onDate: dayOfSchoolYear(startYear, todayIso()),
    },
    success: row === null ? text.created : text.saved,
    onSaved: ({ id }) => onSaved(id),
    onCancel,
  });
  return (
    <Form form={form}>
      <FieldGrid>
        <NumberField
          {...form.field('parallel')}
          label={text.parallel}
          description={text.parallelHint}
          min={0}
          max={12}
          required
          autoFocus
        />
        <TextField {...form.field('letter')} label={text.letter} maxLength={3} />
      </FieldGrid>
      <TeacherPicker {...form.field('classTeacherId')} label={text.classTeacher} />
      <TextField
        {...form.field('programmeName')}
        label={text.programmeName}
        description={text.programmeHint}
        suggest="programmeName"
      />
    </Form>
  );
};
