import type { JSX } from 'react';
import type { AppealStatus } from '../../../src-main/contract/appeals.ts';
import { statuses } from '../../strings/appeals.ts';
import type { StatusTone } from '../../ui/index.ts';
import { StatusBadge } from '../../ui/index.ts';

const tones: Readonly<Record<AppealStatus, StatusTone>> = {
  registered: 'info',
  'in-preparation': 'warning',
  'resource-found': 'good',
  closed: 'neutral',
  annulled: 'bad',
};

export const AppealStatusBadge = ({ status }: { readonly status: AppealStatus }): JSX.Element => (
  <StatusBadge tone={tones[status]}>{statuses[status]}</StatusBadge>
);
