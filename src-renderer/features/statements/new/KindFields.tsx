import { Input, Text } from '@mantine/core';
import type { JSX } from 'react';
import { formatRegistrationNumber } from '../../../../src-main/domain/numbering.ts';
import { form as text } from '../../../strings/statements-form.ts';
import { CheckField, DateField, TextAreaField, TextField } from '../../../ui/form/index.ts';
import type { OfficeForm } from '../../../ui/form/index.ts';
import { showDate } from '../../../ui/index.ts';
import css from '../statements.module.css';
import type { Draft, FormValues } from './form-values.ts';
import { filledIn } from './form-values.ts';

export interface KindFieldsProps {
  readonly form: OfficeForm<FormValues>;
  readonly draft: Draft;
}

const Refusal = ({ form, draft }: KindFieldsProps): JSX.Element => {
  const { reason, offered } = filledIn(form.values, draft);
  return (
    <>
      <TextAreaField
        {...form.field('reason')}
        value={reason}
        label={text.reason}
        description={text.reasonOptional}
        rows={1}
      />
      <CheckField {...form.field('offered')} value={offered} label={text.offered} />
      <Input.Wrapper label={text.phrase} labelElement="div">
        <blockquote className={css['locked']}>{draft.obligatoryPhrase}</blockquote>
      </Input.Wrapper>
    </>
  );
};

const Impossibility = ({ form, draft }: KindFieldsProps): JSX.Element => (
  <TextAreaField
    {...form.field('reason')}
    value={filledIn(form.values, draft).reason}
    label={text.reason}
    rows={1}
    required
  />
);

const RefusalRef = ({ draft }: { readonly draft: Draft }): JSX.Element | null =>
  draft.refusal && (
    <Input.Wrapper label={text.refusalLabel} labelElement="div">
      <Text size="sm">
        {text.refusal(formatRegistrationNumber(draft.refusal), showDate(draft.refusal.date))}
      </Text>
    </Input.Wrapper>
  );

const Annulment = ({ form, draft }: KindFieldsProps): JSX.Element => {
  const { resumeOn, issueCredentials } = filledIn(form.values, draft);
  return (
    <>
      <RefusalRef draft={draft} />
      <DateField
        {...form.field('resumeOn')}
        value={resumeOn}
        label={text.resumeOn}
        width={200}
        onChange={(next) => form.set('resumeOn', next ?? '')}
      />
      <CheckField
        {...form.field('issueCredentials')}
        value={issueCredentials}
        label={text.issueCredentials}
      />
    </>
  );
};

const Consent = ({ form, draft }: KindFieldsProps): JSX.Element => (
  <>
    <RefusalRef draft={draft} />
    <CheckField
      {...form.field('passportShown')}
      label={text.passportShown}
      description={text.passportHint}
    />
  </>
);

const ofKind = {
  refusal: Refusal,
  impossibility: Impossibility,
  annulment: Annulment,
  'consent-14': Consent,
  'permission-18': () => null,
} as const;

/** What a statement of the kind says besides the family (domain.md §10). */
export const KindFields = ({ form, draft }: KindFieldsProps): JSX.Element => {
  const Own = ofKind[form.values.kind];
  const { address, phone } = filledIn(form.values, draft);
  const kept = draft.headerKept;
  return (
    <>
      <div className={css['fields']}>
        {kept.address && (
          <TextField {...form.field('address')} value={address} label={text.address} />
        )}
        {kept.phone && <TextField {...form.field('phone')} value={phone} label={text.phone} />}
      </div>
      {!(kept.address && kept.phone) && (
        <Text size="sm" c="dimmed">
          {text.headerByHand}
        </Text>
      )}
      {draft.student && draft.system.name === null && (
        <Text size="sm" c="dimmed">
          {text.system}
        </Text>
      )}
      <Own form={form} draft={draft} />
    </>
  );
};
