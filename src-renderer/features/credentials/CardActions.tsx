import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useCallback, useState } from 'react';
import type { CredentialRow } from '../../../src-main/contract/credentials-fields.ts';
import { isCorrectable, mayFollow } from '../../../src-main/domain/credentials.ts';
import { runCommand } from '../../api/commands.ts';
import { card as text, form, reissue } from '../../strings/credentials.ts';
import { EditButton } from '../../ui/buttons.tsx';
import { FormDialog } from '../../ui/form/index.ts';
import { Icon, askReason, confirm, navigate } from '../../ui/index.ts';
import { CredentialForm } from './CredentialForm.tsx';
import { IssueActions } from './IssueActions.tsx';
import { printCards } from './print-cards.ts';
import { ReissueForm } from './ReissueForm.tsx';
import type { Revealed } from './RevealDialog.tsx';
import { RevealDialog, revealSecret } from './RevealDialog.tsx';

const revoke = async (id: number): Promise<void> => {
  const reason = await askReason({
    title: text.revokeTitle,
    message: text.revokeText,
    confirm: text.revoke,
    danger: true,
    reason: { label: text.revokeReason },
  });
  if (reason !== null)
    await runCommand('credentials.revoke', { id, reason }, { success: text.revoked });
};

const remove = async (id: number): Promise<void> => {
  const sure = await confirm({
    title: text.removeTitle,
    message: text.removeText,
    confirm: text.remove,
    danger: true,
  });
  if (sure && (await runCommand('credentials.delete', { id }, { success: text.removed })))
    navigate('/credentials');
};

interface Props {
  readonly credential: CredentialRow;
  readonly wasIssued: boolean;
}

/** What may be done with one credential in its present state. */
export const CardActions = ({ credential, wasIssued }: Props): JSX.Element => {
  const { id, state, hasSecret } = credential;
  const [dialog, setDialog] = useState<'edit' | 'reissue' | null>(null);
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const close = (): void => setDialog(null);
  const hide = useCallback(() => setRevealed(null), []);
  return (
    <>
      {hasSecret && (
        <Button
          variant="default"
          leftSection={<Icon name="eye" size={16} />}
          onClick={() => void revealSecret(credential).then(setRevealed)}
        >
          {text.reveal}
        </Button>
      )}
      {state !== 'revoked' && (
        <Button
          variant="default"
          leftSection={<Icon name="print" size={16} />}
          onClick={() => void printCards({ ids: [id] })}
        >
          {text.print}
        </Button>
      )}
      <IssueActions items={[credential]} />
      <Button variant="default" onClick={() => setDialog('reissue')}>
        {text.reissue}
      </Button>
      {mayFollow(state, 'revoked') && (
        <Button variant="default" onClick={() => void revoke(id)}>
          {text.revoke}
        </Button>
      )}
      {isCorrectable(state, wasIssued) && (
        <>
          <Button variant="default" onClick={() => void remove(id)}>
            {text.remove}
          </Button>
          <EditButton onClick={() => setDialog('edit')} />
        </>
      )}
      {dialog === 'edit' && (
        <FormDialog title={form.edit} onClose={close}>
          <CredentialForm credential={credential} onSaved={close} onCancel={close} />
        </FormDialog>
      )}
      {dialog === 'reissue' && (
        <FormDialog title={reissue.title} onClose={close}>
          <ReissueForm credential={credential} onClose={close} />
        </FormDialog>
      )}
      <RevealDialog revealed={revealed} onClose={hide} />
    </>
  );
};
