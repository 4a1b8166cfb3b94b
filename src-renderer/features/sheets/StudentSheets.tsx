import { Button, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { IssuedRow } from '../../../src-main/contract/sheets-fields.ts';
import { useOperation } from '../../api/hooks.ts';
import { card, issued, list, student as text } from '../../strings/sheets.ts';
import { Icon, Panel, Pending, showDate } from '../../ui/index.ts';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { TextLink } from '../../ui/layout.tsx';
import { issuedOfLink, sheetLink } from './links.ts';
import { SheetModeBadge, SheetStateBadge } from './badges.tsx';
import type { SheetDialogName } from './SheetDialogs.tsx';
import { SheetDialogs } from './SheetDialogs.tsx';

/** A card shows the newest; the register shows all. */
const limit = 12;

const columns: readonly SmallColumn<IssuedRow>[] = [
  {
    key: 'week',
    title: list.week,
    render: ({ id, weekTitle }) => <TextLink to={sheetLink(id)}>{weekTitle}</TextLink>,
  },
  {
    key: 'recipient',
    title: issued.recipient,
    render: ({ recipient }) => recipient ?? issued.household,
  },
  { key: 'number', title: issued.number, align: 'right', render: ({ number }) => number },
  { key: 'mode', title: list.mode, render: ({ mode }) => <SheetModeBadge mode={mode} /> },
  { key: 'printedOn', title: list.printedOn, render: ({ printedOn }) => showDate(printedOn) },
  { key: 'copies', title: list.copies, align: 'right', render: ({ copies }) => copies },
  { key: 'state', title: issued.state, render: (sheet) => <SheetStateBadge sheet={sheet} /> },
  {
    key: 'handedOn',
    title: list.handedOn,
    render: ({ handedOn, state }) => {
      if (state === 'void') return card.notToHand;
      return handedOn === null ? issued.handedWords.false : showDate(handedOn);
    },
  },
];

export interface StudentSheetsProps {
  readonly student: { readonly id: number; readonly name: string };
}

/** Sheets of one student, newest first, and a sheet on request: for the student's card. */
export const StudentSheets = ({ student }: StudentSheetsProps): JSX.Element => {
  const [dialog, setDialog] = useState<SheetDialogName | null>(null);
  const query = useOperation('sheets.listIssued', {
    filters: { studentId: student.id },
    sort: { column: 'week', descending: true },
    limit,
  });
  return (
    <Panel
      title={text.title}
      actions={
        <Button
          variant="default"
          leftSection={<Icon name="print" size={16} />}
          onClick={() => setDialog({ kind: 'request', student, week: null })}
        >
          {text.print}
        </Button>
      }
    >
      <Pending query={query}>
        {({ rows, total }) => (
          <Stack gap={4}>
            <SmallTable
              label={text.title}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              empty={text.empty}
            />
            {total > rows.length && (
              <Group gap="xs">
                <Text size="sm" c="dimmed">
                  {text.shown(rows.length, total)}
                </Text>
                <TextLink to={issuedOfLink(student.id)}>{text.all}</TextLink>
              </Group>
            )}
          </Stack>
        )}
      </Pending>
      <SheetDialogs dialog={dialog} open={setDialog} onClose={() => setDialog(null)} />
    </Panel>
  );
};
