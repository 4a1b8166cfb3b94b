import { Alert, Button, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useOperation } from '../../api/hooks.ts';
import { form as text } from '../../strings/appeals.ts';
import { isDay } from '../../ui/dates.ts';
import type { BoundField } from '../../ui/form/index.ts';
import { DateField } from '../../ui/form/index.ts';
import { Icon, todayIso } from '../../ui/index.ts';
import { LetterNumber } from '../../ui/LetterNumber.tsx';

export interface RegistrationDayProps {
  readonly registeredOn: BoundField<string | null>;
  readonly letterAfter: BoundField<number | null>;
  readonly letterReason: BoundField<string>;
}

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
            {letter && (
              <LetterNumber
                letter={letter}
                letterAfter={letterAfter}
                letterReason={props.letterReason}
              />
            )}
          </Stack>
        </Alert>
      )}
    </Stack>
  );
};
