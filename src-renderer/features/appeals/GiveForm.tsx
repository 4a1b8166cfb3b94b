import { Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { give as text, portal } from '../../strings/appeals-card.ts';
import {
  DateField,
  EntityField,
  Form,
  SegmentField,
  choicesOf,
  useOfficeForm,
} from '../../ui/form/index.ts';
import { todayIso } from '../../ui/index.ts';
import { ResourceFieldset } from '../resources/ResourceFieldset.tsx';
import { resourceSource } from '../resources/sources.ts';
import type { StepFormProps } from './AppealDialog.tsx';
import { PreparedField } from './PreparedField.tsx';
import { resourceFor } from './resource-draft.ts';

/** A resource just posted by the preparer. */
const FreshForm = ({ card, onClose }: StepFormProps): JSX.Element => {
  const { appeal } = card;
  const form = useOfficeForm({
    command: 'appeals.postResource',
    initial: {
      id: appeal.id,
      givenOn: todayIso(),
      prepared: appeal.preparerId !== null,
      resource: resourceFor(appeal, appeal.preparerId),
    },
    success: text.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={text.submit}>
      <ResourceFieldset
        autoFocus
        fields={{
          title: form.field('resource.title'),
          subject: form.field('resource.subject'),
          parallel: form.field('resource.parallel'),
          topic: form.field('resource.topic'),
          authorId: form.field('resource.authorId'),
          url: form.field('resource.url'),
          postedOn: form.field('resource.postedOn'),
        }}
      />
      <PreparedField {...form.field('prepared')} />
      <DateField {...form.field('givenOn')} label={text.givenOn} required />
    </Form>
  );
};

const KnownForm = ({ card, onClose }: StepFormProps): JSX.Element => {
  const { id, subject, parallel } = card.appeal;
  const source = useMemo(() => resourceSource({ subject, parallel }), [subject, parallel]);
  const form = useOfficeForm({
    command: 'appeals.linkResource',
    initial: { id, resourceId: null as number | null, givenOn: todayIso(), prepared: false },
    success: text.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={text.submit}>
      <EntityField
        {...form.field('resourceId')}
        label={portal.resource}
        placeholder={portal.resourceHint}
        source={source}
        required
        autoFocus
      />
      <PreparedField {...form.field('prepared')} />
      <DateField {...form.field('givenOn')} label={text.givenOn} required />
    </Form>
  );
};

type Source = keyof typeof text.sources;

/** Gives a resource for the appeal: one just posted, or one of the list. */
export const GiveForm = (props: StepFormProps): JSX.Element => {
  const [from, setFrom] = useState<Source>('fresh');
  return (
    <Stack gap="sm">
      <SegmentField<Source>
        name="source"
        label={text.source}
        choices={choicesOf<Source>(text.sources)}
        value={from}
        onChange={setFrom}
      />
      {from === 'fresh' ? <FreshForm {...props} /> : <KnownForm {...props} />}
    </Stack>
  );
};
