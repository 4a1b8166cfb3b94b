import { Text } from '@mantine/core';
import type { JSX } from 'react';
import type {
  CredentialKind,
  CredentialRow,
} from '../../../src-main/contract/credentials-fields.ts';
import { form as fields, kinds, reissue as text } from '../../strings/credentials.ts';
import {
  ChoiceField,
  DateField,
  FieldRow,
  Form,
  PasswordField,
  TextField,
  choicesOf,
  useOfficeForm,
} from '../../ui/form/index.ts';
import { todayIso } from '../../ui/index.ts';

interface Values {
  readonly kind: CredentialKind;
  readonly login: string | null;
  readonly secret: string | null;
  readonly on: string | null;
  readonly reason: string | null;
}

interface Props {
  readonly credential: CredentialRow;
  readonly onClose: () => void;
}

const orNull = (text: string | null): string | null => (text?.trim() ? text : null);

/** A new secret in place of a forgotten or a known one. */
export const ReissueForm = ({ credential, onClose }: Props): JSX.Element => {
  const initial: Values = {
    kind: credential.kind,
    login: null,
    secret: null,
    on: todayIso(),
    reason: null,
  };
  const form = useOfficeForm({
    command: 'credentials.reissue',
    initial,
    toInput: ({ kind, login, secret, on, reason }) => ({
      id: credential.id,
      kind,
      login: orNull(login),
      secret: kind === 'esia' ? null : secret,
      on: on ?? undefined,
      reason: orNull(reason),
    }),
    success: text.done,
    onSaved: onClose,
    onCancel: onClose,
  });
  const { kind } = form.values;
  return (
    <Form form={form} submitLabel={text.submit}>
      <Text size="sm">{text.hint}</Text>
      <FieldRow>
        <ChoiceField
          {...form.field('kind')}
          onChange={(next) => next && form.set('kind', next)}
          label={fields.kind}
          choices={choicesOf(kinds)}
        />
        <TextField {...form.field('login')} label={text.newLogin} description={text.newLoginHint} />
      </FieldRow>
      {kind !== 'esia' && (
        <PasswordField
          {...form.field('secret')}
          label={kind === 'invitation' ? fields.invitation : fields.secret}
          required
          autoFocus
        />
      )}
      <FieldRow>
        <DateField {...form.field('on')} label={text.on} />
        <TextField {...form.field('reason')} label={text.reason} />
      </FieldRow>
    </Form>
  );
};
