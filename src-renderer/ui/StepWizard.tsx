import { Button, Group, Stack } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { hideToasts } from '../api/toasts.tsx';
import { useEffect, useState } from 'react';
import { buttons, wizard as text } from '../strings/common.ts';
import { mayLeave } from './leaving.ts';
import css from './pieces.module.css';

export interface WizardStep {
  readonly title: string;
  /** `next` goes on; a form inside calls it from `onSaved`. */
  readonly content: (step: { readonly next: () => void; readonly back: () => void }) => ReactNode;
  /** False hides the wizard's own buttons: the form of the step has its own. */
  readonly buttons?: false;
  /** False keeps «next» disabled. */
  readonly ready?: boolean;
}

export interface StepWizardProps {
  readonly steps: readonly WizardStep[];
  readonly onFinish: () => void;
  readonly finishLabel?: string;
  /** Index of the step to begin with, when the ones before were done earlier. */
  readonly initial?: number;
}

/** Steps one after another; those already passed may be visited again. */
export const StepWizard = ({
  steps,
  onFinish,
  finishLabel = buttons.finish,
  initial = 0,
}: StepWizardProps): JSX.Element => {
  const [at, setAt] = useState(initial);
  useEffect(hideToasts, [at]);
  const step = steps[at];
  const isLast = at === steps.length - 1;
  const next = (): void => (isLast ? onFinish() : setAt(at + 1));
  const back = (): void => setAt(Math.max(0, at - 1));
  // The form of a step goes away with it.
  const revisit = async (index: number): Promise<void> => {
    if (await mayLeave()) setAt(index);
  };
  return (
    <Stack gap="md">
      <ol className={css['steps']} aria-label={text.step(at + 1, steps.length)}>
        {steps.map(({ title }, index) => (
          <li
            key={title}
            aria-current={index === at ? 'step' : undefined}
            className={`${css['step']} ${index === at ? css['stepNow'] : ''} ${
              index < at ? css['stepDone'] : ''
            }`}
          >
            <span className={css['stepNumber']}>{index + 1}</span>
            {index < at ? (
              <button type="button" className={css['stepLink']} onClick={() => void revisit(index)}>
                {title}
              </button>
            ) : (
              title
            )}
          </li>
        ))}
      </ol>
      {step?.content({ next, back })}
      {step?.buttons !== false && (
        <Group justify="flex-end" gap="xs">
          {at > 0 && (
            <Button variant="default" onClick={back}>
              {buttons.back}
            </Button>
          )}
          <Button onClick={next} disabled={step?.ready === false}>
            {isLast ? finishLabel : buttons.next}
          </Button>
        </Group>
      )}
    </Stack>
  );
};
