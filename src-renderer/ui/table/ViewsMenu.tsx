import { ActionIcon, Button, Group, Menu, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useCommand, useOperation } from '../../api/hooks.ts';
import { buttons, table as text } from '../../strings/common.ts';
import { Icon } from '../icons.tsx';
import type { ListStateHandle, ListView } from './list-state.ts';

export interface ViewsMenuProps {
  readonly list: string;
  readonly handle: ListStateHandle;
}

const saveOptions = { success: text.viewSaved, undo: false };
const deleteOptions = { success: text.viewDeleted };

const SaveView = ({ list, handle }: ViewsMenuProps): JSX.Element => {
  const [name, setName] = useState('');
  const save = useCommand('lists.saveView', saveOptions);
  const { search, filters, sort, visibility, sizing } = handle.state;
  const submit = (): void => {
    const state = { search, filters, sort, visibility, sizing };
    if (name.trim() !== '')
      void save.run({ list, name: name.trim(), state }).then((done) => done && setName(''));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Group gap="xs" p="xs" wrap="nowrap">
        <TextInput
          placeholder={text.viewName}
          aria-label={text.viewName}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" loading={save.busy} disabled={name.trim() === ''}>
          {buttons.save}
        </Button>
      </Group>
    </form>
  );
};

/** Saved views of a list: search, filters, sort and columns under a name. */
export const ViewsMenu = ({ list, handle }: ViewsMenuProps): JSX.Element => {
  const { data } = useOperation('lists.views', { list });
  const remove = useCommand('lists.deleteView', deleteOptions);
  const views = data?.views ?? [];
  return (
    <Menu position="bottom-end" width={320} trapFocus>
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="view" size={16} />}>
          {text.views}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={handle.reset}>{text.resetView}</Menu.Item>
        {views.length > 0 && <Menu.Divider />}
        {views.map((view) => (
          <Group key={view.id} gap={4} wrap="nowrap">
            <Menu.Item
              onClick={() => handle.patch({ ...(view.state as Partial<ListView>), activeIndex: 0 })}
            >
              {view.name}
            </Menu.Item>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={text.deleteView(view.name)}
              onClick={() => void remove.run({ id: view.id })}
            >
              <Icon name="trash" size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Menu.Divider />
        <SaveView list={list} handle={handle} />
      </Menu.Dropdown>
    </Menu>
  );
};
