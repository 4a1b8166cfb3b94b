import { Text } from '@mantine/core';
import type { JSX } from 'react';
import type { AbsenceRow } from '../../../src-main/contract/absences.ts';
import { addDays } from '../../../src-main/domain/dates.ts';
import { closing as text } from '../../strings/absences.ts';
import { DateField, Form, FormDialog, useOfficeForm } from '../../ui/form/index.ts';
import { showDate, todayIso } from '../../ui/index.ts';

export interface CloseAbsenceProps {
  readonly absence: AbsenceRow;
  readonly onClose: () => void;
}

/** The child is back today, so yesterday was the last day; never before the first one. */
const lastDay = (from: string): string => {
  const yesterday = addDays(todayIso(), -1);
  return yesterday < from ? from : yesterday;
};

const CloseForm = ({ absence, onClose }: CloseAbsenceProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'absences.close',
    initial: { id: absence.id, to: lastDay(absence.from) },
    success: text.closed,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={text.submit}>
      <Text size="sm">
        {text.who(absence.studentName, absence.className, showDate(absence.from))}
      </Text>
      <DateField {...form.field('to')} label={text.lastDay} required autoFocus width={180} />
    </Form>
  );
};

/** Asks for the last day, yesterday offered: F8 and Enter close an absence. */
export const CloseAbsenceDialog = (props: CloseAbsenceProps): JSX.Element => (
  <FormDialog title={text.title} size="sm" onClose={props.onClose}>
    <CloseForm {...props} />
  </FormDialog>
);
