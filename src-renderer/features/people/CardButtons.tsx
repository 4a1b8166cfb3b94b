import { ActionIcon, Menu } from '@mantine/core';
import type { JSX } from 'react';
import { EditButton } from '../../ui/buttons.tsx';
import { Icon, confirm } from '../../ui/index.ts';
import { confirms } from '../../strings/people.ts';

export interface CardButtonsProps {
  readonly words: {
    /** Names the button of the menu. */
    readonly more: string;
    readonly remove: string;
    /** What goes with the card; asked before. */
    readonly removeQuestion: (name: string) => string;
  };
  /** Whose card it is. */
  readonly name: string;
  readonly onEdit: () => void;
  readonly onRemove: () => Promise<void>;
}

/** Change the card, and rare actions behind one more button. */
export const CardButtons = (props: CardButtonsProps): JSX.Element => {
  const { words, name, onEdit, onRemove } = props;
  const remove = async (): Promise<void> => {
    const sure = await confirm({
      title: confirms.deleteTitle,
      message: words.removeQuestion(name),
      confirm: confirms.delete,
      danger: true,
    });
    if (sure) await onRemove();
  };
  return (
    <>
      <EditButton onClick={onEdit} />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label={words.more}>
            <Icon name="menu" size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            color="red"
            leftSection={<Icon name="trash" size={16} />}
            onClick={() => void remove()}
          >
            {words.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
};
