import { Button, Group } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { useCommand } from '../../../api/hooks.ts';
import { names, relations } from '../../../strings/people.ts';
import { card as text } from '../../../strings/people-guardians.ts';
import { guardians } from '../../../strings/people-students.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Icon, Panel, confirm, showDate } from '../../../ui/index.ts';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import { studentLink } from '../links.ts';
import { TextLink } from '../parts.tsx';
import { RelationDialog } from '../students/RelationDialog.tsx';
import { AddChildDialog } from './AddChildDialog.tsx';

type Child = OperationOutput<'people.guardian'>['children'][number];

const unlinked = { success: guardians.unlinked };

const useColumns = (
  guardianId: number,
  edit: (row: Child) => void,
): readonly SmallColumn<Child>[] => {
  const { run } = useCommand('people.unlinkGuardian', unlinked);
  return useMemo(() => {
    const unlink = async ({ studentId, fullName }: Child): Promise<void> => {
      const sure = await confirm({
        title: text.unlinkTitle,
        message: text.unlinkQuestion(fullName),
        confirm: guardians.unlinkConfirm,
      });
      if (sure) await run({ guardianId, studentId });
    };
    return [
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
  }, [run, guardianId, edit]);
};

/** Children of a parent. */
export const ChildrenPanel = ({
  guardianId,
  rows,
}: {
  readonly guardianId: number;
  readonly rows: readonly Child[];
}): JSX.Element => {
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Child | null>(null);
  const columns = useColumns(guardianId, setEditing);
  return (
    <Panel
      title={text.children}
      actions={
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => setAdding(true)}
        >
          {text.addChild}
        </Button>
      }
    >
      <SmallTable
        label={text.children}
        columns={columns}
        rows={rows}
        rowKey={({ studentId }) => studentId}
        empty={text.childrenEmpty}
      />
      {adding && <AddChildDialog guardianId={guardianId} onClose={() => setAdding(false)} />}
      {editing && (
        <RelationDialog
          guardianId={guardianId}
          studentId={editing.studentId}
          relation={editing.relation}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
};
