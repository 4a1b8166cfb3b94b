import type { JSX } from 'react';
import type {
  IssuedRow,
  SheetMode,
  SheetStatus,
} from '../../../src-main/contract/sheets-fields.ts';
import { issued, modes, statuses } from '../../strings/sheets.ts';
import type { StatusTone } from '../../ui/index.ts';
import { StatusBadge } from '../../ui/index.ts';
import css from './sheets.module.css';

export const statusTones: Readonly<Record<SheetStatus, StatusTone>> = {
  free: 'neutral',
  owed: 'info',
  'not-printed': 'bad',
  printed: 'warning',
  'not-handed': 'bad',
  handed: 'good',
};

export const SheetStatusBadge = ({ status }: { readonly status: SheetStatus }): JSX.Element => (
  <StatusBadge tone={statusTones[status]}>{statuses[status]}</StatusBadge>
);

const modeTones: Readonly<Record<SheetMode, StatusTone>> = {
  electronic: 'good',
  'paper-impossibility': 'info',
  'paper-refusal': 'warning',
};

export const SheetModeBadge = ({ mode }: { readonly mode: SheetMode }): JSX.Element => (
  <StatusBadge tone={modeTones[mode]}>{modes[mode]}</StatusBadge>
);

/** Whether a printed sheet stands; a void one names the sheet that replaced it. */
export const SheetStateBadge = ({
  sheet: { state, replacedByNumber },
}: {
  readonly sheet: Pick<IssuedRow, 'state' | 'replacedByNumber'>;
}): JSX.Element => {
  if (state === 'void')
    return <StatusBadge tone="bad">{issued.replacedBy(replacedByNumber)}</StatusBadge>;
  if (state === 'corrected')
    return <StatusBadge tone="info">{issued.states.corrected}</StatusBadge>;
  return <>{issued.states.valid}</>;
};

/** «№ 1 недействительна», «№ 2 исправленная», «№ 1»: in the register a badge would find no room. */
export const NumberAndState = ({
  sheet: { number, state },
}: {
  readonly sheet: Pick<IssuedRow, 'number' | 'state'>;
}): JSX.Element => (
  <span className={state === 'void' ? css['late'] : undefined}>
    {issued.numbered(number, state)}
  </span>
);
