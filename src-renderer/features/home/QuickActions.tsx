import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { actions as text } from '../../strings/home.ts';
import type { IconName } from '../../ui/index.ts';
import { Icon, navigate, useHotkey } from '../../ui/index.ts';
import css from './home.module.css';

interface QuickAction {
  readonly title: string;
  readonly keys: string;
  readonly icon: IconName;
  readonly to: string;
  readonly main?: true;
}

const actions: readonly QuickAction[] = [
  { title: text.appeal, keys: 'F2', icon: 'appeal', to: '/appeals/new', main: true },
  { title: text.absence, keys: 'F4', icon: 'absence', to: '/absences/new' },
  { title: text.import, keys: 'F8', icon: 'upload', to: '/import' },
  { title: text.summary, keys: 'F9', icon: 'report', to: '/summary' },
];

const Action = ({ title, keys, icon, to, main }: QuickAction): JSX.Element => {
  useHotkey(keys, () => navigate(to));
  return (
    <Button
      variant={main ? 'filled' : 'default'}
      leftSection={<Icon name={icon} size={16} />}
      rightSection={
        <kbd className={css['key']} aria-hidden="true">
          {keys}
        </kbd>
      }
      aria-keyshortcuts={keys}
      onClick={() => navigate(to)}
    >
      {title}
    </Button>
  );
};

/** What a secretary starts many times a day, each by one key. */
export const QuickActions = (): JSX.Element => (
  <>
    {actions.map((action) => (
      <Action key={action.keys} {...action} />
    ))}
  </>
);
