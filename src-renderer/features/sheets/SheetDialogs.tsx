import type { JSX } from 'react';
import type { SheetSelection } from '../../../src-main/contract/sheets-fields.ts';
import { CopyDialog } from './CopyDialog.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { RequestDialog } from './RequestDialog.tsx';
import { RunDialog } from './run/RunDialog.tsx';
import type { HandSelection } from './selections.ts';

/** Which dialog of the printouts is open, and about what. */
export type SheetDialogName =
  | { readonly kind: 'run'; readonly title: string; readonly selection: SheetSelection }
  | { readonly kind: 'copies'; readonly ids: readonly number[] }
  | { readonly kind: 'hand'; readonly about: string; readonly selection: HandSelection }
  | {
      readonly kind: 'request';
      readonly student: { readonly id: number; readonly name: string } | null;
      readonly week: string | null;
    };

export interface SheetDialogsProps {
  readonly dialog: SheetDialogName | null;
  readonly open: (dialog: SheetDialogName) => void;
  /** The command is done: what was ticked is past. */
  readonly onDone?: () => void;
  readonly onClose: () => void;
}

/** The dialog asked for. */
export const SheetDialogs = ({
  dialog,
  open,
  onDone,
  onClose,
}: SheetDialogsProps): JSX.Element | null => {
  if (dialog === null) return null;
  const done = (): void => {
    onDone?.();
    onClose();
  };
  if (dialog.kind === 'run')
    return (
      <RunDialog
        title={dialog.title}
        selection={dialog.selection}
        onDone={done}
        onClose={onClose}
      />
    );
  if (dialog.kind === 'copies')
    return <CopyDialog ids={dialog.ids} onDone={done} onClose={onClose} />;
  if (dialog.kind === 'hand')
    return (
      <HandOverDialog
        about={dialog.about}
        selection={dialog.selection}
        onDone={done}
        onClose={onClose}
      />
    );
  return (
    <RequestDialog student={dialog.student} week={dialog.week} onNext={open} onClose={onClose} />
  );
};
