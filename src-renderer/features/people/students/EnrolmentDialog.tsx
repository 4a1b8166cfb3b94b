import type { JSX } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { history as text, leaveReasons } from '../../../strings/people-students.ts';
import { dayOrNone } from '../../../ui/dates.ts';
import {
  ChoiceField,
  DateField,
  Form,
  FormDialog,
  choicesOf,
  useOfficeForm,
} from '../../../ui/form/index.ts';
import { FieldGrid } from '../../../ui/layout.tsx';
import { ClassPicker } from '../pickers.tsx';

export type Enrolment = OperationOutput<'people.student'>['enrolments'][number];

/** Corrects a line of the history that was written down wrongly. */
export const EnrolmentDialog = ({
  enrolment,
  onClose,
}: {
  readonly enrolment: Enrolment;
  readonly onClose: () => void;
}): JSX.Element => {
  const { id, classId, startsOn, endsOn, leaveReason } = enrolment;
  const form = useOfficeForm({
    command: 'people.saveEnrolment',
    initial: { id, classId, startsOn, endsOn, leaveReason },
    success: text.corrected,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <FormDialog title={text.editTitle} onClose={onClose} size="md">
      <Form form={form}>
        <FieldGrid>
          <DateField {...form.field('startsOn')} label={text.firstDay} required autoFocus />
          <ClassPicker
            {...form.field('classId')}
            label={text.class}
            onDate={dayOrNone(form.values.startsOn)}
            required
          />
        </FieldGrid>
        <FieldGrid>
          <DateField
            {...form.field('endsOn')}
            label={text.lastDay}
            description={text.lastDayHint}
          />
          <ChoiceField
            {...form.field('leaveReason')}
            label={text.reason}
            choices={choicesOf(leaveReasons)}
            clearable
          />
        </FieldGrid>
      </Form>
    </FormDialog>
  );
};
