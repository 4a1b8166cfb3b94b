import { Button, Text } from '@mantine/core';
import type { JSX } from 'react';
import { recovery as text, security } from '../../strings/lock.ts';
import { Form, PasswordField, TextField, useOfficeForm } from '../../ui/form/index.ts';
import { showRecoveryCode } from './recovery-code.ts';

interface Props {
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** The printed code instead of a forgotten password: a new password and a new code. */
export const RecoverForm = ({ onDone, onBack }: Props): JSX.Element => {
  const form = useOfficeForm({
    command: 'lock.recover',
    initial: { code: '', next: '', repeat: '' },
    onSaved: ({ recoveryCode }) => {
      form.mantine.reset();
      showRecoveryCode(recoveryCode);
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submitLabel={text.submit}
      actions={
        <Button variant="subtle" size="compact-sm" onClick={onBack}>
          {text.back}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {text.hint}
      </Text>
      <TextField {...form.field('code')} label={text.code} autoFocus />
      <PasswordField {...form.field('next')} label={text.next} description={security.rules} />
      <PasswordField {...form.field('repeat')} label={text.repeat} />
    </Form>
  );
};
