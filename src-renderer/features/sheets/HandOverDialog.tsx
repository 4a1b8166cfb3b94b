import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { hand as text } from '../../strings/sheets.ts';
import { DateField, Form, FormDialog, useOfficeForm } from '../../ui/form/index.ts';
import { todayIso } from '../../ui/index.ts';
import type { HandSelection } from './selections.ts';

export interface HandOverDialogProps {
  /** Whose sheets and how many. */
  readonly about: string;
  readonly selection: HandSelection;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const today = (): { readonly on: string | null } => ({ on: todayIso() });

/** The day the printouts were handed over; the toast takes the mark back. */
export const HandOverDialog = ({
  about,
  selection,
  onDone,
  onClose,
}: HandOverDialogProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'sheets.markHandedOver',
    initial: today(),
    toInput: ({ on }) => ({ selection, on }),
    success: ({ marked }) => text.done(marked),
    onSaved: onDone,
    onCancel: onClose,
  });
  return (
    <FormDialog title={text.title} size="sm" onClose={onClose}>
      <Form form={form} submitLabel={text.submit}>
        <Text size="sm">{about}</Text>
        <DateField {...form.field('on')} label={text.on} max={todayIso()} required autoFocus />
      </Form>
    </FormDialog>
  );
};
