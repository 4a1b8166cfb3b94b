import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { buttons } from '../strings/common.ts';
import { useHotkey } from './hotkeys.ts';
import { Icon } from './icons.tsx';

export interface AddButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  /** `light` in the head of a panel of a working card, `subtle` under a field. */
  readonly variant?: 'default' | 'light' | 'subtle';
  readonly disabled?: boolean;
}

/** One more row, period, subject: small, in a panel or under a table. */
export const AddButton = (props: AddButtonProps): JSX.Element => {
  const { label, onClick, variant = 'default', disabled = false } = props;
  return (
    <Button
      variant={variant}
      size="compact-sm"
      leftSection={<Icon name="plus" size={14} />}
      disabled={disabled}
      onClick={onClick}
    >
      {label}
    </Button>
  );
};

export interface NewButtonProps {
  readonly label: string;
  /** Names the keys. */
  readonly hint: string;
  readonly onClick: () => void;
}

/** The main button of a register, also by F2 and Ctrl+N. */
export const NewButton = ({ label, hint, onClick }: NewButtonProps): JSX.Element => {
  useHotkey('F2', onClick);
  useHotkey('Ctrl+KeyN', onClick);
  return (
    <Button leftSection={<Icon name="plus" size={16} />} title={hint} onClick={onClick}>
      {label}
    </Button>
  );
};

/** The main button of a card. */
export const EditButton = ({ onClick }: { readonly onClick: () => void }): JSX.Element => (
  <Button leftSection={<Icon name="edit" size={16} />} onClick={onClick}>
    {buttons.edit}
  </Button>
);
