import { Alert, Button, Group } from '@mantine/core';
import type { JSX } from 'react';
import { useOperation } from '../../api/hooks.ts';
import { needed as text } from '../../strings/lock.ts';
import { Icon, navigate } from '../../ui/index.ts';

/** Says that secrets cannot be kept yet; nothing once there is a password. */
export const PasswordNeeded = (): JSX.Element | null => {
  const { data } = useOperation('lock.state', {});
  if (data?.state !== 'not-set') return null;
  return (
    <Alert color="orange" icon={<Icon name="lock" />} title={text.title}>
      <Group justify="space-between" gap="sm">
        {text.text}
        <Button onClick={() => navigate('/settings?tab=security')}>{text.button}</Button>
      </Group>
    </Alert>
  );
};
