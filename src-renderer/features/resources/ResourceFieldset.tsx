import { Group } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { portalAddressProblem } from '../../../src-main/domain/resources.ts';
import { fields as text } from '../../strings/resources.ts';
import type { BoundField } from '../../ui/form/index.ts';
import { DateField, NumberField, TextField } from '../../ui/form/index.ts';
import { todayIso } from '../../ui/index.ts';
import { TeacherPicker } from '../people/pickers.tsx';

/** Values of the fields of a resource while they are typed. */
export interface ResourceDraft {
  readonly title: string;
  readonly subject: string;
  readonly parallel: number | null;
  readonly topic: string;
  readonly authorId: number | null;
  readonly url: string;
  readonly postedOn: string | null;
}

export const emptyResource = (known: Partial<ResourceDraft> = {}): ResourceDraft => ({
  title: '',
  subject: '',
  parallel: null,
  topic: '',
  authorId: null,
  url: '',
  postedOn: todayIso(),
  ...known,
});

const UrlField = ({ field }: { readonly field: BoundField<string> }): JSX.Element => {
  const [left, setLeft] = useState(false);
  const bad = left && field.value.trim() !== '' ? portalAddressProblem(field.value) : null;
  return (
    <TextField
      {...field}
      error={bad ?? field.error}
      label={text.url}
      description={text.urlHint}
      maxLength={2000}
      required
      onBlur={() => setLeft(true)}
    />
  );
};

export type ResourceBinding = { readonly [K in keyof ResourceDraft]: BoundField<ResourceDraft[K]> };

export interface ResourceFieldsetProps {
  readonly fields: ResourceBinding;
  readonly autoFocus?: boolean;
}

/** Fields of a resource: in its own form and in the steps of an appeal. */
export const ResourceFieldset = ({
  fields,
  autoFocus = false,
}: ResourceFieldsetProps): JSX.Element => (
  <>
    <TextField
      {...fields.title}
      label={text.title}
      suggest="resourceTitle"
      maxLength={300}
      required
      autoFocus={autoFocus}
    />
    <UrlField field={fields.url} />
    <Group gap="sm" align="flex-start" wrap="nowrap">
      <TextField {...fields.subject} label={text.subject} suggest="subject" required width={260} />
      <NumberField
        {...fields.parallel}
        label={text.parallel}
        min={0}
        max={12}
        required
        width={90}
      />
      <DateField {...fields.postedOn} label={text.postedOn} required />
    </Group>
    <TextField
      {...fields.topic}
      label={text.topic}
      suggest="lessonTopic"
      maxLength={300}
      required
    />
    <TeacherPicker
      {...fields.authorId}
      label={text.author}
      description={text.authorHint}
      everyone
    />
  </>
);
