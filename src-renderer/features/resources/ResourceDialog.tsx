import type { JSX } from 'react';
import type { ResourceRow } from '../../../src-main/contract/resources.ts';
import { resources as text } from '../../strings/resources.ts';
import { Form, FormDialog, useOfficeForm } from '../../ui/form/index.ts';
import { emptyResource, ResourceFieldset } from './ResourceFieldset.tsx';

export interface ResourceDialogProps {
  /** Null creates one. */
  readonly resource: ResourceRow | null;
  readonly onClose: () => void;
  readonly onSaved?: (id: number) => void;
}

const ResourceForm = ({ resource, onClose, onSaved }: ResourceDialogProps): JSX.Element => {
  const {
    appealCount: _count,
    authorName: _name,
    ...stored
  } = resource ?? {
    id: null,
    appealCount: 0,
    authorName: null,
  };
  const form = useOfficeForm({
    command: 'resources.save',
    initial: { ...emptyResource(), ...stored },
    success: text.saved,
    onSaved: ({ id }) => (onSaved ? onSaved(id) : onClose()),
    onCancel: onClose,
  });
  return (
    <Form form={form}>
      <ResourceFieldset
        autoFocus
        fields={{
          title: form.field('title'),
          subject: form.field('subject'),
          parallel: form.field('parallel'),
          topic: form.field('topic'),
          authorId: form.field('authorId'),
          url: form.field('url'),
          postedOn: form.field('postedOn'),
        }}
      />
    </Form>
  );
};

/** Form of a resource in a dialog. */
export const ResourceDialog = (props: ResourceDialogProps): JSX.Element => (
  <FormDialog title={props.resource ? text.editResource : text.newResource} onClose={props.onClose}>
    <ResourceForm {...props} />
  </FormDialog>
);
