import { ActionIcon, Popover, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { JSX } from 'react';
import { useState } from 'react';
import { buttons, fields, table as text } from '../../strings/common.ts';
import { isDay } from '../dates.ts';
import { DateField } from '../form/date-fields.tsx';
import { Icon } from '../icons.tsx';
import type { ColumnFilter, ListColumn } from './columns.ts';
import { filterText } from './columns.ts';

interface FilterProps {
  readonly filter: ColumnFilter;
  readonly label: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly setFilter: (key: string, value: unknown) => void;
  readonly close: () => void;
}

type Of<K extends ColumnFilter['kind']> = Omit<FilterProps, 'filter'> & {
  readonly filter: Extract<ColumnFilter, { readonly kind: K }>;
};

const TextFilter = ({ filter, label, values, setFilter, close }: Of<'text'>): JSX.Element => {
  const [typed, setTyped] = useState((values[filter.key] as string | undefined) ?? '');
  const apply = useDebouncedCallback((next: string) => setFilter(filter.key, next.trim()), 250);
  return (
    <TextInput
      data-autofocus
      label={label}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
      onKeyDown={(event) => event.key === 'Enter' && close()}
    />
  );
};

const ChoiceFilter = ({ filter, label, values, setFilter, close }: Of<'choice'>): JSX.Element => {
  const chosen = filter.choices.findIndex(({ value }) => value === values[filter.key]);
  return (
    <Select
      data-autofocus
      label={label}
      placeholder={text.any}
      clearable
      searchable={filter.choices.length > 7}
      comboboxProps={{ withinPortal: false }}
      data={filter.choices.map((choice, at) => ({ value: String(at), label: choice.label }))}
      value={chosen === -1 ? null : String(chosen)}
      onChange={(at) => {
        setFilter(filter.key, at === null ? undefined : filter.choices[Number(at)]?.value);
        close();
      }}
      clearButtonProps={{ 'aria-label': buttons.clear }}
    />
  );
};

/** Only a whole date reaches the list; half a date waits in its box. */
const DateEnd = ({
  filterKey,
  label,
  values,
  setFilter,
}: Omit<FilterProps, 'filter' | 'close'> & { readonly filterKey: string }): JSX.Element => {
  const [draft, setDraft] = useState((values[filterKey] as string | undefined) ?? null);
  return (
    <DateField
      name={filterKey}
      label={label}
      value={draft}
      onChange={(next) => {
        setDraft(next);
        if (next === null || isDay(next)) setFilter(filterKey, next ?? undefined);
      }}
    />
  );
};

const FilterBody = (props: FilterProps): JSX.Element => {
  const { filter } = props;
  if (filter.kind === 'text') return <TextFilter {...props} filter={filter} />;
  if (filter.kind === 'choice') return <ChoiceFilter {...props} filter={filter} />;
  return (
    <Stack gap="xs">
      <DateEnd {...props} filterKey={filter.from} label={fields.periodFrom} />
      <DateEnd {...props} filterKey={filter.to} label={fields.periodTo} />
    </Stack>
  );
};

export interface FilterPopoverProps<R> {
  readonly column: ListColumn<R>;
  readonly values: Readonly<Record<string, unknown>>;
  readonly setFilter: (key: string, value: unknown) => void;
}

/** The funnel of a column's head with its filter behind it. */
export const FilterPopover = <R,>({
  column,
  values,
  setFilter,
}: FilterPopoverProps<R>): JSX.Element | null => {
  const [opened, setOpened] = useState(false);
  if (!column.filter) return null;
  const active = filterText(column.filter, values) !== null;
  const label = text.filterOf(column.title);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-start">
      <Popover.Target>
        <ActionIcon
          variant={active ? 'light' : 'subtle'}
          color={active ? 'office' : 'gray'}
          size="sm"
          aria-label={label}
          aria-pressed={active}
          onClick={() => setOpened((open) => !open)}
        >
          <Icon name="filter" size={14} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown w={240}>
        <FilterBody
          filter={column.filter}
          label={column.title}
          values={values}
          setFilter={setFilter}
          close={() => setOpened(false)}
        />
      </Popover.Dropdown>
    </Popover>
  );
};
