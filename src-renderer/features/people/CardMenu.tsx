import { ActionIcon, Menu } from '@mantine/core';
import type { JSX } from 'react';
import { Icon, confirm } from '../../ui/index.ts';
import { confirms } from '../../strings/people.ts';

export interface CardMenuProps {
  /** Of the button. */
  readonly label: string;
  readonly removeLabel: string;
  /** What goes with the card; asked before. */
  readonly removeQuestion: string;
  readonly onRemove: () => Promise<void>;
}

/** Rare actions of a card behind one button. */
export const CardMenu = ({
  label,
  removeLabel,
  removeQuestion,
  onRemove,
}: CardMenuProps): JSX.Element => {
  const remove = async (): Promise<void> => {
    const sure = await confirm({
      title: confirms.deleteTitle,
      message: removeQuestion,
      confirm: confirms.delete,
      danger: true,
    });
    if (sure) await onRemove();
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={34} aria-label={label}>
          <Icon name="menu" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          color="red"
          leftSection={<Icon name="trash" size={16} />}
          onClick={() => void remove()}
        >
          {removeLabel}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
