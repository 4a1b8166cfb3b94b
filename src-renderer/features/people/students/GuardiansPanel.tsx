import { Button, Group } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { useCommand } from '../../../api/hooks.ts';
import { names, relations } from '../../../strings/people.ts';
import { guardians as text } from '../../../strings/people-students.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Icon, Panel, confirm } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import { guardianLink } from '../links.ts';
import { TextLink } from '../parts.tsx';
import { AddGuardianDialog } from './AddGuardianDialog.tsx';
import { RelationDialog } from './RelationDialog.tsx';

type Guardian = OperationOutput<'people.student'>['guardians'][number];

const unlinked = { success: text.unlinked };

const useColumns = (
  studentId: number,
  edit: (row: Guardian) => void,
): readonly SmallColumn<Guardian>[] => {
  const { run } = useCommand('people.unlinkGuardian', unlinked);
  return useMemo(() => {
    const unlink = async ({ id, fullName }: Guardian): Promise<void> => {
      const sure = await confirm({
        title: text.unlinkTitle,
        message: text.unlinkQuestion(fullName),
        confirm: text.unlinkConfirm,
      });
      if (sure) await run({ guardianId: id, studentId });
    };
    return [
      { key: 'relation', title: names.relation, render: ({ relation }) => relations[relation] },
      {
        key: 'name',
        title: names.fullName,
        render: ({ id, fullName }) => <TextLink to={guardianLink(id)}>{fullName}</TextLink>,
      },
      { key: 'phone', title: names.phone, render: ({ phone }) => phone },
      {
        key: 'actions',
        title: '',
        width: 64,
        render: (row) => (
          <Group gap={2} wrap="nowrap">
            <IconButton
              icon="edit"
              label={text.changeRelation(row.fullName)}
              onClick={() => edit(row)}
            />
            <IconButton
              icon="close"
              label={text.unlink(row.fullName)}
              onClick={() => void unlink(row)}
            />
          </Group>
        ),
      },
    ];
  }, [run, studentId, edit]);
};

/** Parents of a student: who they are to the child and how to call them. */
export const GuardiansPanel = ({
  studentId,
  guardians,
}: {
  readonly studentId: number;
  readonly guardians: readonly Guardian[];
}): JSX.Element => {
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Guardian | null>(null);
  const columns = useColumns(studentId, setEditing);
  return (
    <Panel
      title={text.title}
      actions={
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => setAdding(true)}
        >
          {text.add}
        </Button>
      }
    >
      <SmallTable
        label={text.title}
        columns={columns}
        rows={guardians}
        rowKey={({ id }) => id}
        empty={text.empty}
      />
      {adding && <AddGuardianDialog studentId={studentId} onClose={() => setAdding(false)} />}
      {editing && (
        <RelationDialog
          guardianId={editing.id}
          studentId={studentId}
          relation={editing.relation}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
};
