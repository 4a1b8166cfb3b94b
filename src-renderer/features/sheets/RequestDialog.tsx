import { Alert, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { DueRow } from '../../../src-main/contract/sheets-fields.ts';
import { isoWeek } from '../../../src-main/domain/dates.ts';
import { useOperation } from '../../api/hooks.ts';
import { buttons } from '../../strings/common.ts';
import { request as text, week as weekText } from '../../strings/sheets.ts';
import { run } from '../../strings/sheets-print.ts';
import { RadioField } from '../../ui/form/index.ts';
import { Pending } from '../../ui/index.ts';
import type { StudentOption } from '../people/pickers.tsx';
import { StudentPicker } from '../people/pickers.tsx';
import { rowsOf } from './selections.ts';
import type { SheetDialogName } from './SheetDialogs.tsx';

export interface RequestDialogProps {
  /** Known when asked from the student's card. */
  readonly student: { readonly id: number; readonly name: string } | null;
  /** Monday; null = the week to work on. */
  readonly week: string | null;
  readonly onNext: (dialog: SheetDialogName) => void;
  readonly onClose: () => void;
}

interface RequestFormProps extends RequestDialogProps {
  readonly weeks: readonly { readonly value: string; readonly label: string }[];
  readonly suggested: string | null;
}

/** Recipients of the student's sheets of the week; nobody while they are not known yet. */
const useRecipients = (studentId: number | null, week: string | null) => {
  const { data } = useOperation(
    'sheets.listDue',
    { filters: { week: week ?? '', everyone: true, studentId: studentId ?? 0 } },
    { enabled: studentId !== null && week !== null },
  );
  return data?.rows;
};

const everybody = 'all';

interface RecipientFieldProps {
  readonly rows: readonly DueRow[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Asked only where the parents have sheets of their own. */
const RecipientField = ({ rows, value, onChange }: RecipientFieldProps): JSX.Element | null =>
  rows.length < 2 ? null : (
    <RadioField
      name="recipientId"
      label={text.recipient}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
      choices={[
        { value: everybody, label: text.everybody },
        ...rows.map(({ recipientId, guardians }) => ({
          value: String(recipientId),
          label: recipientId === null ? `${text.household}: ${guardians}` : guardians,
        })),
      ]}
    />
  );

const RequestForm = ({
  student: known,
  week,
  weeks,
  suggested,
  onNext,
  onClose,
}: RequestFormProps): JSX.Element => {
  const [student, setStudent] = useState(known?.id ?? null);
  const [name, setName] = useState(known?.name ?? '');
  const shown = weeks.find(({ value }) => value === week)?.value;
  const [monday, setMonday] = useState(shown ?? suggested ?? weeks[0]?.value ?? null);
  const [recipient, setRecipient] = useState(everybody);
  const found = useRecipients(student, monday);
  const next = (): void => {
    if (student === null || monday === null || !found) return;
    const wanted = found.filter(
      ({ recipientId }) => recipient === everybody || recipient === String(recipientId),
    );
    const none = [{ studentId: student, week: monday, recipientId: null }];
    // Without a row the core says why there is none.
    const rows = wanted.length === 0 ? none : wanted;
    onNext({ kind: 'run', title: run.one(name), selection: rowsOf(rows) });
  };
  const pick = (option: StudentOption | null): void => {
    setName(option?.label ?? '');
    setRecipient(everybody);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        next();
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {text.hint}
        </Text>
        <StudentPicker
          name="studentId"
          label={text.student}
          value={student}
          onChange={setStudent}
          onPick={pick}
          autoFocus
        />
        <Select
          label={text.week}
          value={monday}
          data={weeks}
          allowDeselect={false}
          searchable
          onChange={setMonday}
        />
        <RecipientField rows={found ?? []} value={recipient} onChange={setRecipient} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {buttons.cancel}
          </Button>
          <Button type="submit" disabled={student === null || monday === null || !found}>
            {text.next}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

/** A sheet for one student, owed or not: whose and of which week. */
export const RequestDialog = (props: RequestDialogProps): JSX.Element => {
  const query = useOperation('sheets.weeks', props.week === null ? {} : { on: props.week });
  return (
    <Modal opened onClose={props.onClose} title={text.title} size="md" closeOnClickOutside={false}>
      <Pending query={query}>
        {({ weeks, suggested }) =>
          weeks.length === 0 ? (
            <Alert color="orange">{text.noWeeks}</Alert>
          ) : (
            <RequestForm
              {...props}
              suggested={suggested}
              weeks={weeks.map(({ week, title }) => ({
                value: week,
                label: weekText.name(isoWeek(week).week, title),
              }))}
            />
          )
        }
      </Pending>
    </Modal>
  );
};
