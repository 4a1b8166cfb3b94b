import type { JSX } from 'react';
import { useState } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { names } from '../../../strings/people.ts';
import { guardians as text } from '../../../strings/people-students.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { TextLink } from '../../../ui/layout.tsx';
import { guardianLink } from '../links.ts';
import { LinksPanel } from '../LinksPanel.tsx';
import { RelationFacts } from '../RelationFacts.tsx';
import { AddGuardianDialog } from './AddGuardianDialog.tsx';

type Guardian = OperationOutput<'people.student'>['guardians'][number];

const columns: readonly SmallColumn<Guardian>[] = [
  { key: 'relation', title: names.relation, render: (row) => <RelationFacts link={row} /> },
  {
    key: 'name',
    title: names.fullName,
    render: ({ id, fullName }) => <TextLink to={guardianLink(id)}>{fullName}</TextLink>,
  },
  { key: 'phone', title: names.phone, render: ({ phone }) => phone },
];

export interface GuardiansPanelProps {
  readonly studentId: number;
  readonly guardians: readonly Guardian[];
}

/** Parents of a student: who they are to the child and how to call them. */
export const GuardiansPanel = ({ studentId, guardians }: GuardiansPanelProps): JSX.Element => {
  const [adding, setAdding] = useState(false);
  return (
    <LinksPanel
      words={text}
      columns={columns}
      rows={guardians}
      pairOf={({ id }) => ({ guardianId: id, studentId })}
      onAdd={() => setAdding(true)}
    >
      {adding && <AddGuardianDialog studentId={studentId} onClose={() => setAdding(false)} />}
    </LinksPanel>
  );
};
