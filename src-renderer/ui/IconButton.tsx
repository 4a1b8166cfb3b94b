import { ActionIcon, Tooltip } from '@mantine/core';
import type { JSX } from 'react';
import type { IconName } from './icons.tsx';
import { Icon } from './icons.tsx';

export interface IconButtonProps {
  readonly icon: IconName;
  /** What it does and with what: the only words of the button. */
  readonly label: string;
  readonly onClick: () => void;
  readonly danger?: boolean;
  readonly disabled?: boolean;
}

/** A small button of a table's row. */
export const IconButton = ({
  icon,
  label,
  onClick,
  danger = false,
  disabled = false,
}: IconButtonProps): JSX.Element => (
  <Tooltip label={label} openDelay={400}>
    <ActionIcon
      variant="subtle"
      color={danger ? 'red' : 'gray'}
      size="sm"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} size={15} />
    </ActionIcon>
  </Tooltip>
);
