import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { AppealCard as Card } from '../../../src-main/contract/appeals.ts';
import { runCommand } from '../../api/commands.ts';
import { useOperation } from '../../api/hooks.ts';
import { showDocument } from '../../printing/index.ts';
import { card as text } from '../../strings/appeals-card.ts';
import { appeals } from '../../strings/appeals.ts';
import {
  Icon,
  Page,
  PageHeader,
  Pending,
  StatusBadge,
  askReason,
  confirm,
  navigate,
  useHotkey,
} from '../../ui/index.ts';
import { AbsencesPanel } from './AbsencesPanel.tsx';
import { AppealDialog } from './AppealDialog.tsx';
import type { AppealDialogName } from './AppealDialog.tsx';
import { AppealFacts } from './AppealFacts.tsx';
import { CorrectionsPanel } from './CorrectionsPanel.tsx';
import { AppealSteps } from './AppealSteps.tsx';
import css from './appeals.module.css';
import { HistoryPanel } from './HistoryPanel.tsx';
import { ResourcesPanel } from './ResourcesPanel.tsx';
import { AppealStatusBadge } from './status.tsx';
import { WorkPanel } from './WorkPanel.tsx';

const numberOf = ({ appeal }: Card): string => appeals.number(appeal.printedNumber, appeal.year);

const annul = async (card: Card): Promise<void> => {
  const reason = await askReason({
    title: text.annulTitle(numberOf(card)),
    message: text.annulText,
    confirm: text.annul,
    danger: true,
    reason: { label: text.annulReasonLabel },
  });
  if (reason !== null)
    await runCommand('appeals.annul', { id: card.appeal.id, reason }, { success: text.annulled });
};

const reopen = async (card: Card): Promise<void> => {
  const sure = await confirm({
    title: text.reopenTitle(numberOf(card)),
    message: text.reopenText,
    confirm: text.reopen,
  });
  if (sure) await runCommand('appeals.reopen', { id: card.appeal.id }, { success: text.reopened });
};

interface ActionsProps {
  readonly card: Card;
  readonly onDo: (dialog: AppealDialogName) => void;
}

const Actions = ({ card, onDo }: ActionsProps): JSX.Element => {
  const { allowed, appeal } = card;
  return (
    <>
      {allowed.annul && (
        <Button variant="subtle" color="red" onClick={() => void annul(card)}>
          {text.annul}
        </Button>
      )}
      {allowed.reopen && (
        <Button
          variant="default"
          leftSection={<Icon name="undo" size={16} />}
          onClick={() => void reopen(card)}
        >
          {text.reopen}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<Icon name="print" size={16} />}
        onClick={() => void showDocument('appeals.printCard', { id: appeal.id })}
      >
        {text.print}
      </Button>
      {allowed.correct && (
        <Button variant="default" onClick={() => onDo('correct')}>
          {text.correct}
        </Button>
      )}
      {allowed.edit && (
        <Button
          variant="default"
          leftSection={<Icon name="edit" size={16} />}
          onClick={() => onDo('edit')}
        >
          {text.edit}
        </Button>
      )}
    </>
  );
};

const AppealCard = ({ card }: { readonly card: Card }): JSX.Element => {
  const [dialog, setDialog] = useState<AppealDialogName | null>(null);
  const { appeal } = card;
  return (
    <>
      <PageHeader
        title={text.title(appeal.printedNumber, appeal.year)}
        back={{ to: '/appeals', title: text.back }}
        extra={
          <>
            <AppealStatusBadge status={appeal.status} />
            {appeal.overdue && <StatusBadge tone="bad">{text.overdue}</StatusBadge>}
          </>
        }
        actions={<Actions card={card} onDo={setDialog} />}
      />
      <div className={`${css['columns']} ${css['scroll']}`}>
        <div className={`${css['column']} ${css['wide']}`}>
          <AppealFacts card={card} />
          <CorrectionsPanel corrections={card.corrections} />
          <AppealSteps card={card} onDo={setDialog} />
        </div>
        <div className={css['column']}>
          <ResourcesPanel card={card} onGive={() => setDialog('give')} />
          <WorkPanel card={card} onAdd={() => setDialog('work')} />
          <AbsencesPanel card={card} />
          <HistoryPanel card={card} />
        </div>
      </div>
      {dialog && <AppealDialog name={dialog} card={card} onClose={() => setDialog(null)} />}
    </>
  );
};

const create = (): void => navigate('/appeals/new');

/** Card of an appeal: the algorithm of S1 as steps, resources and hours beside them. */
export default function AppealScreen(): JSX.Element {
  const { id } = useParams<{ id: string }>();
  const query = useOperation('appeals.card', { id: Number(id) });
  useHotkey('F2', create);
  useHotkey('Ctrl+KeyN', create);
  return (
    <Page>
      <Pending query={query}>{(card) => <AppealCard card={card} />}</Pending>
    </Page>
  );
}
