import { Button, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { buttons } from '../../../strings/common.ts';
import { run as text } from '../../../strings/sheets-print.ts';
import { useIsOnTop } from '../../../printing/index.ts';
import { Icon, useHotkey } from '../../../ui/index.ts';
import css from '../sheets.module.css';
import type { Check } from './RunFacts.tsx';

export interface RunButtonsProps {
  /** Null until it is counted, or when there is nothing to count. */
  readonly check: Check | null;
  /** Sheets that would be printed, copies among them. */
  readonly count: number;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}

const labelOf = (check: Check | null, count: number): string => {
  if (check === null) return text.counting;
  if (count === 0) return text.nothing;
  const isCopy =
    count === check.refused.length && check.fresh + check.corrected + check.copies === 0;
  return isCopy ? text.printCopy(count) : text.print(count);
};

/** Cancel, or the preview from which they are printed; Enter and Ctrl+P open it. */
export const RunButtons = ({ check, count, onPrint, onClose }: RunButtonsProps): JSX.Element => {
  const isOnTop = useIsOnTop();
  const print = (): void => {
    if (count > 0) onPrint();
  };
  useHotkey(isOnTop ? 'Ctrl+KeyP' : null, print);
  return (
    <Group justify="flex-end" gap="xs" wrap="nowrap" className={css['runButtons'] ?? ''}>
      <Text size="sm" c="dimmed" className={css['grow'] ?? ''}>
        {text.notYet}
      </Text>
      <Button variant="default" onClick={onClose}>
        {buttons.cancel}
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
