import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useOperation } from '../../api/hooks.ts';
import { step as text } from '../../strings/lock.ts';
import { Panel, Pending } from '../../ui/index.ts';
import { SetPasswordForm } from './SetPasswordForm.tsx';

/** A step of the first-run wizard; the password may be set later as well. */
export const PasswordStep = ({ onNext }: { readonly onNext: () => void }): JSX.Element => {
  const query = useOperation('lock.state', {});
  return (
    <Pending query={query}>
      {({ state }) =>
        state === 'not-set' ? (
          <Panel title={text.title}>
            <Stack gap="sm">
              <Text size="sm">{text.hint}</Text>
              <SetPasswordForm
                actions={
                  <Button variant="default" onClick={onNext}>
                    {text.later}
                  </Button>
                }
              />
            </Stack>
          </Panel>
        ) : (
          <Panel title={text.title}>
            <Text size="sm">{text.done}</Text>
            <Group justify="flex-end" mt="sm">
              <Button onClick={onNext}>{text.next}</Button>
            </Group>
          </Panel>
        )
      }
    </Pending>
  );
};
