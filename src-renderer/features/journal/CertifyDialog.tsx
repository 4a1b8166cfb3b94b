import { Text } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { useOperation } from '../../api/hooks.ts';
import { certify as text, grid } from '../../strings/journal.ts';
import { DateField, Form, FormDialog, TextField, useOfficeForm } from '../../ui/form/index.ts';
import { Pending, todayIso } from '../../ui/index.ts';

type PrintRow = OperationOutput<'journal.listPrints'>['rows'][number];
type School = OperationOutput<'settings.get'>['school'];

export interface CertifyDialogProps {
  readonly print: PrintRow;
  readonly onClose: () => void;
}

const headOf = (school: School): string =>
  school ? `${school.directorPosition} ${school.directorName}` : '';

const CertifyForm = ({
  print,
  school,
  onClose,
}: CertifyDialogProps & { readonly school: School }): JSX.Element => {
  const form = useOfficeForm({
    command: 'journal.certify',
    initial: { certifiedOn: todayIso(), certifiedBy: headOf(school) },
    toInput: (values) => ({ id: print.id, ...values }),
    success: text.done,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={text.submit}>
      <Text size="sm">{text.about(print.className, print.title, grid.leaves(print.leaves))}</Text>
      <DateField
        {...form.field('certifiedOn')}
        label={text.on}
        max={todayIso()}
        required
        autoFocus
      />
      <TextField
        {...form.field('certifiedBy')}
        label={text.by}
        description={text.byHint}
        required
      />
    </Form>
  );
};

/** The paper is laced, numbered, sealed and signed: when and by whom. */
export const CertifyDialog = ({ print, onClose }: CertifyDialogProps): JSX.Element => {
  const settings = useOperation('settings.get', {});
  return (
    <FormDialog title={text.title} size="md" onClose={onClose}>
      <Pending query={settings}>
        {({ school }) => <CertifyForm print={print} school={school} onClose={onClose} />}
      </Pending>
    </FormDialog>
  );
};
