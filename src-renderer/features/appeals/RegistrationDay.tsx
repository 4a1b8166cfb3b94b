import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { printedNumber } from '../../../src-main/domain/numbering.ts';
import { useOperation } from '../../api/hooks.ts';
import { form as text } from '../../strings/appeals.ts';
import { isDay } from '../../ui/dates.ts';
import type { BoundField } from '../../ui/form/index.ts';
import { DateField, TextField } from '../../ui/form/index.ts';
import { Icon, todayIso } from '../../ui/index.ts';

export interface RegistrationDayProps {
  readonly registeredOn: BoundField<string | null>;
  readonly letterAfter: BoundField<number | null>;
  readonly letterReason: BoundField<string>;
}

interface LetterProps extends Pick<RegistrationDayProps, 'letterAfter' | 'letterReason'> {
  readonly letter: { readonly after: number; readonly letter: string };
}

/** The reason of a letter number, or the button that asks for one. */
const Letter = ({ letter, letterAfter, letterReason }: LetterProps): JSX.Element => {
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
          {text.letterNumber(number)}
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
        label={text.letterReason}
        description={text.letterHint}
        maxLength={500}
        required
        autoFocus
      />
    </Stack>
  );
};

/**
 * The day the number is given on: today, folded. Another day that is out of order says so at once
 * and offers the letter number as the next step.
 */
export const RegistrationDay = (props: RegistrationDayProps): JSX.Element => {
  const { registeredOn, letterAfter } = props;
  const [opened, setOpened] = useState(registeredOn.value !== null);
  const on = registeredOn.value ?? todayIso();
  const numbering = useOperation('appeals.numbering', { registeredOn: on }, { enabled: isDay(on) });
  const { problem = null, letter = null } = numbering.data ?? {};
  const setDay = (day: string | null): void => {
    // A letter belongs to its day.
    if (letterAfter.value !== null) letterAfter.onChange(null);
    registeredOn.onChange(day);
  };
  return (
    <Stack gap="xs" align="flex-start">
      {opened ? (
        <DateField
          {...registeredOn}
          value={on}
          onChange={setDay}
          label={text.registeredOn}
          description={text.registeredHint}
          max={todayIso()}
          width={330}
        />
      ) : (
        <Button variant="subtle" size="compact-sm" onClick={() => setOpened(true)}>
          {text.otherDay}
        </Button>
      )}
      {isDay(on) && problem !== null && (
        <Alert color="orange" icon={<Icon name="warning" />}>
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{problem}</Text>
            {letter && <Letter {...props} letter={letter} />}
          </Stack>
        </Alert>
      )}
    </Stack>
  );
};
