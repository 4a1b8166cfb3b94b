import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { useCommand } from '../../../api/hooks.ts';
import { homeSchooling as text } from '../../../strings/people-students.ts';
import { AddButton } from '../../../ui/buttons.tsx';
import { DateField, Form, FormDialog, useOfficeForm } from '../../../ui/form/index.ts';
import { Panel, showPeriod } from '../../../ui/index.ts';
import { FieldGrid } from '../../../ui/layout.tsx';
import { rowButtons } from '../../../ui/row-buttons.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';

type Period = OperationOutput<'people.student'>['homeSchooling'][number];

const PeriodDialog = ({
  studentId,
  period,
  onClose,
}: {
  readonly studentId: number;
  readonly period: Period | null;
  readonly onClose: () => void;
}): JSX.Element => {
  const form = useOfficeForm({
    command: 'people.saveHomeSchooling',
    initial: {
      startsOn: period?.startsOn ?? null,
      endsOn: period?.endsOn ?? null,
    },
    toInput: ({ startsOn, endsOn }) => ({
      id: period?.id ?? null,
      studentId,
      startsOn: startsOn ?? '',
      endsOn,
    }),
    success: text.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <FormDialog title={text.addTitle} onClose={onClose} size="md">
      <Form form={form}>
        <FieldGrid>
          <DateField {...form.field('startsOn')} label={text.from} required autoFocus />
          <DateField {...form.field('endsOn')} label={text.to} description={text.toHint} />
        </FieldGrid>
      </Form>
    </FormDialog>
  );
};

const removed = { success: text.removed };

/** Periods of learning at home: absences of those days are not counted (domain.md §3). */
export const HomeSchoolingPanel = ({
  studentId,
  periods,
}: {
  readonly studentId: number;
  readonly periods: readonly Period[];
}): JSX.Element => {
  const [editing, setEditing] = useState<Period | 'new' | null>(null);
  const { run } = useCommand('people.deleteHomeSchooling', removed);
  const columns = useMemo(
    () => [
      {
        key: 'period',
        title: text.period,
        render: ({ startsOn, endsOn }: Period) => showPeriod(startsOn, endsOn),
      },
      rowButtons<Period>({
        edit: {
          label: ({ startsOn, endsOn }) => text.edit(showPeriod(startsOn, endsOn)),
          run: setEditing,
        },
        remove: {
          label: ({ startsOn, endsOn }) => text.remove(showPeriod(startsOn, endsOn)),
          run: ({ id }) => void run({ id }),
        },
      }),
    ],
    [run],
  );
  return (
    <Panel
      title={text.title}
      actions={<AddButton label={text.add} onClick={() => setEditing('new')} />}
    >
      <SmallTable
        label={text.title}
        columns={columns}
        rows={periods}
        rowKey={({ id }) => id}
        empty={text.empty}
      />
      {editing && (
        <PeriodDialog
          studentId={studentId}
          period={
            editing === 'new' ? null : (periods.find(({ id }) => id === editing.id) ?? editing)
          }
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
};
