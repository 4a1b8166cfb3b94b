import type { JSX } from 'react';
import { preparer as text } from '../../strings/appeals-card.ts';
import { Form, useOfficeForm } from '../../ui/form/index.ts';
import { TeacherPicker } from '../people/pickers.tsx';
import type { StepFormProps } from './AppealDialog.tsx';

/** Assigns the teacher who prepares a resource. */
export const PreparerForm = ({ card, onClose }: StepFormProps): JSX.Element => {
  const { id, preparerId } = card.appeal;
  const form = useOfficeForm({
    command: 'appeals.assignPreparer',
    initial: { id, teacherId: preparerId },
    success: text.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={text.submit}>
      <TeacherPicker {...form.field('teacherId')} label={text.teacher} required autoFocus />
    </Form>
  );
};
