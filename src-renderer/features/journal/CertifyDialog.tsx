import { Alert, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { gapLine } from '../../../src-main/domain/journal-gap-wording.ts';
import { refusingGaps } from '../../../src-main/domain/journal-gaps.ts';
import { useOperation } from '../../api/hooks.ts';
import { certify as text, grid } from '../../strings/journal.ts';
import { DateField, Form, FormDialog, TextField, useOfficeForm } from '../../ui/form/index.ts';
import { Icon, Pending, todayIso } from '../../ui/index.ts';
import css from './journal.module.css';
import { journalName } from './periods-of-classes.ts';

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
  const missing = refusingGaps(print.gaps);
  const needsWord = missing.length > 0;
  const form = useOfficeForm({
    command: 'journal.certify',
    initial: {
      certifiedOn: todayIso(),
      certifiedBy: headOf(school),
      allowedBy: needsWord ? headOf(school) : '',
      allowedReason: '',
    },
    toInput: (values) => ({ id: print.id, ...values }),
    success: text.done,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={text.submit}>
      <Text size="sm">
        {text.about(journalName(print), print.title, grid.leaves(print.leaves))}
      </Text>
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
      {needsWord && (
        <>
          <Alert color="orange" icon={<Icon name="warning" />} title={text.gaps}>
            <ul className={css['gaps']}>
              {missing.map((gap) => (
                <li key={gapLine(gap)}>{gapLine(gap)}</li>
              ))}
            </ul>
            {text.gapsHint}
          </Alert>
          <TextField {...form.field('allowedBy')} label={text.allowedBy} required />
          <TextField {...form.field('allowedReason')} label={text.allowedReason} required />
        </>
      )}
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
