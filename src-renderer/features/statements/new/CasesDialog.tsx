import { Text } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationInput, OperationOutput } from '../../../../src-main/contract/operations.ts';
import { useOperation } from '../../../api/hooks.ts';
import { cases as text } from '../../../strings/statements-form.ts';
import { CheckField, Form, FormDialog, TextField, useOfficeForm } from '../../../ui/form/index.ts';
import { Pending } from '../../../ui/index.ts';

export interface CasesOf {
  readonly kind: OperationInput<'statements.nameCases'>['kind'];
  /** Null for the head of the settings. */
  readonly id: number | null;
}

type Answer = OperationOutput<'statements.nameCases'>;

const CasesForm = ({
  person,
  answer,
  onClose,
}: {
  readonly person: CasesOf;
  readonly answer: Answer;
  readonly onClose: () => void;
}): JSX.Element => {
  const { kept, genitive, dative } = answer;
  const form = useOfficeForm({
    command: 'statements.saveNameCases',
    initial: { ...person, ...kept },
    success: text.saved,
    onSaved: onClose,
    onCancel: onClose,
  });
  const { notDeclined } = form.values;
  const ownText = ({ text: own, reasons }: Answer['genitive']): string =>
    [text.own(own), ...reasons].join('. ');
  return (
    <Form form={form}>
      <Text size="sm" c="dimmed">
        {text.emptyHint}
      </Text>
      <TextField
        {...form.field('genitive')}
        label={text.genitive}
        description={ownText(genitive)}
        disabled={notDeclined}
        autoFocus
      />
      <TextField
        {...form.field('dative')}
        label={text.dative}
        description={ownText(dative)}
        disabled={notDeclined}
      />
      <CheckField
        {...form.field('notDeclined')}
        label={text.notDeclined}
        description={text.notDeclinedHint}
      />
    </Form>
  );
};

/** The forms of a name kept for one person, or «not declined» (domain.md §1). */
export const CasesDialog = ({
  onClose,
  ...person
}: CasesOf & { readonly onClose: () => void }): JSX.Element => {
  const query = useOperation('statements.nameCases', person);
  return (
    <FormDialog title={text.title(query.data?.fullName ?? '')} onClose={onClose}>
      <Pending query={query}>
        {(answer) => <CasesForm person={person} answer={answer} onClose={onClose} />}
      </Pending>
    </FormDialog>
  );
};
