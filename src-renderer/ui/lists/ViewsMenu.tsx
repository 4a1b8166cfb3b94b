import { ActionIcon, Button, Divider, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
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

const SaveView = ({
  list,
  handle,
  version,
}: ViewsMenuProps & { readonly version: number | null }): JSX.Element => {
  const [name, setName] = useState('');
  const save = useCommand('lists.saveView', saveOptions);
  const { search, filters, sort, visibility, sizing } = handle.state;
  const submit = (): void => {
    const state = { search, filters, sort, visibility, sizing };
    if (name.trim() !== '')
      void save
        .run({ list, name: name.trim(), state, version })
        .then((done) => done && setName(''));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Group gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
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

interface SavedViewProps {
  readonly name: string;
  readonly onChoose: () => void;
  readonly onDelete?: () => void;
}

const SavedView = ({ name, onChoose, onDelete }: SavedViewProps): JSX.Element => (
  <Group gap={4} wrap="nowrap">
    <Button flex={1} variant="subtle" color="gray" justify="start" onClick={onChoose}>
      {name}
    </Button>
    {onDelete && (
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={text.deleteView(name)}
        onClick={onDelete}
      >
        <Icon name="trash" size={16} />
      </ActionIcon>
    )}
  </Group>
);

/** Saved views of a list: search, filters, sort and columns under a name. */
export const ViewsMenu = ({ list, handle }: ViewsMenuProps): JSX.Element => {
  const [opened, setOpened] = useState(false);
  const { data } = useOperation('lists.views', { list });
  const remove = useCommand('lists.deleteView', deleteOptions);
  const views = data?.views ?? [];
  const choose = (change: () => void): void => {
    change();
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<Icon name="view" size={16} />}
          onClick={() => setOpened((open) => !open)}
        >
          {text.views}
        </Button>
      </Popover.Target>
      <Popover.Dropdown w={320} p="xs" aria-label={text.views}>
        <Stack gap={4}>
          <SavedView name={text.resetView} onChoose={() => choose(handle.reset)} />
          {views.length === 0 && (
            <Text size="xs" c="dimmed" px="sm">
              {text.noViews}
            </Text>
          )}
          {views.map((view) => (
            <SavedView
              key={view.id}
              name={view.name}
              onChoose={() =>
                choose(() => handle.patch({ ...(view.state as Partial<ListView>), activeIndex: 0 }))
              }
              onDelete={() => void remove.run({ id: view.id, version: data?.seen ?? null })}
            />
          ))}
          <Divider my={4} />
          <SaveView list={list} handle={handle} version={data?.seen ?? null} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
