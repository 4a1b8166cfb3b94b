import { Alert, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { lossNotice } from '../../../src-main/contract/loss-notice.ts';
import { security as text } from '../../strings/lock.ts';
import { FieldRow, Form, PasswordField, useOfficeForm } from '../../ui/form/index.ts';
import { Icon } from '../../ui/index.ts';
import { showRecoveryCode } from './recovery-code.ts';
import css from './lock.module.css';

interface Props {
  /** More buttons at the left of the footer. */
  readonly actions?: ReactNode;
}

/** The first password, after plain words on what losing it means. */
export const SetPasswordForm = ({ actions }: Props): JSX.Element => {
  const form = useOfficeForm({
    command: 'lock.setPassword',
    initial: { password: '', repeat: '' },
    onSaved: ({ recoveryCode }) => {
      form.mantine.reset();
      showRecoveryCode(recoveryCode);
    },
  });
  return (
    <Form form={form} submitLabel={text.set} actions={actions}>
      <Alert color="orange" icon={<Icon name="warning" />} title={text.before}>
        <ul className={css['notice']}>
          {lossNotice.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Alert>
      <FieldRow>
        <PasswordField {...form.field('password')} label={text.password} required />
        <PasswordField {...form.field('repeat')} label={text.repeat} required />
      </FieldRow>
      <Text size="sm" c="dimmed">
        {text.rules}
      </Text>
    </Form>
  );
};
