import { Group } from '@mantine/core';
import type { JSX } from 'react';
import type { AppealRow } from '../../../src-main/contract/appeals.ts';
import { useOperation } from '../../api/hooks.ts';
import { card as text } from '../../strings/appeals-card.ts';
import { channels, form as words } from '../../strings/appeals.ts';
import {
  CheckField,
  ChoiceField,
  DateField,
  Form,
  TextField,
  choicesOf,
  useOfficeForm,
} from '../../ui/form/index.ts';
import { TeacherPicker } from '../people/pickers.tsx';
import type { StepFormProps } from './AppealDialog.tsx';
import type { Guardian } from './GuardianChoice.tsx';
import { GuardianChoice } from './GuardianChoice.tsx';

/** Guardians of the child; the one of the journal stays even when the link was taken away. */
export const choicesFor = (
  { guardianId, guardianName }: AppealRow,
  linked: readonly Guardian[] | undefined,
): readonly Guardian[] | undefined => {
  if (!linked || linked.some(({ id }) => id === guardianId)) return linked;
  const unlinked = {
    relation: 'not-representative',
    relationName: text.unlinked,
    basis: null,
    livesApart: false,
    afterMajority: false,
    represents: false,
    inDoubt: false,
    phone: null,
  } as const;
  return [...linked, { id: guardianId, fullName: guardianName, ...unlinked }];
};

/** Changes an open appeal; child and day are corrected by a form of their own. */
export const EditForm = ({ card, onClose }: StepFormProps): JSX.Element => {
  const { appeal } = card;
  const child = useOperation('people.student', {
    id: appeal.studentId,
    onDate: appeal.date,
  }).data;
  const form = useOfficeForm({
    command: 'appeals.update',
    initial: {
      id: appeal.id,
      guardianId: appeal.guardianId,
      subject: appeal.subject,
      lessonTopic: appeal.lessonTopic,
      channel: appeal.channel,
      responsibleId: appeal.responsibleId,
      dueOn: appeal.dueOn,
      refresh: false,
    },
    success: text.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form}>
      <TextField
        {...form.field('subject')}
        label={words.subject}
        suggest="subject"
        required
        autoFocus
      />
      <TextField
        {...form.field('lessonTopic')}
        label={words.lessonTopic}
        suggest="lessonTopic"
        maxLength={300}
        required
      />
      <GuardianChoice
        field={form.field('guardianId')}
        guardians={choicesFor(appeal, child?.guardians)}
      />
      <Group gap="sm" align="flex-start">
        <ChoiceField
          {...form.field('channel')}
          label={words.channel}
          choices={choicesOf(channels)}
          required
          width={220}
        />
        <DateField {...form.field('dueOn')} label={words.dueOn} required />
      </Group>
      <TeacherPicker {...form.field('responsibleId')} label={words.responsible} everyone />
      <CheckField {...form.field('refresh')} label={text.refresh} />
    </Form>
  );
};
