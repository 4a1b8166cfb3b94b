import { Text } from '@mantine/core';
import type { JSX } from 'react';
import type { AppealRow } from '../../../src-main/contract/appeals.ts';
import { correction as text } from '../../strings/appeals-card.ts';
import { dayOrNone } from '../../ui/dates.ts';
import { DateField, Form, TextField, useOfficeForm } from '../../ui/form/index.ts';
import { showDate } from '../../ui/index.ts';
import { StudentPicker } from '../people/pickers.tsx';
import type { StepFormProps } from './AppealDialog.tsx';
import { choicesFor } from './EditForm.tsx';
import { guardianOf, useChild } from './child-of-day.ts';
import { GuardianChoice } from './GuardianChoice.tsx';

interface Values {
  readonly id: number;
  readonly studentId: number | null;
  readonly guardianId: number | null;
  readonly date: string | null;
  readonly reason: string;
}

const initialOf = ({ id, studentId, guardianId, date }: AppealRow): Values => ({
  id,
  studentId,
  guardianId,
  date,
  reason: '',
});

/** Corrects the child, with the parent, or the day of a registered appeal; the journal shows it. */
export const CorrectForm = ({ card, onClose }: StepFormProps): JSX.Element => {
  const { appeal } = card;
  const form = useOfficeForm({
    command: 'appeals.correct',
    initial: initialOf(appeal),
    toInput: (values) => ({ ...values, guardianId }),
    success: text.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  const { studentId, date } = form.values;
  const child = useChild(studentId, date);
  const sameChild = studentId === appeal.studentId;
  const guardians =
    studentId === null
      ? undefined
      : sameChild
        ? choicesFor(appeal, child?.guardians)
        : child?.guardians;
  const guardianId = guardianOf(form.values.guardianId, guardians);
  return (
    <Form form={form} submitLabel={text.submit}>
      <Text size="sm" c="dimmed">
        {text.intro}
      </Text>
      <StudentPicker
        {...form.field('studentId')}
        label={text.student}
        required
        autoFocus
        onDate={dayOrNone(date)}
      />
      <GuardianChoice
        field={{ ...form.field('guardianId'), value: guardianId }}
        guardians={guardians}
      />
      <DateField
        {...form.field('date')}
        label={text.date}
        description={text.dateHint(showDate(appeal.registeredOn))}
        max={appeal.registeredOn}
        width={330}
        required
      />
      <TextField {...form.field('reason')} label={text.reason} maxLength={500} required />
    </Form>
  );
};
