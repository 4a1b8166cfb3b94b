import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import type { SheetMode, SheetStatus } from '../../../src-main/contract/sheets-fields.ts';
import { useRunningJob } from '../../api/jobs.ts';
import { usePreview } from '../../print/index.ts';
import { modes, statuses } from '../../strings/sheets.ts';
import type { StatusTone } from '../../ui/index.ts';
import { StatusBadge } from '../../ui/index.ts';

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

/**
 * False while a preview or a running job is above the screen and owns its keys; the Escape that
 * closes the preview is still its own.
 */
export const useIsOnTop = (): boolean => {
  const isPreviewing = usePreview(({ shown }) => shown !== null);
  const isRunning = useRunningJob(({ job }) => job !== null);
  const isFree = !isPreviewing && !isRunning;
  const [settled, setSettled] = useState(isFree);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(isFree));
    return () => clearTimeout(timer);
  }, [isFree]);
  return isFree && settled;
};
