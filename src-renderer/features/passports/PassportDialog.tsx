import { Button } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { useCommand, useOperation } from '../../api/hooks.ts';
import { form as text } from '../../strings/passports.ts';
import { DateField, Form, FormDialog, TextField, useOfficeForm } from '../../ui/form/index.ts';
import { Pending, confirm } from '../../ui/index.ts';
import type { RowOf } from '../../ui/lists/index.ts';
import css from '../statements/statements.module.css';

type Passport = OperationOutput<'passports.card'>;

export interface PassportDialogProps {
  readonly row: RowOf<'passports.list'>;
  readonly onClose: () => void;
}

const noPassport: Passport = { series: '', number: '', issuedOn: null, issuedBy: null };

const PassportForm = ({
  row,
  passport,
  onClose,
}: PassportDialogProps & { readonly passport: Passport }): JSX.Element => {
  const removal = useCommand('passports.remove', { success: text.removed });
  const form = useOfficeForm({
    command: 'passports.save',
    initial: {
      studentId: row.studentId,
      series: passport.series,
      number: passport.number,
      issuedOn: passport.issuedOn,
      issuedBy: passport.issuedBy,
    },
    success: text.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  const remove = async (): Promise<void> => {
    const sure = await confirm({
      title: text.removeTitle,
      message: text.removeMessage(row.studentName),
      confirm: text.remove,
      danger: true,
    });
    if (sure && (await removal.run({ studentId: row.studentId }))) onClose();
  };
  return (
    <Form
      form={form}
      actions={
        row.hasPassport && (
          <Button variant="default" onClick={() => void remove()}>
            {text.remove}
          </Button>
        )
      }
    >
      <div className={css['fields']}>
        <TextField
          {...form.field('series')}
          label={text.series}
          placeholder="0000"
          maxLength={4}
          required
          autoFocus
        />
        <TextField
          {...form.field('number')}
          label={text.number}
          placeholder="000000"
          maxLength={6}
          required
        />
        <DateField {...form.field('issuedOn')} label={text.issuedOn} />
      </div>
      <TextField {...form.field('issuedBy')} label={text.issuedBy} />
    </Form>
  );
};

const Kept = (props: PassportDialogProps): JSX.Element => {
  const query = useOperation('passports.card', { studentId: props.row.studentId });
  return (
    <Pending query={query}>{(passport) => <PassportForm {...props} passport={passport} />}</Pending>
  );
};

/** Passport data of one student, opened from the seal only while the dialog stands. */
export const PassportDialog = (props: PassportDialogProps): JSX.Element => (
  <FormDialog title={text.title(props.row.studentName)} onClose={props.onClose}>
    {props.row.hasPassport ? (
      <Kept {...props} />
    ) : (
      <PassportForm {...props} passport={noPassport} />
    )}
  </FormDialog>
);
