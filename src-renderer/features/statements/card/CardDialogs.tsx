import type { JSX } from 'react';
import { sign as signText, withdraw as withdrawText } from '../../../strings/statements-card.ts';
import { DateField, Form, FormDialog, TextField, useOfficeForm } from '../../../ui/form/index.ts';
import { todayIso } from '../../../ui/index.ts';
import type { StatementCard } from './StatementScreen.tsx';

export type CardDialogName = 'sign' | 'withdraw';

interface DialogProps {
  readonly card: StatementCard;
  readonly onClose: () => void;
}

/** A date field may be emptied while it is typed. */
const today = (): string | null => todayIso();

const SignForm = ({ card, onClose }: DialogProps): JSX.Element => {
  const { id } = card.statement;
  const form = useOfficeForm({
    command: 'statements.markSigned',
    initial: { id, signedOn: today() },
    success: signText.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={signText.title}>
      <DateField {...form.field('signedOn')} label={signText.on} required autoFocus width={200} />
    </Form>
  );
};

const WithdrawForm = ({ card, onClose }: DialogProps): JSX.Element => {
  const { id } = card.statement;
  const form = useOfficeForm({
    command: 'statements.withdraw',
    initial: { id, on: today(), reason: '' },
    success: withdrawText.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={withdrawText.submit}>
      <DateField {...form.field('on')} label={withdrawText.on} required width={200} />
      <TextField {...form.field('reason')} label={withdrawText.reason} required autoFocus />
    </Form>
  );
};

const dialogs = {
  sign: { title: signText.title, Form: SignForm },
  withdraw: { title: withdrawText.title, Form: WithdrawForm },
} as const;

/** A short form over the card. */
export const CardDialog = ({
  name,
  ...props
}: DialogProps & { readonly name: CardDialogName }): JSX.Element => {
  const { title, Form: Own } = dialogs[name];
  return (
    <FormDialog title={title} onClose={props.onClose} size="md">
      <Own {...props} />
    </FormDialog>
  );
};
