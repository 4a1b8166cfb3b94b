import { Alert, Button, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import type {
  AbsenceDocument,
  AbsenceReason,
  AbsenceRow,
} from '../../../src-main/contract/absences.ts';
import { useOperation } from '../../api/hooks.ts';
import {
  absences as screenText,
  closing,
  documents,
  form as text,
  reasons,
} from '../../strings/absences.ts';
import { buttons } from '../../strings/common.ts';
import { isDay } from '../../ui/dates.ts';
import {
  CheckField,
  ChoiceField,
  DateField,
  Form,
  FormDialog,
  TextField,
  choicesOf,
  useOfficeForm,
} from '../../ui/form/index.ts';
import { Icon, Pending, todayIso } from '../../ui/index.ts';
import { StudentPicker } from '../people/pickers.tsx';

interface Days {
  readonly studentId: number | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Days of the absence as it is typed; silent until there is something to count. */
const DayCount = ({ studentId, from, to }: Days): JSX.Element | null => {
  const last = isDay(to) ? to : null;
  const ready =
    studentId !== null && isDay(from) && (to === null || (last !== null && last >= from));
  const { data } = useOperation(
    'absences.countDays',
    { studentId: studentId ?? 1, from: from ?? '', to: last },
    { enabled: ready, keepPrevious: true },
  );
  if (!ready || !data) return null;
  return (
    <Text size="sm" c="dimmed" role="status">
      {text.count(data.calendarDays, data.schoolDays, last === null)}{' '}
      {text.missed(data.missedLessons)}
    </Text>
  );
};

interface AbsenceFormProps {
  readonly absence: AbsenceRow | null;
  readonly studentId: number | null;
  readonly onClose: () => void;
  readonly actions?: JSX.Element;
}

const initialOf = ({ absence, studentId }: AbsenceFormProps) => ({
  id: absence?.id ?? null,
  studentId: absence?.studentId ?? studentId,
  from: (absence?.from ?? todayIso()) as string | null,
  to: absence?.to ?? null,
  reason: (absence?.reason ?? 'illness') as AbsenceReason | null,
  document: (absence?.document ?? 'none') as AbsenceDocument | null,
  excused: absence?.excused ?? true,
  note: absence?.note ?? (null as string | null),
});

const AbsenceForm = (props: AbsenceFormProps): JSX.Element => {
  const { absence, onClose } = props;
  const form = useOfficeForm({
    command: 'absences.save',
    initial: initialOf(props),
    success: text.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  const { studentId, from, to } = form.values;
  return (
    <Form form={form} actions={props.actions}>
      <StudentPicker
        {...form.field('studentId')}
        label={text.student}
        required
        autoFocus={absence === null && props.studentId === null}
        {...(isDay(from) && { onDate: from })}
      />
      <Group gap="sm" align="flex-start">
        <DateField
          {...form.field('from')}
          label={text.from}
          required
          autoFocus={absence === null && props.studentId !== null}
        />
        <DateField
          {...form.field('to')}
          label={text.to}
          description={text.toHint}
          width={210}
          autoFocus={absence !== null}
        />
      </Group>
      <DayCount studentId={studentId} from={from} to={to} />
      <Group gap="sm" grow align="flex-start">
        <ChoiceField
          {...form.field('reason')}
          label={text.reason}
          choices={choicesOf(reasons)}
          required
        />
        <ChoiceField
          {...form.field('document')}
          label={text.document}
          choices={choicesOf(documents)}
        />
      </Group>
      <CheckField {...form.field('excused')} label={text.excused} />
      <TextField
        {...form.field('note')}
        label={text.note}
        description={text.documentHint}
        suggest="absenceNote"
        maxLength={300}
      />
      {absence && (
        <Alert color={absence.twoWeeks.passes ? 'orange' : 'gray'} title={text.twoWeeks}>
          {absence.twoWeeks.why}
        </Alert>
      )}
    </Form>
  );
};

export interface AbsenceDialogProps {
  /** Null or absent creates one. */
  readonly absence?: AbsenceRow | null;
  /** The child of a new record, when the screen knows him. */
  readonly studentId?: number | null;
  readonly onClose: () => void;
  readonly onRemove?: (absence: AbsenceRow) => void;
  readonly onCloseAbsence?: (absence: AbsenceRow) => void;
}

/** A stored absence as it is now, whatever list it was chosen in. */
const StoredForm = ({
  id,
  ...props
}: Omit<AbsenceFormProps, 'absence'> & { readonly id: number }): JSX.Element => {
  const query = useOperation('absences.card', { id });
  return (
    <Pending query={query}>
      {({ seen: _seen, ...absence }) => <AbsenceForm {...props} absence={absence} />}
    </Pending>
  );
};

const Fields = ({
  id,
  ...props
}: Omit<AbsenceFormProps, 'absence'> & { readonly id?: number }): JSX.Element =>
  id === undefined ? <AbsenceForm {...props} absence={null} /> : <StoredForm {...props} id={id} />;

/** Form of an absence in a dialog; the card of a student uses it as well. */
export const AbsenceDialog = ({
  absence = null,
  studentId = null,
  onClose,
  onRemove,
  onCloseAbsence,
}: AbsenceDialogProps): JSX.Element => (
  <FormDialog title={absence ? screenText.editAbsence : screenText.newAbsence} onClose={onClose}>
    <Fields
      {...(absence && { id: absence.id })}
      studentId={studentId}
      onClose={onClose}
      actions={
        <>
          {absence && onRemove && (
            <Button
              variant="subtle"
              color="red"
              leftSection={<Icon name="trash" size={16} />}
              onClick={() => onRemove(absence)}
            >
              {buttons.remove}
            </Button>
          )}
          {absence && absence.to === null && onCloseAbsence && (
            <Button variant="light" onClick={() => onCloseAbsence(absence)}>
              {closing.title}
            </Button>
          )}
        </>
      }
    />
  </FormDialog>
);
