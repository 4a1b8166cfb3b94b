import { Stack, Text } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import type { IconName } from './icons.tsx';
import { Icon } from './icons.tsx';
import css from './pieces.module.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly hint?: string;
  readonly action?: ReactNode;
  readonly icon?: IconName;
}

/** What stands where there is nothing yet, and what to do about it. */
export const EmptyState = ({
  title,
  hint,
  action,
  icon = 'info',
}: EmptyStateProps): JSX.Element => (
  <Stack align="center" gap={8} maw={460} ta="center">
    <span className={css['emptyIcon']}>
      <Icon name={icon} size={26} />
    </span>
    <Text fw={700} fz={16}>
      {title}
    </Text>
    {hint !== undefined && (
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    )}
    {action}
  </Stack>
);
