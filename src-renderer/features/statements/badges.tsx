import type { JSX } from 'react';
import type {
  ServiceModeName,
  StatementState,
} from '../../../src-main/contract/statements-fields.ts';
import { modes, states } from '../../strings/statements.ts';
import { StatusBadge } from '../../ui/index.ts';
import type { StatusTone } from '../../ui/index.ts';

const stateTones: Readonly<Record<StatementState, StatusTone>> = {
  standing: 'good',
  waiting: 'warning',
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
  'student-of-age': 'neutral',
};

export const ModeBadge = ({ mode }: { readonly mode: ServiceModeName }): JSX.Element => (
  <StatusBadge tone={modeTones[mode]}>{modes[mode]}</StatusBadge>
);
