import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { useCommand } from '../../../api/hooks.ts';
import { confirms } from '../../../strings/people.ts';
import { history as text, leaveReasons } from '../../../strings/people-students.ts';
import { Panel, confirm, showDate } from '../../../ui/index.ts';
import { TextLink } from '../../../ui/layout.tsx';
import { rowButtons } from '../../../ui/row-buttons.tsx';
import type { SmallColumn } from '../../../ui/SmallTable.tsx';
import { SmallTable } from '../../../ui/SmallTable.tsx';
import { classLink } from '../links.ts';
import type { Enrolment } from './EnrolmentDialog.tsx';
import { EnrolmentDialog } from './EnrolmentDialog.tsx';
import type { Move } from './MoveDialogs.tsx';
import { MoveDialog } from './MoveDialogs.tsx';

const removed = { success: text.removed };

const useColumns = (edit: (row: Enrolment) => void): readonly SmallColumn<Enrolment>[] => {
  const { run } = useCommand('people.deleteEnrolment', removed);
  return useMemo(() => {
    const remove = async ({ id, className }: Enrolment): Promise<void> => {
      const sure = await confirm({
        title: text.removeTitle,
        message: text.removeQuestion(className),
        confirm: confirms.delete,
        danger: true,
      });
      if (sure) await run({ id });
    };
    return [
      { key: 'year', title: text.year, render: ({ schoolYear }) => schoolYear },
      {
        key: 'class',
        title: text.class,
        render: ({ className, classId }) => (
          <TextLink to={classLink(classId)}>{className}</TextLink>
        ),
      },
      { key: 'from', title: text.from, render: ({ startsOn }) => showDate(startsOn) },
      {
        key: 'to',
        title: text.to,
        render: ({ endsOn }) => (endsOn === null ? text.goesOn : showDate(endsOn)),
      },
      {
        key: 'reason',
        title: text.reason,
        render: ({ leaveReason }) => leaveReason && leaveReasons[leaveReason],
      },
      rowButtons({
        edit: { label: ({ className }) => text.edit(className), run: edit },
        remove: {
          label: ({ className }) => text.remove(className),
          run: (row) => void remove(row),
        },
      }),
    ];
  }, [run, edit]);
};

export interface HistoryPanelProps {
  readonly studentId: number;
  readonly enrolled: boolean;
  readonly enrolments: readonly Enrolment[];
}

/** Classes by years, with what may happen next. */
export const HistoryPanel = ({
  studentId,
  enrolled,
  enrolments,
}: HistoryPanelProps): JSX.Element => {
  const [move, setMove] = useState<Move | null>(null);
  const [editing, setEditing] = useState<Enrolment | null>(null);
  const columns = useColumns(setEditing);
  // As it is stored now, while the dialog is open.
  const edited = enrolments.find(({ id }) => id === editing?.id) ?? editing;
  const moves: readonly Move[] = enrolled ? ['transfer', 'repeat', 'leave'] : ['enrol'];
  return (
    <Panel
      title={text.title}
      actions={moves.map((item) => (
        <Button key={item} variant="default" size="compact-sm" onClick={() => setMove(item)}>
          {text[item]}
        </Button>
      ))}
    >
      <SmallTable
        label={text.title}
        columns={columns}
        rows={enrolments}
        rowKey={({ id }) => id}
        empty={text.empty}
      />
      {move && <MoveDialog move={move} studentId={studentId} onClose={() => setMove(null)} />}
      {edited && <EnrolmentDialog enrolment={edited} onClose={() => setEditing(null)} />}
    </Panel>
  );
};
