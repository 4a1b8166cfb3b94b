import { ActionIcon, Button, Group, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import type { JSX } from 'react';
import { useState } from 'react';
import { addDays, isIsoDate } from '../../../src-main/domain/dates.ts';
import { fields as text } from '../../strings/common.ts';
import { isDay, parseTypedDate, showDate, todayIso } from '../dates.ts';
import { Icon } from '../icons.tsx';
import type { BoundField, FieldLook } from './bound-field.ts';
import { lookProps, useDescribed } from './bound-field.ts';

export interface DateFieldProps extends BoundField<string | null>, FieldLook {
  /** Earliest and latest day the calendar offers, ISO. */
  readonly min?: string;
  readonly max?: string;
}

/** What stands in the box: a right date as people write it, anything else as it was typed. */
const shown = (value: string | null): string =>
  value !== null && isIsoDate(value) ? showDate(value) : (value ?? '');

/**
 * A date typed by hand (with or without leading zeros, two-digit years) or picked in the
 * calendar: Alt+Down opens it, Up and Down move by a day. A text that is no date stays in the box
 * and in the value, where the schema refuses it.
 */
export const DateField = ({
  name,
  value,
  onChange,
  error,
  min,
  max,
  describe,
  ...look
}: DateFieldProps): JSX.Element => {
  useDescribed(describe, look, shown);
  const [typed, setTyped] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const type = (next: string): void => {
    setTyped(next);
    onChange(next.trim() === '' ? null : (parseTypedDate(next) ?? next));
  };
  const pick = (next: string | null): void => {
    setTyped(null);
    setOpened(false);
    onChange(next);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (event.altKey) setOpened(true);
    else if (isDay(value)) pick(addDays(value, event.key === 'ArrowUp' ? 1 : -1));
  };
  const day = value !== null && isIsoDate(value) ? value : null;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      trapFocus
      returnFocus
      withRoles={false}
      position="bottom-start"
    >
      <Popover.Target>
        <TextInput
          placeholder={text.date}
          {...lookProps({ width: 150, ...look })}
          name={name}
          value={typed ?? shown(value)}
          error={error}
          inputMode="numeric"
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => setTyped(null)}
          onKeyDown={onKeyDown}
          rightSection={
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              tabIndex={-1}
              disabled={look.disabled ?? false}
              aria-label={text.openCalendar}
              onClick={() => setOpened((open) => !open)}
            >
              <Icon name="calendar" size={16} />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={text.openCalendar}>
        <DatePicker
          value={day}
          defaultDate={day ?? todayIso()}
          onChange={pick}
          hideOutsideDates
          ariaLabels={text.calendar}
          {...(min !== undefined && { minDate: min })}
          {...(max !== undefined && { maxDate: max })}
        />
      </Popover.Dropdown>
    </Popover>
  );
};

export interface PeriodPreset {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

export interface PeriodPresetsProps {
  readonly from: BoundField<string | null>;
  readonly to: BoundField<string | null>;
  readonly presets: readonly PeriodPreset[];
}

export interface PeriodFieldProps extends Pick<PeriodPresetsProps, 'from' | 'to'> {
  readonly fromLabel?: string;
  readonly toLabel?: string;
  readonly required?: boolean;
  /** Buttons that fill both ends, e.g. the terms of the year. */
  readonly presets?: readonly PeriodPreset[];
}

/** Buttons that fill both ends of a period. */
export const PeriodPresets = ({ from, to, presets }: PeriodPresetsProps): JSX.Element[] =>
  presets.map((preset) => (
    <Button
      key={preset.label}
      variant="light"
      size="compact-sm"
      onClick={() => {
        from.onChange(preset.from);
        to.onChange(preset.to);
      }}
    >
      {preset.label}
    </Button>
  ));

/** Two dates side by side, both included. */
export const PeriodField = ({
  from,
  to,
  fromLabel = text.periodFrom,
  toLabel = text.periodTo,
  required = false,
  presets = [],
}: PeriodFieldProps): JSX.Element => (
  <Group gap="xs" align="flex-start">
    <DateField {...from} label={fromLabel} required={required} />
    <DateField {...to} label={toLabel} required={required} />
    <Group gap={4} mt={24}>
      <PeriodPresets from={from} to={to} presets={presets} />
    </Group>
  </Group>
);
