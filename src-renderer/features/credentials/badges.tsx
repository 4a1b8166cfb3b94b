import type { JSX } from 'react';
import type {
  CredentialRow,
  CredentialState,
} from '../../../src-main/contract/credentials-fields.ts';
import { rightOf, states } from '../../strings/credentials.ts';
import type { StatusTone } from '../../ui/index.ts';
import { StatusBadge } from '../../ui/index.ts';

const tones: Readonly<Record<CredentialState, StatusTone>> = {
  new: 'warning',
  issued: 'good',
  revoked: 'neutral',
};

export const StateBadge = ({ state }: { readonly state: CredentialState }): JSX.Element => (
  <StatusBadge tone={tones[state]}>{states[state]}</StatusBadge>
);

/** Said only where something stands against handing it over. */
export const RightBadge = ({
  right,
  barrier,
}: Pick<CredentialRow, 'right' | 'barrier'>): JSX.Element | null =>
  right === 'has' ? null : (
    <StatusBadge tone={right === 'revoke' ? 'bad' : 'warning'}>
      {rightOf(right, barrier)}
    </StatusBadge>
  );
