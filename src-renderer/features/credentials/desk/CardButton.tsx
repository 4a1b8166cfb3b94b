import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { desk as text } from '../../../strings/credentials-desk.ts';
import { Icon, useHotkey } from '../../../ui/index.ts';
import { printCards } from '../print-cards.ts';
import type { QueueItem } from './offers.ts';

/** Previews the cards of the chosen person; a wiped secret has none. Printing marks nothing. */
export const CardButton = ({
  items,
}: {
  readonly items: readonly Pick<QueueItem, 'id' | 'kind' | 'hasSecret'>[];
}): JSX.Element | null => {
  const ids = items.filter((one) => one.hasSecret || one.kind === 'esia').map(({ id }) => id);
  const print = (): void => void printCards({ ids });
  useHotkey(ids.length === 0 ? null : 'Ctrl+KeyP', print);
  if (ids.length === 0) return null;
  return (
    <Button variant="default" leftSection={<Icon name="print" size={16} />} onClick={print}>
      {text.card}
    </Button>
  );
};
