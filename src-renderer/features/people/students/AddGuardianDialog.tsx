import { SegmentedControl } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { names, pickers, relations } from '../../../strings/people.ts';
import { guardians as text } from '../../../strings/people-students.ts';
import { ChoiceField, Form, FormDialog, choicesOf, useOfficeForm } from '../../../ui/form/index.ts';
import { FieldGrid } from '../../../ui/layout.tsx';
import { mayLeave } from '../../../ui/leaving.ts';
import { GuardianForm } from '../guardians/GuardianForm.tsx';
import { GuardianPicker } from '../pickers.tsx';

type Relation = keyof typeof relations;

interface Props {
  readonly studentId: number;
  readonly onClose: () => void;
}

const LinkForm = ({ studentId, onClose }: Props): JSX.Element => {
  const form = useOfficeForm({
    command: 'people.linkGuardian',
    initial: { guardianId: null as number | null, relation: null as Relation | null },
    toInput: ({ guardianId, relation }) => ({
      studentId,
      guardianId: guardianId as number,
      relation: relation as Relation,
    }),
    success: text.linked,
    onSaved: onClose,
    onCancel: onClose,
  });
  return (
    <Form form={form} submitLabel={text.add}>
      <GuardianPicker {...form.field('guardianId')} label={pickers.guardian} required autoFocus />
      <FieldGrid>
        <ChoiceField
          {...form.field('relation')}
          label={names.relation}
          choices={choicesOf(relations)}
          required
        />
      </FieldGrid>
    </Form>
  );
};

/** Adds a parent who is in the base already (a brother's, a sister's) or a new one. */
export const AddGuardianDialog = ({ studentId, onClose }: Props): JSX.Element => {
  const [how, setHow] = useState<'existing' | 'create'>('existing');
  const change = async (next: string): Promise<void> => {
    if (await mayLeave()) setHow(next as 'existing' | 'create');
  };
  return (
    <FormDialog title={text.addTitle} onClose={onClose}>
      <SegmentedControl
        mb="sm"
        aria-label={text.how}
        value={how}
        onChange={(next) => void change(next)}
        data={[
          { value: 'existing', label: text.existing },
          { value: 'create', label: text.create },
        ]}
      />
      {how === 'existing' ? (
        <LinkForm studentId={studentId} onClose={onClose} />
      ) : (
        <GuardianForm guardian={null} studentId={studentId} onSaved={onClose} onCancel={onClose} />
      )}
    </FormDialog>
  );
};
