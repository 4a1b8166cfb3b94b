import { Alert, Group, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import type { AppealChannel } from '../../../src-main/contract/appeals.ts';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { dueOn as dueAfter } from '../../../src-main/domain/appeals.ts';
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
import { guardianOf, useChild } from './child-of-day.ts';
import { CountingNote } from './CountingNote.tsx';
import { GuardianChoice } from './GuardianChoice.tsx';
import { NewGuardianDialog } from './NewGuardian.tsx';
import { RegistrationDay } from './RegistrationDay.tsx';

export type Registered = OperationOutput<'appeals.register'>;

export interface RegisterFormProps {
  readonly studentId: number | null;
  /** The worker of the appeal before. */
  readonly responsibleId: number | null;
  readonly daysToClose: number;
  readonly onStudent: (studentId: number | null) => void;
  readonly onRegistered: (appeal: Registered) => void;
}

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
      date: todayIso(),
      registeredOn: null as string | null,
      letterAfter: null as number | null,
      letterReason: '',
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
  const { studentId, date, dueOn } = form.values;
  const child = useChild(studentId, date);
  const guardianId = guardianOf(form.values.guardianId, child?.guardians);
  const due = dueOn ?? (isDay(date) ? dueAfter(date, daysToClose) : null);
  return (
    <>
      <Form form={form} submitLabel={text.register}>
        <StudentPicker
          {...form.field('studentId')}
          label={text.student}
          placeholder={text.studentHint}
          required
          autoFocus={props.studentId === null}
          onDate={dayOrNone(date)}
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
          <DateField {...form.field('date')} label={text.date} max={todayIso()} required />
          <ChoiceField
            {...form.field('channel')}
            label={text.channel}
            choices={choicesOf(channels)}
            required
            width={200}
          />
          <DateField {...form.field('dueOn')} value={due} label={text.dueOn} />
        </Group>
        <RegistrationDay
          registeredOn={form.field('registeredOn')}
          letterAfter={form.field('letterAfter')}
          letterReason={form.field('letterReason')}
        />
        <TeacherPicker {...form.field('responsibleId')} label={text.responsible} />
        <CountingNote studentId={studentId} dated={date} />
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
