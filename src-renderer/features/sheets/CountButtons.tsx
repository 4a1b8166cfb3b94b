import type { JSX } from 'react';
import type { SheetStatus } from '../../../src-main/contract/sheets-fields.ts';
import { counts as text } from '../../strings/sheets.ts';
import css from './sheets.module.css';
import type { Counts } from './totals.ts';

const shown = [
  ['owed', 'waiting'],
  ['not-printed', 'notPrinted'],
  ['printed', 'printed'],
  ['not-handed', 'notHanded'],
  ['handed', 'handed'],
] as const;

interface CountProps {
  readonly label: string;
  readonly count: number;
  readonly late: boolean;
  readonly pressed: boolean;
  readonly onClick: () => void;
}

const Count = ({ label, count, late, pressed, onClick }: CountProps): JSX.Element => (
  <button type="button" className={css['count']} aria-pressed={pressed} onClick={onClick}>
    {label}{' '}
    <b className={late && count > 0 ? css['late'] : undefined}>{count.toLocaleString('ru')}</b>
  </button>
);

export interface CountButtonsProps {
  readonly counts: Counts;
  readonly status: SheetStatus | null;
  readonly onChange: (status: SheetStatus | null) => void;
}

/** Counts of the week; each narrows the list to its status. */
export const CountButtons = ({ counts, status, onChange }: CountButtonsProps): JSX.Element => (
  <div className={css['counts']} role="group" aria-label={text.label}>
    <Count
      label={text.all}
      count={counts.owed}
      late={false}
      pressed={status === null}
      onClick={() => onChange(null)}
    />
    {shown.map(([key, count]) => (
      <Count
        key={key}
        label={text[key]}
        count={counts[count]}
        late={key === 'not-printed' || key === 'not-handed'}
        pressed={status === key}
        onClick={() => onChange(status === key ? null : key)}
      />
    ))}
  </div>
);
