import type { JSX } from 'react';
import type { OperationInput } from '../../../../src-main/contract/operations.ts';
import { schoolYearSpan } from '../../../../src-main/domain/calendar.ts';
import { dateParts } from '../../../../src-main/domain/dates.ts';
import { history as text, leaveChoices, moves } from '../../../strings/people-students.ts';
import { dayOrNone, todayIso } from '../../../ui/dates.ts';
import {
  DateField,
  Form,
  FormDialog,
  RadioField,
  choicesOf,
  useOfficeForm,
} from '../../../ui/form/index.ts';
import { FieldGrid } from '../../../ui/layout.tsx';
import { ClassPicker } from '../pickers.tsx';

export type Move = keyof typeof moves;

/** From the 1 September of this calendar year on a pupil repeats a year. */
const september = (): string => schoolYearSpan(dateParts(todayIso()).year).from;

interface MoveProps {
  readonly studentId: number;
  readonly onClose: () => void;
}

/** Enrols, transfers or keeps for another year: a class and the first day in it. */
const IntoClass = ({
  studentId,
  move,
  onClose,
}: MoveProps & { readonly move: Exclude<Move, 'leave'> }): JSX.Element => {
  const form = useOfficeForm({
    command: `people.${move}` as const,
    initial: {
      studentId,
      classId: null as number | null,
      startsOn: move === 'repeat' ? september() : todayIso(),
    },
    success: moves[move].done,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={moves[move].title}>
      <FieldGrid>
        <DateField {...form.field('startsOn')} label={text.firstDay} required />
        <ClassPicker
          {...form.field('classId')}
          label={text.newClass}
          onDate={dayOrNone(form.values.startsOn)}
          required
          autoFocus
        />
      </FieldGrid>
    </Form>
  );
};

const leaving = (studentId: number): OperationInput<'people.leave'> => ({
  studentId,
  endsOn: todayIso(),
  reason: 'transferred',
});

const Leave = ({ studentId, onClose }: MoveProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'people.leave',
    initial: leaving(studentId),
    success: moves.leave.done,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={moves.leave.title}>
      <DateField {...form.field('endsOn')} label={text.lastSchoolDay} required autoFocus />
      <RadioField
        {...form.field('reason')}
        label={text.leaveReason}
        choices={choicesOf(leaveChoices)}
      />
    </Form>
  );
};

/** What happens to a student: enrolled, transferred, kept for another year, leaves. */
export const MoveDialog = ({
  move,
  ...props
}: MoveProps & { readonly move: Move }): JSX.Element => (
  <FormDialog title={moves[move].title} onClose={props.onClose} size="md">
    {move === 'leave' ? <Leave {...props} /> : <IntoClass move={move} {...props} />}
  </FormDialog>
);
