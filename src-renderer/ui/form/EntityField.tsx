import { Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useState } from 'react';
import { fields as text } from '../../strings/common.ts';
import type { BoundField, FieldLook } from './bound-field.ts';
import { lookProps, useDescribed } from './bound-field.ts';

export interface EntityOption {
  readonly id: number;
  readonly label: string;
  /** What tells homonyms apart: class, birth date. */
  readonly description?: string;
}

/** Where a picker's options come from; written once by the feature that owns the rows. */
export interface EntitySource<T extends EntityOption = EntityOption> {
  /** Key of the cache, e.g. `students`. */
  readonly key: string;
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly T[]>;
  /** The option of a stored id; null when the row is gone. */
  readonly find: (id: number) => Promise<T | null>;
  /** Letters before the search starts; 2 by default, 0 for short lists. */
  readonly minLetters?: number;
}

export interface EntityFieldProps<T extends EntityOption>
  extends BoundField<number | null>, FieldLook {
  readonly source: EntitySource<T>;
  /** The whole chosen option: fill the other fields of the form from it. */
  readonly onPick?: (option: T | null) => void;
  readonly clearable?: boolean;
}

const useOptions = <T extends EntityOption>(
  source: EntitySource<T>,
  value: number | null,
  typed: string,
) => {
  const [search] = useDebouncedValue(typed.trim(), 150);
  const minLetters = source.minLetters ?? 2;
  const current = useQuery({
    queryKey: ['entity', source.key, value],
    queryFn: () => source.find(value as number),
    enabled: value !== null,
  }).data;
  const isSearch = search.length >= minLetters && search !== current?.label;
  const found = useQuery({
    queryKey: ['entities', source.key, search],
    queryFn: ({ signal }) => source.search(search, signal),
    enabled: isSearch,
    placeholderData: keepPreviousData,
  });
  const options = isSearch || minLetters === 0 ? (found.data ?? []) : [];
  const others = options.filter(({ id }) => id !== current?.id);
  return {
    options: current && value !== null ? [current, ...others] : options,
    hint: found.isFetching ? text.searching : isSearch ? text.nothingFound : text.typeTwoLetters,
  };
};

/** A person or thing of the base: two letters bring the options. The value is the row's id. */
export const EntityField = <T extends EntityOption>({
  name,
  value,
  onChange,
  error,
  source,
  onPick,
  clearable = true,
  describe,
  ...look
}: EntityFieldProps<T>): JSX.Element => {
  useDescribed(describe, look, async (id: number | null) =>
    id === null ? '' : ((await source.find(id))?.label ?? ''),
  );
  const [typed, setTyped] = useState('');
  const { options, hint } = useOptions(source, value, typed);
  const byId = new Map(options.map((option) => [String(option.id), option]));
  return (
    <Select
      placeholder={text.typeTwoLetters}
      {...lookProps(look)}
      name={name}
      value={value === null ? null : String(value)}
      error={error}
      data={options.map(({ id, label }) => ({ value: String(id), label }))}
      filter={({ options: all }) => all}
      searchable
      clearable={clearable}
      allowDeselect={false}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={hint}
      onFocus={(event) => event.currentTarget.select()}
      renderOption={({ option }) => (
        <Stack gap={0}>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="dimmed">
            {byId.get(option.value)?.description}
          </Text>
        </Stack>
      )}
      onChange={(next) => {
        onChange(next === null ? null : Number(next));
        onPick?.(next === null ? null : (byId.get(next) ?? null));
      }}
    />
  );
};
