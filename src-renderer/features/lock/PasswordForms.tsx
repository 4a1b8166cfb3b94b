import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { change, newCode, security } from '../../strings/lock.ts';
import { Form, FormDialog, PasswordField, useOfficeForm } from '../../ui/form/index.ts';
import { showRecoveryCode } from './recovery-code.ts';

interface Props {
  readonly onClose: () => void;
}

const ChangeForm = ({ onClose }: Props): JSX.Element => {
  const form = useOfficeForm({
    command: 'lock.changePassword',
    initial: { current: '', next: '', repeat: '' },
    success: change.done,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={change.submit}>
      <Text size="sm">{change.hint}</Text>
      <PasswordField {...form.field('current')} label={change.current} autoFocus />
      <PasswordField {...form.field('next')} label={change.next} description={security.rules} />
      <PasswordField {...form.field('repeat')} label={change.repeat} />
    </Form>
  );
};

export const ChangePasswordDialog = ({ onClose }: Props): JSX.Element => (
  <FormDialog title={change.title} onClose={onClose} size="sm">
    <ChangeForm onClose={onClose} />
  </FormDialog>
);

const NewCodeForm = ({ onClose }: Props): JSX.Element => {
  const form = useOfficeForm({
    command: 'lock.newRecoveryCode',
    initial: { password: '' },
    onSaved: ({ recoveryCode }) => {
      onClose();
      showRecoveryCode(recoveryCode);
    },
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={newCode.submit}>
      <Text size="sm">{newCode.hint}</Text>
      <PasswordField {...form.field('password')} label={newCode.password} autoFocus />
    </Form>
  );
};

export const NewCodeDialog = ({ onClose }: Props): JSX.Element => (
  <FormDialog title={newCode.title} onClose={onClose} size="sm">
    <NewCodeForm onClose={onClose} />
  </FormDialog>
);
