import type { JSX, ReactNode } from 'react';
import { form as words } from '../../strings/people-guardians.ts';
import { Form, useOfficeForm } from '../../ui/form/index.ts';
import type { LinkValues } from './LinkFields.tsx';
import { LinkFields, linkInput } from './LinkFields.tsx';
import { GuardianPicker, StudentPicker } from './pickers.tsx';

export interface LinkFormProps {
  /** Null: to be chosen. */
  readonly guardianId: number | null;
  readonly studentId: number | null;
  readonly link: LinkValues;
  readonly submitLabel?: string;
  readonly success: string;
  readonly onSaved: (guardianId: number | null) => void;
  readonly onCancel: () => void;
  /** Above the fields. */
  readonly children?: ReactNode;
}

/** Who a parent is to a child: the one who is not known yet is chosen. */
export const LinkForm = (props: LinkFormProps): JSX.Element => {
  const { guardianId, studentId, link, submitLabel, success, onSaved, onCancel } = props;
  const form = useOfficeForm({
    command: 'people.linkGuardian',
    initial: { guardianId, studentId, ...link },
    toInput: linkInput,
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
      <LinkFields
        relation={form.field('relation')}
        basis={form.field('basis')}
        livesApart={form.field('livesApart')}
        afterMajority={form.field('afterMajority')}
        required
        autoFocus={guardianId !== null && studentId !== null}
      />
    </Form>
  );
};
