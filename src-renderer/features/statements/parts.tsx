import { Alert } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { Link } from 'wouter';
import type {
  ServiceModeName,
  StatementState,
} from '../../../src-main/contract/statement-fields.ts';
import { useOperation } from '../../api/hooks.ts';
import { vault as vaultText } from '../../strings/statement-card.ts';
import { modes, states } from '../../strings/statements.ts';
import { Icon, StatusBadge } from '../../ui/index.ts';
import type { StatusTone } from '../../ui/index.ts';
import css from './statements.module.css';

const stateTones: Readonly<Record<StatementState, StatusTone>> = {
  standing: 'good',
  ended: 'neutral',
  withdrawn: 'warning',
  mistake: 'bad',
};

export const StateBadge = ({ state }: { readonly state: StatementState }): JSX.Element => (
  <StatusBadge tone={stateTones[state]}>{states[state]}</StatusBadge>
);

const modeTones: Readonly<Record<ServiceModeName, StatusTone>> = {
  electronic: 'good',
  'own-consent': 'good',
  'paper-impossibility': 'info',
  'paper-refusal': 'warning',
};

export const ModeBadge = ({ mode }: { readonly mode: ServiceModeName }): JSX.Element => (
  <StatusBadge tone={modeTones[mode]}>{modes[mode]}</StatusBadge>
);

/** Panels in two columns; the second is for the paper. */
export const WithPaper = ({
  children,
  paper,
}: {
  readonly children: ReactNode;
  readonly paper: ReactNode;
}): JSX.Element => (
  <div className={css['withPaper']}>
    <div className={css['column']}>{children}</div>
    <div className={css['paperColumn']}>{paper}</div>
  </div>
);

/** True once sealed data may be read and written; undefined while it is not known. */
export const useVaultOpen = (): boolean | undefined => {
  const { data } = useOperation('users.state', {});
  return data && data.state === 'open';
};

/** Says that sealed data cannot be kept before there is a password, and where it is set. */
export const VaultNote = (): JSX.Element | null =>
  useVaultOpen() === false ? (
    <Alert color="orange" icon={<Icon name="warning" />}>
      {vaultText.notSet} <Link href="/settings?tab=security">{vaultText.open}</Link>
    </Alert>
  ) : null;
