import { Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useOperation } from '../../api/hooks.ts';
import { messageOf } from '../../api/toasts.tsx';
import { dayHelper as text, parallels } from '../../strings/calendar.ts';
import { isDay } from '../../ui/dates.ts';
import { ChoiceField, DateField } from '../../ui/form/index.ts';
import { Panel, StatusBadge, todayIso } from '../../ui/index.ts';
import css from './calendar.module.css';
import { allParallels } from './edit-plan.ts';

const classes = allParallels.map((parallel) => ({
  value: `${parallel}`,
  label: parallels.name(parallel),
}));

/** Whether a class has lessons on a day, and why. */
export const DayHelper = (): JSX.Element => {
  const [date, setDate] = useState<string | null>(todayIso);
  const [parallel, setParallel] = useState<string | null>('5');
  const isReady = isDay(date) && parallel !== null;
  const { data, error } = useOperation(
    'calendar.day',
    { date: date ?? '', parallel: Number(parallel) },
    { enabled: isReady, keepPrevious: true },
  );
  return (
    <Panel>
      <div className={css['day']}>
        <Text span fw={700} size="sm">
          {text.title}
        </Text>
        <DateField name="date" value={date} onChange={setDate} aria-label={text.date} width={130} />
        <ChoiceField
          name="parallel"
          value={parallel}
          onChange={setParallel}
          choices={classes}
          aria-label={text.class}
          width={110}
        />
        <Group gap="xs" role="status" flex={1} miw={240}>
          {isReady && data && !error && (
            <>
              <StatusBadge tone={data.schoolDay ? 'good' : 'neutral'}>
                {data.schoolDay ? text.school : text.free}
              </StatusBadge>
              <Text span size="sm">
                {data.text}
              </Text>
            </>
          )}
          {isReady && error && (
            <Text span size="sm" c="red">
              {messageOf(error)}
            </Text>
          )}
        </Group>
      </div>
    </Panel>
  );
};
