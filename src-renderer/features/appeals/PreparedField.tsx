import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { give as text } from '../../strings/appeals-card.ts';
import type { BoundField } from '../../ui/form/bound-field.ts';
import { SegmentField, choicesOf } from '../../ui/form/index.ts';

type Kind = keyof typeof text.kinds;

/** Whether a teacher of the school made the resource for this appeal: the summary counts those. */
export const PreparedField = ({
  name,
  value,
  onChange,
  error,
}: BoundField<boolean>): JSX.Element => (
  <Stack gap={2}>
    <Text size="sm" fw={500}>
      {text.kind}
    </Text>
    <SegmentField<Kind>
      name={name}
      label={text.kind}
      choices={choicesOf<Kind>(text.kinds)}
      value={value ? 'prepared' : 'ready'}
      onChange={(kind) => onChange(kind === 'prepared')}
    />
    <Text size="xs" c={error ? 'red' : 'dimmed'} {...(error && { role: 'alert' })}>
      {error || text.kindHint}
    </Text>
  </Stack>
);
