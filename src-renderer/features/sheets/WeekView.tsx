import { Group, Switch, Tooltip } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import type { DueRow } from '../../../src-main/contract/sheets-fields.ts';
import { useOperation } from '../../api/hooks.ts';
import { useIsOnTop } from '../../printing/index.ts';
import { list as text } from '../../strings/sheets.ts';
import { Pending } from '../../ui/index.ts';
import { ClassPanel, ClassSelect } from './ClassChoice.tsx';
import { CountButtons } from './CountButtons.tsx';
import { DueList } from './DueList.tsx';
import type { Place } from './links.ts';
import type { SheetDialogName } from './SheetDialogs.tsx';
import { SheetDialogs } from './SheetDialogs.tsx';
import css from './sheets.module.css';
import type { Week } from './totals.ts';
import { countsOf, useWholeWeek } from './totals.ts';
import { WeekActions } from './WeekActions.tsx';
import { WeekBar } from './WeekBar.tsx';
import { HolidayWeek, NotBegun } from './WeekEmpty.tsx';

interface WeekSwitchesProps {
  readonly week: Week;
  readonly place: Place;
  readonly go: (change: Partial<Place>) => void;
}

/** What else the list shows: families served electronically, debts of earlier weeks. */
const WeekSwitches = ({ week, place, go }: WeekSwitchesProps): JSX.Element => {
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

export interface WeekViewProps {
  /** Monday, ISO. */
  readonly week: string;
  readonly weeks: OperationOutput<'sheets.weeks'>['weeks'];
  readonly suggested: string | null;
  readonly place: Place;
  readonly go: (change: Partial<Place>) => void;
}

/** One week: its counts, classes and students, and what can be done with them. */
export const WeekView = (props: WeekViewProps): JSX.Element => {
  const { week, weeks, suggested, place } = props;
  const query = useOperation('sheets.week', { week }, { keepPrevious: true });
  const whole = useWholeWeek(query.data, place.everyone);
  const [chosen, setChosen] = useState<readonly DueRow[]>([]);
  const [dialog, setDialog] = useState<SheetDialogName | null>(null);
  const keys = useIsOnTop() && dialog === null;
  // Boxes ticked in another list would be printed unseen.
  const go = (change: Partial<Place>): void => {
    setChosen([]);
    props.go(change);
  };
  return (
    <>
      <div className={css['bar']}>
        <WeekBar week={week} weeks={weeks} onChange={(next) => go({ week: next })} keys={keys} />
        {whole && (
          <WeekActions week={whole} place={place} chosen={chosen} keys={keys} open={setDialog} />
        )}
      </div>
      <Pending query={query}>
        {(data) =>
          data.lastDay === null ? (
            <HolidayWeek suggested={suggested} go={go} />
          ) : (
            <>
              <NotBegun week={week} />
              <div className={css['bar']}>
                <CountButtons
                  counts={countsOf(data, place.classId)}
                  status={place.status}
                  onChange={(status) => go({ status })}
                />
                <ClassSelect
                  week={whole ?? data}
                  classId={place.classId}
                  onChange={(classId) => go({ classId })}
                />
                <WeekSwitches week={data} place={place} go={go} />
              </div>
              <div className={css['body']}>
                <ClassPanel
                  week={whole ?? data}
                  classId={place.classId}
                  onChange={(classId) => go({ classId })}
                />
                <DueList
                  week={data}
                  place={place}
                  go={go}
                  chosen={chosen}
                  onChoose={setChosen}
                  open={setDialog}
                />
              </div>
            </>
          )
        }
      </Pending>
      <SheetDialogs
        dialog={dialog}
        open={setDialog}
        onDone={() => setChosen([])}
        onClose={() => setDialog(null)}
      />
    </>
  );
};
