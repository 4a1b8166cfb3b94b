import { create } from 'zustand';
import type { ShownDifference } from './form/differences.ts';

export type StaleAnswer = 'take' | 'save' | 'back';

export interface StaleQuestion {
  /** What the core said: when it was changed and by whom. */
  readonly message: string;
  readonly rows: readonly ShownDifference[];
}

export interface AskedStale extends StaleQuestion {
  readonly answer: (answer: StaleAnswer) => void;
}

/** The question on screen; `StaleDialog` of the shell shows it. */
export const useStale = create<{ readonly question: AskedStale | null }>(() => ({
  question: null,
}));

/** Shows both values side by side and asks which stay. */
export const askStale = (question: StaleQuestion): Promise<StaleAnswer> =>
  new Promise((resolve) => {
    useStale.getState().question?.answer('back');
    const answer = (result: StaleAnswer): void => {
      useStale.setState({ question: null });
      resolve(result);
    };
    useStale.setState({ question: { ...question, answer } });
  });
