import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import type { JSX } from 'react';
import type { DueRow } from '../../../src-main/contract/sheets-fields.ts';
import { hasBegun } from '../../../src-main/domain/cadence.ts';
import { useCommand } from '../../api/hooks.ts';
import { actions as text } from '../../strings/sheets.ts';
import { Icon, todayIso, useHotkey } from '../../ui/index.ts';
import type { Place } from './links.ts';
import { showPrinted } from './print-copies.ts';
import { handButton, handedOf, printButton, printedOf, runForAll } from './selections.ts';
import type { SheetDialogName } from './SheetDialogs.tsx';
import type { Week } from './totals.ts';

export interface WeekActionsProps {
  readonly week: Week;
  readonly place: Place;
  readonly chosen: readonly DueRow[];
  /** False while something stands above the screen. */
  readonly keys: boolean;
  readonly open: (dialog: SheetDialogName) => void;
}

const cleared = { success: text.cleared };

const ChosenItems = ({
  chosen,
  open,
}: Pick<WeekActionsProps, 'chosen' | 'open'>): JSX.Element | null => {
  const clear = useCommand('sheets.clearHandedOver', cleared);
  const printed = printedOf(chosen);
  const handed = handedOf(chosen);
  if (printed.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Item
        leftSection={<Icon name="eye" size={16} />}
        onClick={() => void showPrinted(printed)}
      >
        {text.show(printed.length)}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="copy" size={16} />}
        onClick={() => open({ kind: 'copies', ids: printed })}
      >
        {text.reprint(printed.length)}
      </Menu.Item>
      {handed.length > 0 && (
        <Menu.Item
          leftSection={<Icon name="undo" size={16} />}
          onClick={() => void clear.run({ ids: [...handed] })}
        >
          {text.clearHanded(handed.length)}
        </Menu.Item>
      )}
    </>
  );
};

const MoreMenu = ({ week, place, chosen, open }: WeekActionsProps): JSX.Element => {
  const className = week.classes.find(({ classId }) => classId === place.classId)?.className;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={text.more} title={text.more}>
          <Icon name="chevronDown" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon name="person" size={16} />}
          onClick={() => open({ kind: 'request', student: null, week: week.week })}
        >
          {text.onRequest}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="people" size={16} />}
          onClick={() => open(runForAll(week, place.classId))}
        >
          {className === undefined ? text.wholeSchool : text.wholeClass(className)}
        </Menu.Item>
        <ChosenItems chosen={chosen} open={open} />
      </Menu.Dropdown>
    </Menu>
  );
};

/** The week's work: print, hand over, and what is asked for more rarely. */
export const WeekActions = (props: WeekActionsProps): JSX.Element => {
  const { week, place, chosen, keys, open } = props;
  const isSchoolWeek = week.lastDay !== null && hasBegun(week.week, todayIso());
  const print = printButton(week, place, chosen);
  const handing = handButton(week, place, chosen);
  const canPrint = isSchoolWeek && !print.disabled;
  const canHand = isSchoolWeek && !handing.disabled;
  // The browser's own printing of the screen would be of no use.
  useHotkey(keys ? 'Ctrl+KeyP' : null, () => canPrint && open(print.dialog));
  useHotkey(keys ? 'F8' : null, () => canHand && open(handing.dialog));
  useHotkey(keys && isSchoolWeek ? 'F2' : null, () =>
    open({ kind: 'request', student: null, week: week.week }),
  );
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        leftSection={<Icon name="print" size={16} />}
        disabled={!canPrint}
        title={text.printHint}
        aria-keyshortcuts="Control+P"
        onClick={() => open(print.dialog)}
      >
        {print.label}
      </Button>
      <Button
        variant="default"
        leftSection={<Icon name="check" size={16} />}
        disabled={!canHand}
        title={text.handHint}
        aria-keyshortcuts="F8"
        onClick={() => open(handing.dialog)}
      >
        {handing.label}
      </Button>
      {isSchoolWeek && <MoreMenu {...props} />}
    </Group>
  );
};
