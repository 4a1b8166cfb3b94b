import { Autocomplete, NumberInput, PasswordInput, TextInput, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { JSX } from 'react';
import { useState } from 'react';
import { useOperation } from '../../api/hooks.ts';
import { stale } from '../../strings/common.ts';
import type { BoundField, FieldLook } from './bound-field.ts';
import { lookProps, useDescribed } from './bound-field.ts';

export interface TextFieldProps extends BoundField<string | null>, FieldLook {
  /** Field name of `lists.suggest`: offers words typed before. */
  readonly suggest?: string;
  readonly maxLength?: number;
  readonly onBlur?: () => void;
}

type PlainProps = Omit<TextFieldProps, 'suggest'>;

const PlainText = ({
  name,
  value,
  onChange,
  error,
  maxLength,
  onBlur,
  describe: _describe,
  ...look
}: PlainProps) => (
  <TextInput
    {...lookProps(look)}
    name={name}
    value={value ?? ''}
    error={error}
    {...(maxLength !== undefined && { maxLength })}
    {...(onBlur && { onBlur })}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

const SuggestedText = ({
  name,
  value,
  onChange,
  error,
  suggest = '',
  maxLength,
  onBlur,
  describe: _describe,
  ...look
}: TextFieldProps): JSX.Element => {
  const [focused, setFocused] = useState(false);
  const [text] = useDebouncedValue((value ?? '').slice(0, 200), 150);
  const { data } = useOperation(
    'lists.suggest',
    { field: suggest, text },
    { enabled: focused, keepPrevious: true },
  );
  return (
    <Autocomplete
      {...lookProps(look)}
      name={name}
      value={value ?? ''}
      error={error}
      data={data?.values ?? []}
      filter={({ options }) => options}
      {...(maxLength !== undefined && { maxLength })}
      onChange={(next) => onChange(next)}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        onBlur?.();
      }}
    />
  );
};

/** One line of text; with `suggest` it offers what was typed before. */
export const TextField = (props: TextFieldProps): JSX.Element => {
  useDescribed(props.describe, props);
  return props.suggest === undefined ? <PlainText {...props} /> : <SuggestedText {...props} />;
};

export interface TextAreaFieldProps extends BoundField<string | null>, FieldLook {
  readonly rows?: number;
}

/** Several lines; Enter makes a new line, Ctrl+S saves. */
export const TextAreaField = ({
  name,
  value,
  onChange,
  error,
  rows = 2,
  describe,
  ...look
}: TextAreaFieldProps): JSX.Element => {
  useDescribed(describe, look);
  return (
    <Textarea
      {...lookProps(look)}
      name={name}
      value={value ?? ''}
      error={error}
      autosize
      minRows={rows}
      maxRows={12}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};

export interface NumberFieldProps extends BoundField<number | null>, FieldLook {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Digits after the comma; 0 by default. */
  readonly decimals?: number;
  /** Unit after the number. */
  readonly suffix?: string;
}

/** A number with a decimal comma; null while empty. */
export const NumberField = ({
  name,
  value,
  onChange,
  error,
  decimals = 0,
  suffix,
  min,
  max,
  step,
  describe,
  ...look
}: NumberFieldProps): JSX.Element => {
  useDescribed(describe, look, (number: number | null) =>
    number === null ? '' : [number.toLocaleString('ru'), suffix].filter(Boolean).join(' '),
  );
  return (
    <NumberInput
      {...lookProps(look)}
      name={name}
      value={value ?? ''}
      error={error}
      clampBehavior="none"
      decimalSeparator=","
      allowedDecimalSeparators={[',', '.']}
      decimalScale={decimals}
      {...(suffix !== undefined && { suffix: ` ${suffix}` })}
      {...(min !== undefined && { min })}
      {...(max !== undefined && { max })}
      {...(step !== undefined && { step })}
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  );
};

/** A secret; never suggested, never remembered by the browser. */
export const PasswordField = ({
  name,
  value,
  onChange,
  error,
  describe,
  ...look
}: BoundField<string | null> & FieldLook): JSX.Element => {
  useDescribed(describe, look, (secret) => (secret ? stale.secret : ''));
  return (
    <PasswordInput
      {...lookProps(look)}
      name={name}
      value={value ?? ''}
      error={error}
      autoComplete="new-password"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
};
