import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { list } from '../../strings/people.ts';
import { Icon, navigate, useHotkey } from '../../ui/index.ts';

/** Leads to the import of people. */
export const ImportButton = (): JSX.Element => (
  <Button
    variant="default"
    leftSection={<Icon name="upload" size={16} />}
    onClick={() => navigate('/import')}
  >
    {list.import}
  </Button>
);

export interface AddButtonProps {
  readonly label: string;
  readonly onClick: () => void;
}

/** The main button of a list, also by F2 and Ctrl+N. */
export const AddButton = ({ label, onClick }: AddButtonProps): JSX.Element => {
  useHotkey('F2', onClick);
  useHotkey('Ctrl+KeyN', onClick);
  return (
    <Button leftSection={<Icon name="plus" size={16} />} title={list.newHint} onClick={onClick}>
      {label}
    </Button>
  );
};
