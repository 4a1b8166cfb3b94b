import type { JSX } from 'react';
import { useState } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { names } from '../../../strings/people.ts';
import { guardians as text } from '../../../strings/people-students.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { TextLink } from '../../../ui/layout.tsx';
import { shownIf, useKeptFields } from '../kept-fields.ts';
import type { KeptFields } from '../kept-fields.ts';
import { guardianLink } from '../links.ts';
import { LinksPanel } from '../LinksPanel.tsx';
import { RelationFacts } from '../RelationFacts.tsx';
import { AddGuardianDialog } from './AddGuardianDialog.tsx';

type Guardian = OperationOutput<'people.student'>['guardians'][number];

const columnsOf = (kept: KeptFields): readonly SmallColumn<Guardian>[] => [
  { key: 'relation', title: names.relation, render: (row) => <RelationFacts link={row} /> },
  {
    key: 'name',
    title: names.fullName,
    render: ({ id, fullName }) => <TextLink to={guardianLink(id)}>{fullName}</TextLink>,
  },
  ...shownIf(kept.guardianPhone, {
    key: 'phone',
    title: names.phone,
    render: ({ phone }: Guardian) => phone,
  }),
];

export interface GuardiansPanelProps {
  readonly studentId: number;
  readonly guardians: readonly Guardian[];
}

/** Parents of a student: who they are to the child and how to call them. */
export const GuardiansPanel = ({ studentId, guardians }: GuardiansPanelProps): JSX.Element => {
  const [adding, setAdding] = useState(false);
  const kept = useKeptFields();
  return (
    <LinksPanel
      words={text}
      columns={columnsOf(kept)}
      rows={guardians}
      pairOf={({ id }) => ({ guardianId: id, studentId })}
      onAdd={() => setAdding(true)}
    >
      {adding && <AddGuardianDialog studentId={studentId} onClose={() => setAdding(false)} />}
    </LinksPanel>
  );
};
