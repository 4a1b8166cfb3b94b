import type { JSX, ReactNode } from 'react';
import type { AppealCard } from '../../../src-main/contract/appeals.ts';
import {
  card as cardText,
  closing,
  correction,
  give,
  portal,
  preparer,
} from '../../strings/appeals-card.ts';
import { FormDialog } from '../../ui/form/index.ts';
import { WorkDialog } from '../resources/WorkDialog.tsx';
import { CloseForm } from './CloseForm.tsx';
import { CorrectForm } from './CorrectForm.tsx';
import { EditForm } from './EditForm.tsx';
import { GiveForm } from './GiveForm.tsx';
import { PortalForm } from './PortalForm.tsx';
import { PreparerForm } from './PreparerForm.tsx';

export type AppealDialogName =
  | 'portal'
  | 'preparer'
  | 'work'
  | 'give'
  | 'close'
  | 'edit'
  | 'correct';

/** What the form of a step takes. */
export interface StepFormProps {
  readonly card: AppealCard;
  readonly onClose: () => void;
}

export interface AppealDialogProps extends StepFormProps {
  readonly name: AppealDialogName;
}

type FormName = Exclude<AppealDialogName, 'work'>;

const titles: Readonly<Record<FormName, string>> = {
  portal: portal.title,
  preparer: preparer.title,
  give: give.title,
  close: closing.title,
  edit: cardText.editTitle,
  correct: correction.title,
};

const forms: Readonly<Record<FormName, (props: StepFormProps) => ReactNode>> = {
  portal: (props) => <PortalForm {...props} />,
  preparer: (props) => <PreparerForm {...props} />,
  give: (props) => <GiveForm {...props} />,
  close: (props) => <CloseForm {...props} />,
  edit: (props) => <EditForm {...props} />,
  correct: (props) => <CorrectForm {...props} />,
};

/** The form of one step of the appeal in a dialog. */
export const AppealDialog = ({ name, card, onClose }: AppealDialogProps): JSX.Element => {
  if (name === 'work') {
    const { id, preparerId } = card.appeal;
    const known = { appealId: id, teacherId: preparerId };
    return <WorkDialog entry={null} known={known} onClose={onClose} />;
  }
  return (
    <FormDialog title={titles[name]} onClose={onClose}>
      {forms[name]({ card, onClose })}
    </FormDialog>
  );
};
