import { SegmentedControl } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { guardians as text } from '../../../strings/people-students.ts';
import { FormDialog } from '../../../ui/form/index.ts';
import { mayLeave } from '../../../ui/leaving.ts';
import { GuardianForm } from '../guardians/GuardianForm.tsx';
import { newLink } from '../LinkFields.tsx';
import { LinkForm } from '../LinkForm.tsx';

interface Props {
  readonly studentId: number;
  readonly onClose: () => void;
}

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
        <LinkForm
          guardianId={null}
          studentId={studentId}
          link={newLink(null)}
          submitLabel={text.add}
          success={text.linked}
          onSaved={onClose}
          onCancel={onClose}
        />
      ) : (
        <GuardianForm guardian={null} studentId={studentId} onSaved={onClose} onCancel={onClose} />
      )}
    </FormDialog>
  );
};
