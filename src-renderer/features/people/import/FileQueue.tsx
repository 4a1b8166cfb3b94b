import { Button, Group, UnstyledButton } from '@mantine/core';
import type { JSX } from 'react';
import { screen as text, states } from '../../../strings/people-import.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { StatusTone } from '../../../ui/index.ts';
import { Panel, StatusBadge } from '../../../ui/index.ts';
import css from '../people.module.css';
import type { ImportItem } from './import-store.ts';
import { clearItems, removeItem, showItem, useImports } from './import-store.ts';

type State = keyof typeof states;

const stateOf = ({ preview, refusal, result, file }: ImportItem, current: string | null): State => {
  if (result) return 'applied';
  if (refusal !== null) return 'refused';
  if (preview) return 'ready';
  return file.handle === current ? 'reading' : 'waiting';
};

const tones: Readonly<Record<State, StatusTone>> = {
  waiting: 'neutral',
  reading: 'info',
  refused: 'bad',
  ready: 'info',
  applied: 'good',
};

/** Files chosen together; each is previewed and applied by itself. */
export const FileQueue = (): JSX.Element => {
  const { items, current } = useImports();
  return (
    <Panel
      title={text.queue}
      actions={
        <Button variant="subtle" size="compact-sm" onClick={clearItems}>
          {text.clear}
        </Button>
      }
    >
      {items.map((item) => {
        const { handle, name } = item.file;
        const state = stateOf(item, current);
        return (
          <div key={handle} className={css['queued']}>
            <UnstyledButton
              className={css['queuedName'] ?? ''}
              aria-current={handle === current}
              onClick={() => showItem(handle)}
            >
              {name}
            </UnstyledButton>
            <Group gap="xs" wrap="nowrap">
              <StatusBadge tone={tones[state]}>{states[state]}</StatusBadge>
              <IconButton
                icon="close"
                label={text.remove(name)}
                onClick={() => removeItem(handle)}
              />
            </Group>
          </div>
        );
      })}
    </Panel>
  );
};
