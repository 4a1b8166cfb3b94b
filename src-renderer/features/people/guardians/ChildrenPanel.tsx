import type { JSX } from 'react';
import { useState } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { names } from '../../../strings/people.ts';
import { children as text } from '../../../strings/people-guardians.ts';
import { guardians } from '../../../strings/people-students.ts';
import { FormDialog } from '../../../ui/form/index.ts';
import { showDate } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { TextLink } from '../../../ui/layout.tsx';
import { studentLink } from '../links.ts';
import { newLink } from '../LinkFields.tsx';
import { LinkForm } from '../LinkForm.tsx';
import { LinksPanel } from '../LinksPanel.tsx';
import { RelationFacts } from '../RelationFacts.tsx';

type Child = OperationOutput<'people.guardian'>['children'][number];

const columns: readonly SmallColumn<Child>[] = [
  {
    key: 'name',
    title: names.fullName,
    render: ({ studentId, fullName }) => (
      <TextLink to={studentLink(studentId)}>{fullName}</TextLink>
    ),
  },
  { key: 'class', title: names.className, render: ({ className }) => className },
  { key: 'birth', title: names.birthDate, render: ({ birthDate }) => showDate(birthDate) },
  { key: 'relation', title: names.relation, render: (row) => <RelationFacts link={row} /> },
];

export interface ChildrenPanelProps {
  readonly guardianId: number;
  readonly rows: readonly Child[];
}

/** Children of a parent. */
export const ChildrenPanel = ({ guardianId, rows }: ChildrenPanelProps): JSX.Element => {
  const [adding, setAdding] = useState(false);
  const close = (): void => setAdding(false);
  return (
    <LinksPanel
      words={text}
      columns={columns}
      rows={rows}
      pairOf={({ studentId }) => ({ guardianId, studentId })}
      onAdd={() => setAdding(true)}
    >
      {adding && (
        <FormDialog title={text.add} onClose={close}>
          <LinkForm
            guardianId={guardianId}
            studentId={null}
            link={newLink(null)}
            submitLabel={text.add}
            success={guardians.linked}
            onSaved={close}
            onCancel={close}
          />
        </FormDialog>
      )}
    </LinksPanel>
  );
};
