import { Alert } from '@mantine/core';
import type { JSX } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../../api/hooks.ts';
import { vault as text } from '../../strings/statements-card.ts';
import { Icon } from '../../ui/index.ts';

/** True once sealed data may be read and written; undefined while it is not known. */
export const useVaultOpen = (): boolean | undefined => {
  const { data } = useOperation('lock.state', {});
  return data && data.state === 'open';
};

/** Says that sealed data cannot be kept before there is a password, and where it is set. */
export const VaultNote = (): JSX.Element | null =>
  useVaultOpen() === false ? (
    <Alert color="orange" icon={<Icon name="warning" />}>
      {text.notSet} <Link href="/settings?tab=security">{text.open}</Link>
    </Alert>
  ) : null;
