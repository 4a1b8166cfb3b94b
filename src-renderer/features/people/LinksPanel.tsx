import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { guardians as text } from '../../strings/people-students.ts';
import { AddButton } from '../../ui/buttons.tsx';
import { FormDialog } from '../../ui/form/index.ts';
import { Panel, confirm } from '../../ui/index.ts';
import { rowButtons } from '../../ui/row-buttons.tsx';
import type { SmallColumn } from '../../ui/SmallTable.tsx';
import { SmallTable } from '../../ui/SmallTable.tsx';
import type { LinkValues } from './LinkFields.tsx';
import { LinkForm } from './LinkForm.tsx';

interface Linked extends LinkValues {
  readonly fullName: string;
}

interface Pair {
  readonly guardianId: number;
  readonly studentId: number;
}

export interface LinksPanelProps<R extends Linked> {
  readonly words: {
    readonly title: string;
    readonly add: string;
    readonly empty: string;
    readonly unlinkTitle: string;
    readonly unlinkQuestion: (name: string) => string;
  };
  /** Without the buttons, which are the same on both sides. */
  readonly columns: readonly SmallColumn<R>[];
  readonly rows: readonly R[];
  readonly pairOf: (row: R) => Pair;
  readonly onAdd: () => void;
  /** The dialog that adds, while it is open. */
  readonly children: ReactNode;
}

const linkOf = ({ relation, basis, livesApart, afterMajority }: Linked): LinkValues => ({
  relation,
  basis,
  livesApart,
  afterMajority,
});

const unlinked = { success: text.unlinked };

/** Parents of a child or children of a parent: who they are to one another. */
export const LinksPanel = <R extends Linked>(props: LinksPanelProps<R>): JSX.Element => {
  const { words, columns, rows, pairOf, onAdd, children } = props;
  const [editing, setEditing] = useState<R | null>(null);
  const close = (): void => setEditing(null);
  const keyOf = (row: R): string => Object.values(pairOf(row)).join('/');
  // As it is stored now, while the dialog is open.
  const edited = editing && (rows.find((row) => keyOf(row) === keyOf(editing)) ?? editing);
  const { run } = useCommand('people.unlinkGuardian', unlinked);
  const unlink = async (row: R): Promise<void> => {
    const sure = await confirm({
      title: words.unlinkTitle,
      message: words.unlinkQuestion(row.fullName),
      confirm: text.unlinkConfirm,
    });
    if (sure) await run(pairOf(row));
  };
  const buttons = rowButtons<R>({
    edit: { label: ({ fullName }) => text.changeRelation(fullName), run: setEditing },
    remove: {
      label: ({ fullName }) => text.unlink(fullName),
      run: (row) => void unlink(row),
      unlink: true,
    },
  });
  return (
    <Panel title={words.title} actions={<AddButton label={words.add} onClick={onAdd} />}>
      <SmallTable
        label={words.title}
        columns={[...columns, buttons]}
        rows={rows}
        rowKey={keyOf}
        empty={words.empty}
      />
      {children}
      {edited && (
        <FormDialog title={text.relationTitle} onClose={close} size="sm">
          <LinkForm
            {...pairOf(edited)}
            link={linkOf(edited)}
            success={text.relationSaved}
            onSaved={close}
            onCancel={close}
          />
        </FormDialog>
      )}
    </Panel>
  );
};
