import { Alert, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useOperation } from '../../api/hooks.ts';
import { showDocument } from '../../printing/index.ts';
import { purge as text } from '../../strings/passports.ts';
import { DateField, Form, FormDialog, TextField, useOfficeForm } from '../../ui/form/index.ts';
import { Icon, Pending, todayIso } from '../../ui/index.ts';

const kept = { filters: { hasPassport: true }, limit: 1 } as const;

const start = (): { readonly on: string | null; readonly reason: string } => ({
  on: todayIso(),
  reason: text.reasonDefault,
});

const PurgeForm = ({
  students,
  onClose,
}: {
  readonly students: number;
  readonly onClose: () => void;
}): JSX.Element => {
  const form = useOfficeForm({
    command: 'passports.purge',
    initial: start(),
    success: (done) => text.done(done.students),
    onSaved({ id }) {
      onClose();
      void showDocument('passports.printProtocol', { id });
    },
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={text.submit}>
      <Alert color="red" icon={<Icon name="warning" />}>
        {text.warning(students)}
      </Alert>
      <DateField {...form.field('on')} label={text.on} required width={200} />
      <TextField {...form.field('reason')} label={text.reason} required autoFocus />
    </Form>
  );
};

/** Destroys all passport data on a day; the protocol opens at once (S2 §8). */
export const PurgeDialog = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const query = useOperation('passports.list', kept);
  return (
    <FormDialog title={text.title} onClose={onClose}>
      <Pending query={query}>
        {({ total }) =>
          total === 0 ? (
            <Text>{text.nothing}</Text>
          ) : (
            <PurgeForm students={total} onClose={onClose} />
          )
        }
      </Pending>
    </FormDialog>
  );
};
