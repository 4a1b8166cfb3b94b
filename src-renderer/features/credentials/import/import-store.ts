import { create } from 'zustand';
import type { PickedFile } from '../../../../src-main/contract/host.ts';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { callOperation } from '../../../api/client.ts';
import { messageOf } from '../../../api/toasts.tsx';

export type Preview = OperationOutput<'credentials.previewImport'>;
export type Result = OperationOutput<'credentials.commitImport'>;
export type PlanRow = OperationOutput<'credentials.listPlanRows'>['rows'][number];

/** An answer, and whether the question was about the spelling alone. */
interface Answered {
  readonly value: number | 'skip';
  readonly spelling: boolean;
}

interface ImportStore {
  readonly file: PickedFile | null;
  readonly stage: string | null;
  /** Why the file was refused, in Russian. */
  readonly refusal: string | null;
  readonly preview: Preview | null;
  readonly answers: Readonly<Record<string, Answered>>;
  readonly acceptSpelling: boolean;
  readonly skipOpen: boolean;
  readonly result: Result | null;
}

const empty: ImportStore = {
  file: null,
  stage: null,
  refusal: null,
  preview: null,
  answers: {},
  acceptSpelling: false,
  skipOpen: false,
  result: null,
};

/** Outlives the screen: a card may be looked at in the middle of the questions. */
export const useImport = create<ImportStore>(() => empty);

const patch = (part: Partial<ImportStore>): void => useImport.setState(part);

let reading: AbortController | null = null;

export const stopReading = (): void => reading?.abort();

/** Reads a file until it is understood or refused. */
export const readFile = async (file: PickedFile): Promise<void> => {
  stopReading();
  const controller = new AbortController();
  reading = controller;
  useImport.setState({ ...empty, file });
  try {
    const preview = await callOperation(
      'credentials.previewImport',
      { file: file.handle },
      { signal: controller.signal, onProgress: ({ stage }) => patch({ stage }) },
    );
    if (reading === controller) patch({ preview, stage: null });
  } catch (error) {
    if (reading === controller) patch({ refusal: messageOf(error), stage: null });
  }
};

export const closeFile = (): void => {
  stopReading();
  reading = null;
  useImport.setState(empty);
};

export const setAnswer = ({ key, spellingOnly }: PlanRow, value: number | 'skip'): void =>
  useImport.setState(({ answers }) => ({
    answers: { ...answers, [key]: { value, spelling: spellingOnly } },
  }));

/** Answers what is still open; what was answered stays. */
export const skipRest = (rows: readonly PlanRow[]): void =>
  useImport.setState(({ answers }) => ({
    answers: {
      ...Object.fromEntries(
        rows.map(({ key, spellingOnly }) => [key, { value: 'skip', spelling: spellingOnly }]),
      ),
      ...answers,
    },
  }));

export const clearAnswers = (): void => patch({ answers: {} });

/** Questions nobody answered, one by one or by the accepted spelling. */
export const openQuestions = ({ preview, answers, acceptSpelling }: ImportStore): number => {
  if (!preview) return 0;
  const given = Object.values(answers);
  if (!acceptSpelling) return preview.counts.questions - given.length;
  const others = given.filter(({ spelling }) => !spelling).length;
  return preview.counts.questions - preview.spellingOnly - others;
};
