import { Alert, Button, Group, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { LockState } from '../../../src-main/contract/lock.ts';
import { useOperation } from '../../api/hooks.ts';
import { lockNow } from '../../app/lock/use-lock-state.ts';
import { security as text } from '../../strings/lock.ts';
import { Form, NumberField, useOfficeForm } from '../../ui/form/index.ts';
import { DescriptionList, Icon, Panel, Pending, StatusBadge, showDate } from '../../ui/index.ts';
import { ChangePasswordDialog, NewCodeDialog } from './PasswordForms.tsx';
import { SetPasswordForm } from './SetPasswordForm.tsx';
import css from './lock.module.css';

const Facts = ({ state }: { readonly state: LockState }): JSX.Element => (
  <DescriptionList
    items={[
      [
        text.state,
        <StatusBadge key="state" tone="good">
          {text.isSet}
        </StatusBadge>,
      ],
      [
        text.codeGiven,
        <Group key="code" gap="xs">
          {showDate(state.recoveryGivenOn)}
          <StatusBadge tone={state.recoveryKept ? 'good' : 'warning'}>
            {state.recoveryKept ? text.kept : text.notKept}
          </StatusBadge>
        </Group>,
      ],
    ]}
  />
);

const PasswordPanel = ({ state }: { readonly state: LockState }): JSX.Element => {
  const [dialog, setDialog] = useState<'change' | 'code' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <Panel title={text.stateTitle}>
      <Stack gap="sm">
        <Facts state={state} />
        {!state.recoveryKept && (
          <Alert color="orange" icon={<Icon name="warning" />}>
            {text.notKeptHint}
          </Alert>
        )}
        <Group gap="xs">
          <Button variant="default" onClick={() => setDialog('change')}>
            {text.change}
          </Button>
          <Button variant="default" onClick={() => setDialog('code')}>
            {text.newCode}
          </Button>
          <Button
            variant="default"
            leftSection={<Icon name="lock" size={16} />}
            onClick={() => void lockNow()}
          >
            {text.lockNow}
          </Button>
        </Group>
      </Stack>
      {dialog === 'change' && <ChangePasswordDialog onClose={close} />}
      {dialog === 'code' && <NewCodeDialog onClose={close} />}
    </Panel>
  );
};

const IdlePanel = ({ minutes }: { readonly minutes: number }): JSX.Element => {
  const form = useOfficeForm({
    command: 'lock.saveIdle',
    initial: { minutes },
    success: text.saved,
  });
  return (
    <Panel title={text.idleTitle}>
      <Form form={form}>
        <NumberField
          {...form.field('minutes')}
          onChange={(next) => form.set('minutes', next as number)}
          label={text.idle}
          description={text.idleHint}
          suffix={text.minutes}
          min={1}
          max={120}
          width={300}
        />
      </Form>
    </Panel>
  );
};

/** A tab of the settings: the password, the recovery code, the automatic lock. */
export const SecurityTab = (): JSX.Element => {
  const query = useOperation('lock.state', {});
  return (
    <Pending query={query}>
      {(state) => (
        <div className={css['narrow']}>
          {state.state === 'not-set' ? (
            <Panel title={text.setTitle}>
              <SetPasswordForm />
            </Panel>
          ) : (
            <>
              <PasswordPanel state={state} />
              <IdlePanel minutes={state.idleMinutes} />
            </>
          )}
        </div>
      )}
    </Pending>
  );
};
