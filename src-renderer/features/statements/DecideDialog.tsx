import type { JSX } from 'react';
import { access as text } from '../../strings/statements.ts';
import { Form, FormDialog, RadioField, TextField, useOfficeForm } from '../../ui/form/index.ts';

const choices = [
  { value: 'allow', label: text.allow, description: text.allowHint },
  { value: 'withhold', label: text.withhold },
] as const;

const startValues = (studentId: number) => ({
  studentId,
  choice: null as 'allow' | 'withhold' | null,
  reason: '',
});

/** The school decides about the student's login where the parents differ. */
export const DecideDialog = ({
  studentId,
  onClose,
}: {
  readonly studentId: number;
  readonly onClose: () => void;
}): JSX.Element => {
  const form = useOfficeForm({
    command: 'statements.decideAccess',
    initial: startValues(studentId),
    toInput: ({ choice, ...values }) => ({
      ...values,
      allowed: choice === null ? null : choice === 'allow',
    }),
    success: text.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  const { error } = form.field('allowed' as never) as { readonly error: string | null };
  return (
    <FormDialog title={text.decide} onClose={onClose} size="md">
      <Form form={form}>
        <RadioField
          {...form.field('choice')}
          error={error}
          label={text.decision}
          choices={choices}
        />
        <TextField
          {...form.field('reason')}
          label={text.reason}
          description={text.reasonHint}
          required
        />
      </Form>
    </FormDialog>
  );
};
