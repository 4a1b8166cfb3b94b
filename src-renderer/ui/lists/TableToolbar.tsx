import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Pill,
  Popover,
  Stack,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { JSX, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { buttons, table as text } from '../../strings/common.ts';
import { useHotkey } from '../hotkeys.ts';
import { Icon } from '../icons.tsx';
import type { ColumnFilter, ListColumn } from './columns.ts';
import { filterText } from './columns.ts';
import type { ListStateHandle } from './list-state.ts';
import { ViewsMenu } from './ViewsMenu.tsx';

interface SearchProps {
  readonly handle: ListStateHandle;
  readonly onDown: () => void;
}

const SearchBox = ({ handle, onDown }: SearchProps): JSX.Element => {
  const { search } = handle.state;
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(search);
  // A view or "clear" changes the search from outside; the box follows.
  const [shownFor, setShownFor] = useState(search);
  if (shownFor !== search) {
    setShownFor(search);
    setTyped(search);
  }
  const apply = useDebouncedCallback(
    (next: string) => handle.patch({ search: next, activeIndex: 0 }),
    200,
  );
  const change = (next: string): void => {
    setTyped(next);
    apply(next);
  };
  useHotkey('Ctrl+KeyF', () => input.current?.select());
  return (
    <TextInput
      ref={input}
      type="search"
      w={260}
      value={typed}
      aria-label={text.search}
      placeholder={text.searchHint}
      leftSection={<Icon name="search" size={16} />}
      rightSection={
        typed !== '' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={buttons.clear}
            onClick={() => change('')}
          >
            <Icon name="close" size={14} />
          </ActionIcon>
        )
      }
      onChange={(event) => change(event.currentTarget.value.slice(0, 200))}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') onDown();
        else if (event.key === 'Escape' && typed !== '') {
          event.stopPropagation();
          change('');
        }
      }}
    />
  );
};

interface ColumnsProps<R> {
  readonly columns: readonly ListColumn<R>[];
  readonly handle: ListStateHandle;
}

const ColumnsMenu = <R,>({ columns, handle }: ColumnsProps<R>): JSX.Element => {
  const { visibility } = handle.state;
  const isShown = (key: string): boolean => visibility[key] !== false;
  const shownCount = columns.filter(({ key }) => isShown(key)).length;
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={text.columns}>
          <ActionIcon variant="default" size={30} aria-label={text.columns}>
            <Icon name="columns" size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={6}>
          {columns.map(({ key, title }) => (
            <Checkbox
              key={key}
              label={title}
              checked={isShown(key)}
              disabled={isShown(key) && shownCount === 1}
              onChange={(event) =>
                handle.patch({ visibility: { ...visibility, [key]: event.currentTarget.checked } })
              }
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};

const keysOf = (filter: ColumnFilter): readonly string[] =>
  filter.kind === 'dates' ? [filter.from, filter.to] : [filter.key];

const FilterPills = <R,>({ columns, handle }: ColumnsProps<R>): JSX.Element | null => {
  const active = columns.flatMap(({ filter, title, key }) => {
    const words = filter ? filterText(filter, handle.state.filters) : null;
    return filter && words !== null ? [{ key, filter, label: `${title}: ${words}` }] : [];
  });
  if (active.length === 0) return null;
  return (
    <Group gap={6}>
      {active.map(({ key, filter, label }) => (
        <Pill
          key={key}
          withRemoveButton
          removeButtonProps={{ 'aria-label': `${buttons.clear}: ${label}` }}
          onRemove={() => keysOf(filter).forEach((item) => handle.setFilter(item, undefined))}
        >
          {label}
        </Pill>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => handle.patch({ filters: {}, activeIndex: 0 })}
      >
        {text.clearFilters}
      </Button>
    </Group>
  );
};

export interface TableToolbarProps<R> extends ColumnsProps<R>, SearchProps {
  readonly list: string;
  readonly onExport: () => void;
  readonly exporting: boolean;
  readonly actions?: ReactNode;
}

/** Search, active filters, saved views, columns, export and the screen's own buttons. */
export const TableToolbar = <R,>({
  list,
  columns,
  handle,
  onDown,
  onExport,
  exporting,
  actions,
}: TableToolbarProps<R>): JSX.Element => (
  <Stack gap={6}>
    <Group justify="space-between" gap="xs">
      <SearchBox handle={handle} onDown={onDown} />
      <Group gap="xs">
        {actions}
        <ViewsMenu list={list} handle={handle} />
        <Button
          variant="default"
          leftSection={<Icon name="sheet" size={16} />}
          loading={exporting}
          onClick={onExport}
        >
          {text.exportXlsx}
        </Button>
        <ColumnsMenu columns={columns} handle={handle} />
      </Group>
    </Group>
    <FilterPills columns={columns} handle={handle} />
  </Stack>
);
