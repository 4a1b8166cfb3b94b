import { create } from 'zustand';

export interface ConfirmQuestion {
  readonly title: string;
  readonly message: string;
  /** Label of the button that goes on. */
  readonly confirm: string;
  /** Label of the button that stays; absent = «cancel». */
  readonly cancel?: string;
  /** Paints the button as dangerous. */
  readonly danger?: boolean;
  /** The button that stays has the focus: Enter changes nothing. */
  readonly safe?: boolean;
  /** Asks for a reason in words and refuses an empty one. */
  readonly reason?: { readonly label: string };
}

export interface AskedQuestion extends ConfirmQuestion {
  readonly answer: (result: { readonly confirmed: boolean; readonly reason: string }) => void;
}

/** The question on screen; `ConfirmDialog` of the shell shows it. */
export const useQuestion = create<{ readonly question: AskedQuestion | null }>(() => ({
  question: null,
}));

type Answer = Parameters<AskedQuestion['answer']>[0];

const ask = (question: ConfirmQuestion): Promise<Answer> =>
  new Promise((resolve) => {
    useQuestion.getState().question?.answer({ confirmed: false, reason: '' });
    const answer = (result: Answer): void => {
      useQuestion.setState({ question: null });
      resolve(result);
    };
    useQuestion.setState({ question: { ...question, answer } });
  });

/** Asks «are you sure»; false on Esc and «cancel». */
export const confirm = async (question: Omit<ConfirmQuestion, 'reason'>): Promise<boolean> =>
  (await ask(question)).confirmed;

/** Asks for a reason in words; null on Esc and «cancel». */
export const askReason = async (
  question: ConfirmQuestion & { readonly reason: { readonly label: string } },
): Promise<string | null> => {
  const { confirmed, reason } = await ask(question);
  return confirmed ? reason : null;
};
