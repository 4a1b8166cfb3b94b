import { Group, Switch, Tooltip } from '@mantine/core';
import type { JSX } from 'react';
import { list as text } from '../../strings/sheets.ts';
import type { Place } from './links.ts';
import type { Week } from './totals.ts';

export interface WeekSwitchesProps {
  readonly week: Week;
  readonly place: Place;
  readonly go: (change: Partial<Place>) => void;
}

/** What else the list shows: families served electronically, debts of earlier weeks. */
export const WeekSwitches = ({ week, place, go }: WeekSwitchesProps): JSX.Element => {
  const debts = week.earlier.notPrinted + week.earlier.notHanded;
  return (
    <Group gap="md">
      {(debts > 0 || place.earlier) && (
        <Switch
          label={text.earlier(debts)}
          checked={place.earlier}
          onChange={(event) => go({ earlier: event.currentTarget.checked })}
        />
      )}
      <Tooltip label={text.everyoneHint} openDelay={400} multiline w={300}>
        <div>
          <Switch
            label={text.everyone}
            checked={place.everyone}
            onChange={(event) => go({ everyone: event.currentTarget.checked })}
          />
        </div>
      </Tooltip>
    </Group>
  );
};
