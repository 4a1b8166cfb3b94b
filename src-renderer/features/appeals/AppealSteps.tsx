import { Button, Text } from '@mantine/core';
import type { JSX } from 'react';
import type { AppealCard } from '../../../src-main/contract/appeals.ts';
import { useOperation } from '../../api/hooks.ts';
import {
  card as cardText,
  closing,
  give,
  portal,
  preparer,
  steps as text,
  workPanel,
} from '../../strings/appeals-card.ts';
import { Icon, Panel } from '../../ui/index.ts';
import type { AppealDialogName } from './AppealDialog.tsx';
import css from './appeals.module.css';
import type { Step, StepName } from './steps.ts';
import { stepsOf } from './steps.ts';

interface StepAction {
  readonly dialog: AppealDialogName;
  readonly label: string;
  readonly allowed: boolean;
}

const actionOf = (name: StepName, { allowed, appeal }: AppealCard): StepAction | null => {
  switch (name) {
    case 'registered':
      return null;
    case 'portal':
      return {
        dialog: 'portal',
        label: appeal.portalCheckedOn === null ? portal.button : portal.again,
        allowed: allowed.recordPortalCheck && appeal.resourceCount === 0,
      };
    case 'preparer':
      return {
        dialog: 'preparer',
        label: appeal.preparerId === null ? preparer.button : preparer.change,
        allowed: allowed.assignPreparer,
      };
    case 'work':
      return { dialog: 'work', label: workPanel.add, allowed: allowed.addWork };
    case 'resource':
      return { dialog: 'give', label: give.button, allowed: allowed.linkResource };
    case 'closed':
      return { dialog: 'close', label: closing.button, allowed: allowed.close };
    default:
      return name satisfies never;
  }
};

const Mark = ({ step, at }: { readonly step: Step; readonly at: number }): JSX.Element => (
  <span className={css['mark']}>
    {step.state === 'done' ? <Icon name="check" size={14} /> : <span aria-hidden>{at + 1}</span>}
    <span className={css['hidden']}>{text.state[step.state]}</span>
  </span>
);

interface StepItemProps {
  readonly step: Step;
  readonly at: number;
  readonly action: StepAction | null;
  readonly onDo: (dialog: AppealDialogName) => void;
}

const StepItem = ({ step, at, action, onDo }: StepItemProps): JSX.Element => (
  <li
    className={`${css['step']} ${css[step.state]}`}
    aria-current={step.state === 'now' ? 'step' : undefined}
  >
    <Mark step={step} at={at} />
    <div className={css['stepBody']}>
      <div className={css['stepTitle']}>{step.title}</div>
      <Text size="sm" c="dimmed">
        {step.state === 'skipped' && step.note === '' ? text.state.skipped : step.note}
      </Text>
    </div>
    {action?.allowed && (
      <Button
        variant={step.state === 'now' ? 'filled' : 'default'}
        size="compact-sm"
        onClick={() => onDo(action.dialog)}
      >
        {action.label}
      </Button>
    )}
  </li>
);

export interface AppealStepsProps {
  readonly card: AppealCard;
  readonly onDo: (dialog: AppealDialogName) => void;
}

/** The algorithm of S1: what is done, what to do now, what comes next. */
export const AppealSteps = ({ card, onDo }: AppealStepsProps): JSX.Element => {
  const portalName = useOperation('settings.get', {}).data?.appealRules.portalName ?? '';
  return (
    <Panel title={cardText.path}>
      <ol className={css['steps']}>
        {stepsOf(card, portalName).map((step, at) => (
          <StepItem
            key={step.name}
            step={step}
            at={at}
            action={actionOf(step.name, card)}
            onDo={onDo}
          />
        ))}
      </ol>
    </Panel>
  );
};
