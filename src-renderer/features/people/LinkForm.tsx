import type { JSX, ReactNode } from 'react';
import type { Relation } from '../../../src-main/contract/people-fields.ts';
import { names, relations } from '../../strings/people.ts';
import { form as words } from '../../strings/people-guardians.ts';
import { ChoiceField, Form, choicesOf, useOfficeForm } from '../../ui/form/index.ts';
import { GuardianPicker, StudentPicker } from './pickers.tsx';

export interface LinkFormProps {
  /** Null: to be chosen. */
  readonly guardianId: number | null;
  readonly studentId: number | null;
  readonly relation: Relation | null;
  readonly submitLabel?: string;
  readonly success: string;
  readonly onSaved: (guardianId: number | null) => void;
  readonly onCancel: () => void;
  /** Above the fields. */
  readonly children?: ReactNode;
}

/** Who a parent is to a child: the one who is not known yet is chosen. */
export const LinkForm = (props: LinkFormProps): JSX.Element => {
  const { guardianId, studentId, relation, submitLabel, success, onSaved, onCancel } = props;
  const form = useOfficeForm({
    command: 'people.linkGuardian',
    initial: { guardianId, studentId, relation },
    success,
    onSaved: (_output, values) => onSaved(values.guardianId),
    onCancel,
  });
  return (
    <Form form={form} {...(submitLabel !== undefined && { submitLabel })}>
      {props.children}
      {guardianId === null && <GuardianPicker {...form.field('guardianId')} required autoFocus />}
      {studentId === null && (
        <StudentPicker {...form.field('studentId')} label={words.child} required autoFocus />
      )}
      <ChoiceField
        {...form.field('relation')}
        label={names.relation}
        choices={choicesOf(relations)}
        required
        autoFocus={guardianId !== null && studentId !== null}
      />
    </Form>
  );
};
