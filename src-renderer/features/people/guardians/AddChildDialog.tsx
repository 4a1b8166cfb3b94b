import type { JSX } from 'react';
import { names, relations } from '../../../strings/people.ts';
import { children as text, form as words } from '../../../strings/people-guardians.ts';
import { guardians } from '../../../strings/people-students.ts';
import { ChoiceField, Form, FormDialog, choicesOf, useOfficeForm } from '../../../ui/form/index.ts';
import { FieldGrid } from '../../../ui/layout.tsx';
import { StudentPicker } from '../pickers.tsx';

export interface AddChildDialogProps {
  readonly guardianId: number;
  readonly onClose: () => void;
}

/** Links one more child with a parent. */
export const AddChildDialog = ({ guardianId, onClose }: AddChildDialogProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'people.linkGuardian',
    initial: {
      guardianId,
      studentId: null as number | null,
      relation: null as keyof typeof relations | null,
    },
    success: guardians.linked,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <FormDialog title={text.add} onClose={onClose}>
      <Form form={form} submitLabel={text.add}>
        <StudentPicker {...form.field('studentId')} label={words.child} required autoFocus />
        <FieldGrid>
          <ChoiceField
            {...form.field('relation')}
            label={names.relation}
            choices={choicesOf(relations)}
            required
          />
        </FieldGrid>
      </Form>
    </FormDialog>
  );
};
