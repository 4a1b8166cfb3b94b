import { Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { openDocument } from '../../printing/index.ts';
import { journalPrint as text } from '../../strings/appeals-forms.ts';
import {
  Form,
  FormDialog,
  NumberField,
  PeriodField,
  SegmentField,
  choicesOf,
  useOfficeForm,
} from '../../ui/form/index.ts';
import { todayIso } from '../../ui/index.ts';

interface PrintProps {
  readonly years: readonly number[];
  readonly onClose: () => void;
}

const yearPeriod = (year: number) => ({
  label: text.year(year),
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});

const FilledForm = ({ years, onClose }: PrintProps): JSX.Element => {
  const shown = years.length > 0 ? years : [Number(todayIso().slice(0, 4))];
  const [latest = 2000] = shown;
  const { from, to } = yearPeriod(latest);
  const form = useOfficeForm({
    command: 'appeals.printJournal',
    initial: { from: from, to: to, sheets: null },
    onSaved: (document) => {
      onClose();
      openDocument(document);
    },
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={text.submit}>
      <Text size="sm" c="dimmed">
        {text.byRegistration}
      </Text>
      <PeriodField
        from={form.field('from')}
        to={form.field('to')}
        required
        presets={shown.slice(0, 3).map(yearPeriod)}
      />
      <NumberField
        {...form.field('sheets')}
        label={text.sheets}
        description={text.sheetsHint}
        min={1}
        width={300}
      />
    </Form>
  );
};

const BlankForm = ({ onClose }: PrintProps): JSX.Element => {
  const form = useOfficeForm({
    command: 'appeals.printBlankJournal',
    initial: { rows: 100, sheets: null },
    onSaved: (document) => {
      onClose();
      openDocument(document);
    },
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={text.submit}>
      <NumberField
        {...form.field('rows')}
        label={text.rows}
        min={1}
        max={2000}
        required
        width={300}
      />
      <NumberField
        {...form.field('sheets')}
        label={text.sheets}
        description={text.sheetsHint}
        min={1}
        width={300}
      />
    </Form>
  );
};

type Kind = keyof typeof text.kinds;

/** The journal as a book: filled for a period, or blank with so many rows. */
export const JournalPrintDialog = (props: PrintProps): JSX.Element => {
  const [kind, setKind] = useState<Kind>('filled');
  return (
    <FormDialog title={text.title} onClose={props.onClose}>
      <Stack gap="sm">
        <SegmentField<Kind>
          name="kind"
          label={text.kind}
          choices={choicesOf<Kind>(text.kinds)}
          value={kind}
          onChange={setKind}
        />
        {kind === 'filled' ? <FilledForm {...props} /> : <BlankForm {...props} />}
      </Stack>
    </FormDialog>
  );
};
