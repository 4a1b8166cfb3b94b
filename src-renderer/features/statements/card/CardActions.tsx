import { ActionIcon, Button, Menu } from '@mantine/core';
import type { JSX } from 'react';
import type { StatementFormName } from '../../../../src-main/contract/statements-fields.ts';
import { formKindOf } from '../../../../src-main/domain/statement-texts.ts';
import { callOperation } from '../../../api/client.ts';
import { saveOutput } from '../../../api/files.ts';
import { useCommand, useOperation } from '../../../api/hooks.ts';
import { showError } from '../../../api/toasts.tsx';
import { showDocument } from '../../../printing/index.ts';
import { cancelling, card as text, mistake } from '../../../strings/statements-card.ts';
import { Icon, askReason, confirm, navigate } from '../../../ui/index.ts';
import { correctLink, newStatementLink } from '../links.ts';
import type { CardDialogName } from './CardDialogs.tsx';
import type { StatementCard } from './StatementScreen.tsx';

export interface CardActionsProps {
  readonly card: StatementCard;
  readonly onDialog: (name: CardDialogName) => void;
}

const saveByTemplate = async (id: number): Promise<void> => {
  try {
    await saveOutput(await callOperation('statements.printByTemplate', { id }));
  } catch (error) {
    showError(error);
  }
};

const useHasTemplate = (kind: StatementFormName): boolean => {
  const { data } = useOperation('statements.wordings', {});
  return data?.wordings.some((one) => one.kind === kind && one.template !== null) ?? false;
};

/** The paper that may follow a standing refusal (S2 §7). */
const Next = ({ card: { statement } }: { readonly card: StatementCard }): JSX.Element | null => {
  const { kind, state, studentId, guardianId } = statement;
  if (kind !== 'refusal' || state !== 'standing') return null;
  const open = (next: 'annulment' | 'consent-14'): void =>
    navigate(
      newStatementLink({ kind: next, studentId, ...(guardianId !== null && { guardianId }) }),
    );
  return (
    <>
      <Button variant="default" onClick={() => open('annulment')}>
        {text.annul}
      </Button>
      {guardianId !== null && (
        <Button variant="default" onClick={() => open('consent-14')}>
          {text.consent}
        </Button>
      )}
    </>
  );
};

const More = ({ card, onDialog }: CardActionsProps): JSX.Element | null => {
  const { statement, allowed } = card;
  const { id } = statement;
  const unsign = useCommand('statements.markSigned', { success: text.unsigned });
  const cancel = useCommand('statements.cancelWithdrawal', { success: text.withdrawalCancelled });
  const annul = useCommand('statements.annulMistake', { success: text.marked });
  const cancelWithdrawal = async (): Promise<void> => {
    if (await confirm(cancelling)) await cancel.run({ id });
  };
  const annulMistake = async (): Promise<void> => {
    const reason = await askReason({ ...mistake, danger: true, reason: { label: mistake.reason } });
    if (reason !== null) await annul.run({ id, reason });
  };
  const canUnsign = allowed.sign && statement.signedOn !== null;
  if (!canUnsign && !allowed.cancelWithdrawal && !allowed.annulMistake && !allowed.withdraw)
    return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={34} aria-label={text.more}>
          <Icon name="menu" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canUnsign && (
          <Menu.Item onClick={() => void unsign.run({ id, signedOn: null })}>
            {text.unsign}
          </Menu.Item>
        )}
        {allowed.withdraw && (
          <Menu.Item onClick={() => onDialog('withdraw')}>{text.withdrawMore}</Menu.Item>
        )}
        {allowed.cancelWithdrawal && (
          <Menu.Item onClick={() => void cancelWithdrawal()}>{text.cancelWithdrawal}</Menu.Item>
        )}
        {allowed.annulMistake && (
          <Menu.Item color="red" onClick={() => void annulMistake()}>
            {text.annulMistake}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
};

/** Buttons of the card; the core says what may be done now. */
export const CardActions = (props: CardActionsProps): JSX.Element => {
  const { card, onDialog } = props;
  const { id, kind, guardianId, signedOn } = card.statement;
  const hasTemplate = useHasTemplate(formKindOf(kind, guardianId));
  return (
    <>
      <Next card={card} />
      {hasTemplate && (
        <Button
          variant="default"
          leftSection={<Icon name="download" size={16} />}
          onClick={() => void saveByTemplate(id)}
        >
          {text.byTemplate}
        </Button>
      )}
      <Button
        variant={signedOn === null ? 'default' : 'filled'}
        leftSection={<Icon name="print" size={16} />}
        onClick={() => void showDocument('statements.print', { id })}
      >
        {text.print}
      </Button>
      {card.allowed.correct && (
        <Button
          variant="default"
          leftSection={<Icon name="edit" size={16} />}
          onClick={() => navigate(correctLink(id))}
        >
          {text.correct}
        </Button>
      )}
      {card.allowed.sign && signedOn === null && (
        <Button leftSection={<Icon name="check" size={16} />} onClick={() => onDialog('sign')}>
          {text.sign}
        </Button>
      )}
      <More {...props} />
    </>
  );
};
