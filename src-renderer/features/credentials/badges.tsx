import type { JSX } from 'react';
import type { CredentialState } from '../../../src-main/contract/credentials-fields.ts';
import { states } from '../../strings/credentials.ts';
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
