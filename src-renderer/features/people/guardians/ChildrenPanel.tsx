import type { JSX } from 'react';
import { useState } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { names, relations } from '../../../strings/people.ts';
import { children as text } from '../../../strings/people-guardians.ts';
import { showDate } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { TextLink } from '../../../ui/layout.tsx';
import { studentLink } from '../links.ts';
import { LinksPanel } from '../LinksPanel.tsx';
import { AddChildDialog } from './AddChildDialog.tsx';

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
  { key: 'relation', title: names.relation, render: ({ relation }) => relations[relation] },
];

export interface ChildrenPanelProps {
  readonly guardianId: number;
  readonly rows: readonly Child[];
}

/** Children of a parent. */
export const ChildrenPanel = ({ guardianId, rows }: ChildrenPanelProps): JSX.Element => {
  const [adding, setAdding] = useState(false);
  return (
    <LinksPanel
      words={text}
      columns={columns}
      rows={rows}
      pairOf={({ studentId }) => ({ guardianId, studentId })}
      onAdd={() => setAdding(true)}
    >
      {adding && <AddChildDialog guardianId={guardianId} onClose={() => setAdding(false)} />}
    </LinksPanel>
  );
};
