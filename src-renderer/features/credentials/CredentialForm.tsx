import { Group } from '@mantine/core';
import type { JSX } from 'react';
import type {
  CredentialKind,
  CredentialOwner,
  CredentialRow,
} from '../../../src-main/contract/credentials-fields.ts';
import { form as text, kinds, owners } from '../../strings/credentials.ts';
import type { OfficeForm } from '../../ui/form/index.ts';
import {
  ChoiceField,
  FieldRow,
  Form,
  PasswordField,
  SegmentField,
  TextField,
  choicesOf,
  useOfficeForm,
} from '../../ui/form/index.ts';
import { GuardianPicker, StudentPicker } from '../people/pickers.tsx';

interface Values {
  readonly owner: CredentialOwner;
  readonly ownerId: number | null;
  readonly kind: CredentialKind;
  readonly login: string | null;
  readonly secret: string | null;
}

interface Props {
  /** Absent for a new one. */
  readonly credential?: CredentialRow;
  readonly onSaved: (id: number) => void;
  readonly onCancel: () => void;
}

const initialOf = (credential: CredentialRow | undefined): Values => ({
  owner: credential?.owner ?? 'student',
  ownerId: credential?.ownerId ?? null,
  kind: credential?.kind ?? 'password',
  login: credential?.login ?? null,
  secret: null,
});

const OwnerFields = ({ form }: { readonly form: OfficeForm<Values> }): JSX.Element => (
  <>
    <Group>
      <SegmentField<CredentialOwner>
        {...form.field('owner')}
        onChange={(owner) => {
          form.set('owner', owner);
          form.set('ownerId', null);
        }}
        label={text.owner}
        choices={choicesOf(owners)}
      />
    </Group>
    {form.values.owner === 'student' ? (
      <StudentPicker {...form.field('ownerId')} label={text.student} required autoFocus />
    ) : (
      <GuardianPicker {...form.field('ownerId')} label={text.guardian} required />
    )}
  </>
);

/** Credentials typed by hand; corrected only until they are issued. */
export const CredentialForm = ({ credential, onSaved, onCancel }: Props): JSX.Element => {
  const form = useOfficeForm({
    command: 'credentials.save',
    initial: initialOf(credential),
    toInput: (values) => ({
      ...values,
      id: credential?.id ?? null,
      secret: values.kind === 'esia' ? null : values.secret,
    }),
    success: text.saved,
    onSaved: ({ id }) => onSaved(id),
    onCancel,
  });
  const { kind } = form.values;
  return (
    <Form form={form}>
      {!credential && <OwnerFields form={form} />}
      <ChoiceField
        {...form.field('kind')}
        onChange={(next) => next && form.set('kind', next)}
        label={text.kind}
        choices={choicesOf(kinds)}
        width={240}
      />
      <FieldRow>
        <TextField {...form.field('login')} label={text.login} required={kind === 'password'} />
        {kind !== 'esia' && (
          <PasswordField
            {...form.field('secret')}
            label={kind === 'invitation' ? text.invitation : text.secret}
            required={!credential}
            {...(credential && { description: text.keep })}
          />
        )}
      </FieldRow>
    </Form>
  );
};
