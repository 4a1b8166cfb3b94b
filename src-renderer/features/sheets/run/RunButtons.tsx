import { Button, Group } from '@mantine/core';
import type { JSX } from 'react';
import { buttons } from '../../../strings/common.ts';
import { run as text } from '../../../strings/sheets.ts';
import { Icon, useHotkey } from '../../../ui/index.ts';
import { useIsOnTop } from '../parts.tsx';
import css from '../sheets.module.css';
import type { Already } from './Refusals.tsx';
import type { Check } from './RunFacts.tsx';

export interface RunButtonsProps {
  /** Null until it is counted, or when there is nothing to count. */
  readonly check: Check | null;
  readonly already: Already;
  readonly onPreview: () => void;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

const sheetsOf = (check: Check | null, already: Already): number =>
  check === null ? 0 : check.fresh + check.copies + (already === 'copy' ? check.refused.length : 0);

const labelOf = (check: Check | null, count: number): string => {
  if (check === null) return text.counting;
  if (count === 0) return text.nothing;
  const isCopy = check.fresh + check.copies === 0;
  return isCopy ? text.printCopy(count) : text.print(count);
};

/** Cancel, look at all the sheets, print; Enter and Ctrl+P print. */
export const RunButtons = ({
  check,
  already,
  onPreview,
  onPrint,
  onClose,
}: RunButtonsProps): JSX.Element => {
  const count = sheetsOf(check, already);
  const isOnTop = useIsOnTop();
  const print = (): void => {
    if (count > 0) onPrint();
  };
  useHotkey(isOnTop ? 'Ctrl+KeyP' : null, print);
  return (
    <Group justify="flex-end" gap="xs" className={css['runButtons'] ?? ''}>
      <Button variant="default" onClick={onClose}>
        {buttons.cancel}
      </Button>
      <Button
        variant="default"
        leftSection={<Icon name="eye" size={16} />}
        disabled={check === null}
        onClick={onPreview}
      >
        {text.previewAll}
      </Button>
      <Button
        data-autofocus
        leftSection={<Icon name="print" size={16} />}
        // A disabled button would lose the focus while the run is being counted.
        data-disabled={count === 0 || undefined}
        aria-disabled={count === 0}
        title={text.printHint}
        aria-keyshortcuts="Control+P"
        onClick={print}
      >
        {labelOf(check, count)}
      </Button>
    </Group>
  );
};
