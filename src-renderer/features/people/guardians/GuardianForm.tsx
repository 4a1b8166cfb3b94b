import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { names } from '../../../strings/people.ts';
import { form as text } from '../../../strings/people-guardians.ts';
import { Form, TextField, useOfficeForm } from '../../../ui/form/index.ts';
import { FieldGrid } from '../../../ui/layout.tsx';
import { useKeptFields } from '../kept-fields.ts';
import { LinkFields, linkInput, newLink } from '../LinkFields.tsx';
import { NameFields, nameValues } from '../NameFields.tsx';
import { StudentPicker } from '../pickers.tsx';

type Guardian = OperationOutput<'people.guardian'>['guardian'];

export interface GuardianFormProps {
  /** Null makes a new card. */
  readonly guardian: Guardian | null;
  /** Child of a new parent when the form stands in the child's card. */
  readonly studentId?: number;
  readonly onSaved: (id: number) => void;
  readonly onCancel: () => void;
}

const initialOf = (guardian: Guardian | null, studentId: number | null) => ({
  id: guardian?.id ?? null,
  ...nameValues(guardian ?? undefined),
  phone: guardian?.phone ?? '',
  email: guardian?.email ?? '',
  address: guardian?.address ?? '',
  link: { studentId, ...newLink(null) },
});

/** Names and contacts; a new parent may be given a child at once. */
export const GuardianForm = ({
  guardian,
  studentId,
  onSaved,
  onCancel,
}: GuardianFormProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'people.saveGuardian',
    initial: initialOf(guardian, studentId ?? null),
    toInput: ({ link, ...values }) => ({
      ...values,
      link: link.studentId === null ? null : linkInput(link),
    }),
    success: guardian === null ? text.created : text.saved,
    onSaved: ({ id }) => onSaved(id),
    onCancel,
  });
  const kept = useKeptFields();
  return (
    <Form form={form}>
      <NameFields form={form} />
      <FieldGrid>
        {kept.guardianPhone && <TextField {...form.field('phone')} label={names.phone} />}
        {kept.guardianEmail && <TextField {...form.field('email')} label={names.email} />}
      </FieldGrid>
      {kept.guardianAddress && <TextField {...form.field('address')} label={names.address} />}
      {guardian === null && (
        <FieldGrid>
          {studentId === undefined && (
            <StudentPicker {...form.field('link.studentId')} label={text.child} />
          )}
          <LinkFields
            relation={form.field('link.relation')}
            basis={form.field('link.basis')}
            livesApart={form.field('link.livesApart')}
            afterMajority={form.field('link.afterMajority')}
            required={form.values.link.studentId !== null}
            clearable
          />
        </FieldGrid>
      )}
    </Form>
  );
};
