import { Checkbox, Radio, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { hoursClock } from '../../../src-main/domain/russian.ts';
import { parseHours, quarterHoursProblem } from '../../../src-main/domain/workload.ts';
import { fields as text } from '../../strings/common.ts';
import type { BoundField, FieldLook } from './bound-field.ts';
import { lookProps, useDescribed } from './bound-field.ts';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
}

/** Choices from a table of Russian words: `choicesOf(text.levels)`. */
export const choicesOf = <T extends string>(
  words: Readonly<Record<T, string>>,
): readonly Choice<T>[] =>
  Object.entries<string>(words).map(([value, label]) => ({ value: value as T, label }));

const wordOf =
  <T extends string>(choices: readonly Choice<T>[]) =>
  (value: T | null): string =>
    choices.find((choice) => choice.value === value)?.label ?? '';

export interface ChoiceFieldProps<T extends string> extends BoundField<T | null>, FieldLook {
  readonly choices: readonly Choice<T>[];
  /** Lets the user take the choice away. */
  readonly clearable?: boolean;
}

/** One of a few words; typing filters a long list. */
export const ChoiceField = <T extends string>({
  name,
  value,
  onChange,
  error,
  choices,
  clearable = false,
  describe,
  ...look
}: ChoiceFieldProps<T>): JSX.Element => {
  useDescribed(describe, look, wordOf(choices));
  return (
    <Select
      {...lookProps(look)}
      name={name}
      value={value}
      error={error}
      data={[...choices]}
      clearable={clearable}
      allowDeselect={clearable}
      searchable={choices.length > 7}
      nothingFoundMessage={text.nothingFound}
      // A table of fields would otherwise carry a hidden list for each of them.
      comboboxProps={{ keepMounted: false }}
      onChange={(next) => onChange(next)}
    />
  );
};

/** A choice of two to four words shown at once. */
export const SegmentField = <T extends string>({
  name,
  value,
  onChange,
  choices,
  label,
  describe,
}: BoundField<T> & {
  readonly choices: readonly Choice<T>[];
  readonly label: string;
}): JSX.Element => {
  useDescribed(describe, { label }, wordOf(choices));
  return (
    <SegmentedControl<T>
      name={name}
      value={value}
      aria-label={label}
      data={[...choices]}
      onChange={onChange}
    />
  );
};

/** A choice with room for an explanation of each answer. */
export const RadioField = <T extends string>({
  name,
  value,
  onChange,
  error,
  choices,
  label,
  description,
  describe,
}: BoundField<T | null> &
  Pick<FieldLook, 'label' | 'description'> & {
    readonly choices: readonly (Choice<T> & { readonly description?: string })[];
  }): JSX.Element => {
  useDescribed(describe, { label }, wordOf(choices));
  return (
    <Radio.Group
      name={name}
      value={value}
      error={error}
      label={label}
      description={description}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      onChange={(next) => onChange(next)}
    >
      <Stack gap={6} mt={6}>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={choice.label}
            description={choice.description}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
};

/** Yes or no. */
export const CheckField = ({
  name,
  value,
  onChange,
  error,
  label,
  description,
  disabled = false,
  describe,
}: BoundField<boolean> & FieldLook): JSX.Element => {
  useDescribed(describe, { label });
  return (
    <Checkbox
      name={name}
      checked={value}
      error={error}
      label={label}
      description={description}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
};

/** What is wrong with a typed time; null for a right one and for nothing typed. */
const problemOf = (typed: string): string | null => {
  if (typed.trim() === '') return null;
  const hours = parseHours(typed);
  return hours === null ? text.badHours : quarterHoursProblem(hours);
};

/**
 * Time as whole quarter-hours (1 = 15 minutes); typed as a decimal, as a clock or in words. A text
 * that is no such time is shown as an error at once and its value is null.
 */
export const QuarterHoursField = ({
  name,
  value,
  onChange,
  error,
  describe,
  ...look
}: BoundField<number | null> & FieldLook): JSX.Element => {
  useDescribed(describe, look, (hours: number | null) => (hours === null ? '' : hoursClock(hours)));
  const [typed, setTyped] = useState<string | null>(null);
  const [bad, setBad] = useState<string | null>(null);
  const type = (next: string): void => {
    setTyped(next);
    setBad(null);
    onChange(parseHours(next));
  };
  const settle = (): void => {
    const problem = typed === null ? null : problemOf(typed);
    setBad(problem);
    if (problem === null) setTyped(null);
  };
  return (
    <TextInput
      placeholder={text.hours}
      {...lookProps({ width: 150, ...look })}
      name={name}
      value={typed ?? (value === null ? '' : hoursClock(value))}
      error={bad ?? error}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={settle}
    />
  );
};
