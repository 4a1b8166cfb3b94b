import { Alert, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { AppealChannel } from '../../../src-main/contract/appeals.ts';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { dueOn as dueAfter } from '../../../src-main/domain/appeals.ts';
import { useOperation } from '../../api/hooks.ts';
import { channels, form as text } from '../../strings/appeals.ts';
import { dayOrNone, isDay } from '../../ui/dates.ts';
import {
  ChoiceField,
  DateField,
  Form,
  TextField,
  choicesOf,
  useOfficeForm,
} from '../../ui/form/index.ts';
import { Icon, navigate, todayIso } from '../../ui/index.ts';
import { StudentPicker, TeacherPicker } from '../people/pickers.tsx';
import css from './appeals.module.css';
import { CountingNote } from './CountingNote.tsx';
import type { Guardian } from './GuardianChoice.tsx';
import { GuardianChoice } from './GuardianChoice.tsx';
import { NewGuardianDialog } from './NewGuardian.tsx';

export type Registered = OperationOutput<'appeals.register'>;

export interface RegisterFormProps {
  readonly studentId: number | null;
  /** The worker of the appeal before. */
  readonly responsibleId: number | null;
  readonly daysToClose: number;
  readonly onStudent: (studentId: number | null) => void;
  readonly onRegistered: (appeal: Registered) => void;
}

/** The child as on the day of the appeal. */
const useChild = (studentId: number | null, date: string | null) =>
  useOperation(
    'people.student',
    { id: studentId ?? 1, ...(isDay(date) && { onDate: date }) },
    { enabled: studentId !== null },
  ).data;

/** The chosen guardian, or the only one there is. */
const guardianOf = (
  chosen: number | null,
  guardians: readonly Guardian[] | undefined,
): number | null => {
  if (!guardians) return null;
  if (guardians.some(({ id }) => id === chosen)) return chosen;
  return guardians.length === 1 ? (guardians[0]?.id ?? null) : null;
};

/** Programme and class of the day, or why there are none. */
const Programme = ({ child }: { readonly child: OperationOutput<'people.student'> }): JSX.Element =>
  child.student.status === 'enrolled' ? (
    <Text size="sm" role="status">
      {text.programme}: <b>{child.programme}</b>
    </Text>
  ) : (
    <Alert color="orange" icon={<Icon name="warning" />}>
      {text.notEnrolled}
    </Alert>
  );

const usual: { readonly channel: AppealChannel } = { channel: 'visit' };

/** Registration of an appeal: the child fills the rest (S1, annex 1). */
export const RegisterForm = (props: RegisterFormProps): JSX.Element => {
  const { daysToClose, onStudent, onRegistered } = props;
  const [adding, setAdding] = useState(false);
  const form = useOfficeForm({
    command: 'appeals.register',
    initial: {
      studentId: props.studentId,
      registeredOn: todayIso(),
      guardianId: null as number | null,
      subject: '',
      lessonTopic: '',
      ...usual,
      responsibleId: props.responsibleId,
      dueOn: null as string | null,
    },
    toInput: (values) => ({ ...values, guardianId }),
    onSaved: onRegistered,
    onCancel: () => navigate('/appeals'),
  });
  const { studentId, registeredOn, dueOn } = form.values;
  const child = useChild(studentId, registeredOn);
  const guardianId = guardianOf(form.values.guardianId, child?.guardians);
  const due = dueOn ?? (isDay(registeredOn) ? dueAfter(registeredOn, daysToClose) : null);
  return (
    <>
      <Form form={form} submitLabel={text.register}>
        <StudentPicker
          {...form.field('studentId')}
          label={text.student}
          placeholder={text.studentHint}
          required
          autoFocus={props.studentId === null}
          onDate={dayOrNone(registeredOn)}
          onPick={(option) => onStudent(option?.id ?? null)}
        />
        {child && <Programme child={child} />}
        <GuardianChoice
          field={{ ...form.field('guardianId'), value: guardianId }}
          guardians={child?.guardians}
          onAdd={() => setAdding(true)}
        />
        <Group gap="sm" align="flex-start" wrap="nowrap">
          <TextField
            {...form.field('subject')}
            label={text.subject}
            suggest="subject"
            required
            width={220}
            autoFocus={props.studentId !== null}
          />
          <div className={css['grow']}>
            <TextField
              {...form.field('lessonTopic')}
              label={text.lessonTopic}
              suggest="lessonTopic"
              maxLength={300}
              required
            />
          </div>
        </Group>
        <Group gap="sm" align="flex-start">
          <DateField {...form.field('registeredOn')} label={text.registeredOn} required />
          <ChoiceField
            {...form.field('channel')}
            label={text.channel}
            choices={choicesOf(channels)}
            required
            width={200}
          />
          <DateField {...form.field('dueOn')} value={due} label={text.dueOn} />
        </Group>
        <TeacherPicker {...form.field('responsibleId')} label={text.responsible} />
        <CountingNote studentId={studentId} dated={registeredOn} />
      </Form>
      {adding && child && (
        <NewGuardianDialog
          student={child.student}
          onClose={() => setAdding(false)}
          onSaved={(id) => {
            setAdding(false);
            form.set('guardianId', id);
          }}
        />
      )}
    </>
  );
};
