import { Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { form as screenText, guardianForm as text } from '../../strings/appeals.ts';
import {
  CheckField,
  Form,
  FormDialog,
  SegmentField,
  TextField,
  choicesOf,
  useOfficeForm,
} from '../../ui/form/index.ts';
import { useKeptFields } from '../people/kept-fields.ts';
import { LinkFields, linkInput, newLink } from '../people/LinkFields.tsx';
import { LinkForm } from '../people/LinkForm.tsx';

const usual = newLink('mother');

export interface NewGuardianProps {
  readonly student: { readonly id: number; readonly fullName: string; readonly lastName: string };
  readonly onClose: () => void;
  readonly onSaved: (guardianId: number) => void;
}

const NewGuardianForm = ({ student, onClose, onSaved }: NewGuardianProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'people.saveGuardian',
    initial: {
      id: null,
      lastName: student.lastName,
      firstName: '',
      middleName: null as string | null,
      phone: null as string | null,
      email: null as string | null,
      link: { studentId: student.id, ...usual },
      namesake: false,
    },
    toInput: ({ link, ...values }) => ({ ...values, link: linkInput(link) }),
    success: screenText.guardianSaved,
    onSaved: ({ id }) => onSaved(id),
    onCancel: onClose,
  });
  const kept = useKeptFields();
  // A refusal may be about a namesake: then the answer to it stands below.
  const mayBeNamesake = form.problem !== null || form.values.namesake;
  return (
    <Form form={form}>
      <Text size="sm" c="dimmed">
        {screenText.guardianFor(student.fullName)}
      </Text>
      <Group gap="sm" grow align="flex-start">
        <TextField {...form.field('lastName')} label={text.lastName} required />
        <TextField {...form.field('firstName')} label={text.firstName} required autoFocus />
        <TextField {...form.field('middleName')} label={text.middleName} />
      </Group>
      <Group gap="sm" grow align="flex-start">
        {kept.guardianPhone && <TextField {...form.field('phone')} label={text.phone} />}
        {kept.guardianEmail && <TextField {...form.field('email')} label={text.email} />}
      </Group>
      <LinkFields
        relation={form.field('link.relation')}
        basis={form.field('link.basis')}
        livesApart={form.field('link.livesApart')}
        afterMajority={form.field('link.afterMajority')}
        required
      />
      {mayBeNamesake && <CheckField {...form.field('namesake')} label={text.namesake} />}
    </Form>
  );
};

const KnownGuardianForm = ({ student, onClose, onSaved }: NewGuardianProps): JSX.Element => (
  <LinkForm
    guardianId={null}
    studentId={student.id}
    link={usual}
    success={screenText.guardianSaved}
    onSaved={(id) => id !== null && onSaved(id)}
    onCancel={onClose}
  >
    <Text size="sm" c="dimmed">
      {screenText.guardianFor(student.fullName)}
    </Text>
  </LinkForm>
);

type Source = keyof typeof text.sources;

/** A guardian added on the spot: a new one, or one of the base (a parent of a brother or sister). */
export const NewGuardianDialog = (props: NewGuardianProps): JSX.Element => {
  const [source, setSource] = useState<Source>('fresh');
  return (
    <FormDialog title={screenText.addGuardian} onClose={props.onClose}>
      <Stack gap="sm">
        <SegmentField<Source>
          name="source"
          label={text.source}
          choices={choicesOf<Source>(text.sources)}
          value={source}
          onChange={setSource}
        />
        {source === 'fresh' ? <NewGuardianForm {...props} /> : <KnownGuardianForm {...props} />}
      </Stack>
    </FormDialog>
  );
};
