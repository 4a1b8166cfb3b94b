import type { JSX } from 'react';
import { closing as text } from '../../strings/appeals-card.ts';
import { CheckField, DateField, Form, TextField, useOfficeForm } from '../../ui/form/index.ts';
import { todayIso } from '../../ui/index.ts';
import type { StepFormProps } from './AppealDialog.tsx';

/** The result of the work, which closes the appeal (S1: a mark of results). */
export const CloseForm = ({ card, onClose }: StepFormProps): JSX.Element => {
  const { appeal, resources } = card;
  const [first] = resources;
  const form = useOfficeForm({
    command: 'appeals.close',
    initial: {
      id: appeal.id,
      on: todayIso(),
      result: first ? text.given(first.title) : '',
      withoutResource: false,
    },
    success: text.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={text.submit}>
      <TextField
        {...form.field('result')}
        label={text.result}
        description={text.resultHint}
        suggest="appealResult"
        maxLength={1000}
        required
        autoFocus
      />
      <DateField {...form.field('on')} label={text.on} required />
      {resources.length === 0 && (
        <CheckField {...form.field('withoutResource')} label={text.withoutResource} />
      )}
    </Form>
  );
};
