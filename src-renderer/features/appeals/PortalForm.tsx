import type { JSX } from 'react';
import { useMemo } from 'react';
import { portal as text } from '../../strings/appeals-card.ts';
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
import { resourceFor } from './resource-draft.ts';

type Answer = keyof typeof text.answers;

const usual: { readonly answer: Answer } = { answer: 'missing' };

/** Result of looking on the portal: nothing, a known resource, or a new one. */
export const PortalForm = ({ card, onClose }: StepFormProps): JSX.Element => {
  const { appeal } = card;
  const { subject, parallel } = appeal;
  const source = useMemo(() => resourceSource({ subject, parallel }), [subject, parallel]);
  const form = useOfficeForm({
    command: 'appeals.recordPortalCheck',
    initial: {
      id: appeal.id,
      on: todayIso(),
      ...usual,
      resourceId: null as number | null,
      resource: resourceFor(appeal, null),
    },
    toInput: ({ id, on, answer, resourceId, resource }) => ({
      id,
      on,
      found: answer !== 'missing',
      resourceId: answer === 'known' ? resourceId : null,
      resource: answer === 'fresh' ? resource : null,
    }),
    success: ({ resourceId }) => (resourceId === null ? text.savedMissing : text.savedFound),
    onSaved: onClose,
    onCancel: onClose,
  });
  const { answer } = form.values;
  return (
    <Form form={form} submitLabel={text.submit}>
      <SegmentField
        {...form.field('answer')}
        label={text.answer}
        choices={choicesOf(text.answers)}
      />
      <DateField {...form.field('on')} label={text.on} required autoFocus />
      {answer === 'known' && (
        <EntityField
          {...form.field('resourceId')}
          label={text.resource}
          placeholder={text.resourceHint}
          source={source}
          required
        />
      )}
      {answer === 'fresh' && (
        <ResourceFieldset
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
      )}
    </Form>
  );
};
