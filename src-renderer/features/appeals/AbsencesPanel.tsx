import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { AbsenceRow } from '../../../src-main/contract/absences.ts';
import type { AppealCard } from '../../../src-main/contract/appeals.ts';
import { absencesPanel as text } from '../../strings/appeals-card.ts';
import { AddButton } from '../../ui/buttons.tsx';
import { Panel, showPeriod } from '../../ui/index.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import { AbsenceDialog } from '../absences/AbsenceForm.tsx';
import { absenceColumns } from './absence-columns.tsx';

const columnsOf = (open: (absence: AbsenceRow) => void): readonly SmallColumn<AbsenceRow>[] => [
  ...absenceColumns,
  {
    key: 'edit',
    title: '',
    render: (row) => (
      <IconButton
        icon="edit"
        label={text.editFor(showPeriod(row.from, row.to))}
        onClick={() => open(row)}
      />
    ),
  },
];

/** Absences of the child of the appeal. */
export const AbsencesPanel = ({ card }: { readonly card: AppealCard }): JSX.Element => {
  const [opened, setOpened] = useState<AbsenceRow | 'new' | null>(null);
  const columns = useMemo(() => columnsOf(setOpened), []);
  return (
    <Panel
      title={text.title}
      actions={<AddButton label={text.add} onClick={() => setOpened('new')} variant="light" />}
    >
      <SmallTable
        label={text.title}
        columns={columns}
        rows={card.absences}
        rowKey={(row) => row.id}
        empty={text.none}
      />
      {opened && (
        <AbsenceDialog
          absence={opened === 'new' ? null : opened}
          studentId={card.appeal.studentId}
          onClose={() => setOpened(null)}
        />
      )}
    </Panel>
  );
};
