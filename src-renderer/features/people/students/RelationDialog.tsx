import type { JSX } from 'react';
import { names, relations } from '../../../strings/people.ts';
import { guardians as text } from '../../../strings/people-students.ts';
import { ChoiceField, Form, FormDialog, choicesOf, useOfficeForm } from '../../../ui/form/index.ts';

type Relation = keyof typeof relations;

export interface RelationDialogProps {
  readonly guardianId: number;
  readonly studentId: number;
  readonly relation: Relation;
  readonly onClose: () => void;
}

/** Changes who a parent is to the child. */
export const RelationDialog = ({
  guardianId,
  studentId,
  relation,
  onClose,
}: RelationDialogProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'people.linkGuardian',
    initial: { guardianId, studentId, relation },
    success: text.relationSaved,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <FormDialog title={text.relationTitle} onClose={onClose} size="sm">
      <Form form={form}>
        <ChoiceField
          {...form.field('relation')}
          label={names.relation}
          choices={choicesOf(relations)}
          required
          autoFocus
        />
      </Form>
    </FormDialog>
  );
};
