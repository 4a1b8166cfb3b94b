import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { printedNumber } from '../../src-main/domain/numbering.ts';
import { letterNumber as text } from '../strings/common.ts';
import { TextField } from './form/index.ts';
import type { BoundField } from './form/index.ts';

export interface LetterNumberProps {
  readonly letterAfter: BoundField<number | null>;
  readonly letterReason: BoundField<string>;
  readonly letter: { readonly after: number; readonly letter: string };
}

/** The reason of a letter number, or the button that asks for one. */
export const LetterNumber = ({
  letter,
  letterAfter,
  letterReason,
}: LetterNumberProps): JSX.Element => {
  const number = printedNumber({ number: letter.after, letter: letter.letter });
  if (letterAfter.value !== letter.after)
    return (
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => letterAfter.onChange(letter.after)}
      >
        {text.withLetter(number)}
      </Button>
    );
  return (
    <Stack gap={4}>
      <Group gap="xs" align="center">
        <Text size="sm" fw={600}>
          {text.number(number)}
        </Text>
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            letterAfter.onChange(null);
            letterReason.onChange('');
          }}
        >
          {text.withoutLetter}
        </Button>
      </Group>
      <input type="hidden" name={letterAfter.name} />
      <TextField
        {...letterReason}
        label={text.reason}
        description={text.hint}
        maxLength={500}
        required
        autoFocus
      />
    </Stack>
  );
};
