import { create } from 'zustand';
import type { PickedFile } from '../../../../src-main/contract/host.ts';
import type { OperationInput, OperationOutput } from '../../../../src-main/contract/operations.ts';
import { callOperation } from '../../../api/client.ts';
import { OperationError } from '../../../api/failure.ts';
import { hideToasts, messageOf } from '../../../api/toasts.tsx';
import { useEntry } from '../entry-store.ts';

export type Preview = OperationOutput<'marks.previewImport'>;
export type Result = OperationOutput<'marks.commitImport'>;
export type PlanFile = Preview['files'][number];
export type PlanRow = OperationOutput<'marks.listPlanRows'>['rows'][number];
export type Mapping = NonNullable<OperationInput<'marks.previewImport'>['mappings']>[number];

/** Only a hint for dialogs: content decides. */
export const extensions = ['xlsx', 'xls', 'ods', 'csv', 'txt', 'html'] as const;

export interface Chosen {
  readonly file: PickedFile;
  /** Class of a file that does not name its own. */
  readonly className: string | null;
}

/** An answer, and whether the question had none before. */
interface Answered {
  readonly value: number | 'skip';
  readonly asked: boolean;
}

interface ImportStore {
  readonly files: readonly Chosen[];
  readonly mappings: readonly Mapping[];
  readonly schoolYear: number | null;
  /** What the core is doing, while it reads. */
  readonly progress: {
    readonly stage: string;
    readonly done: number;
    readonly total: number | null;
  } | null;
  readonly reading: boolean;
  /** Why nothing was taken: the only file, or every one of them, is refused. */
  readonly refusal: { readonly code: string; readonly message: string } | null;
  readonly preview: Preview | null;
  readonly answers: Readonly<Record<string, Answered>>;
  readonly skipOpen: boolean;
  readonly skipBroken: boolean;
  readonly result: Result | null;
}

const untouched = {
  progress: null,
  reading: false,
  refusal: null,
  preview: null,
  answers: {},
  skipOpen: false,
  skipBroken: false,
  result: null,
} as const;

const empty: ImportStore = { files: [], mappings: [], schoolYear: null, ...untouched };

/** Outlives the screen: a card may be looked at in the middle of the questions. */
export const useImport = create<ImportStore>(() => empty);

let controller: AbortController | null = null;

export const stopReading = (): void => controller?.abort();

const questionOf = ({
  files,
  mappings,
  schoolYear,
}: ImportStore): OperationInput<'marks.previewImport'> => ({
  files: files.map(({ file, className }) => ({
    file: file.handle,
    ...(className !== null && { className }),
  })),
  codeTableId: useEntry.getState().codeTableId,
  ...(schoolYear !== null && { schoolYear }),
  mappings: [...mappings],
});

/** Reads all chosen files anew; the answers belonged to the former plan. */
export const readFiles = async (): Promise<void> => {
  stopReading();
  // The toast of the import before would lie on the button of this one.
  hideToasts();
  const store = useImport.getState();
  if (store.files.length === 0) {
    useImport.setState(empty);
    return;
  }
  const own = new AbortController();
  controller = own;
  useImport.setState({ ...untouched, reading: true });
  try {
    const preview = await callOperation('marks.previewImport', questionOf(store), {
      signal: own.signal,
      onProgress: (progress) => controller === own && useImport.setState({ progress }),
    });
    if (controller === own) useImport.setState({ preview });
  } catch (error) {
    const code = error instanceof OperationError ? error.code : 'unexpected';
    if (controller === own) useImport.setState({ refusal: { code, message: messageOf(error) } });
  }
  if (controller === own) useImport.setState({ reading: false, progress: null });
};

const change = (part: Partial<ImportStore>): void => {
  useImport.setState(part);
  void readFiles();
};

/** Adds files to those of the plan; after a finished import a new plan begins. */
export const addFiles = (picked: readonly PickedFile[]): void => {
  const { files, result } = useImport.getState();
  const fresh = picked.map((file) => ({ file, className: null }));
  if (result) useImport.setState(empty);
  change({ files: result ? fresh : [...files, ...fresh] });
};

export const removeFile = (handle: string): void =>
  change({ files: useImport.getState().files.filter(({ file }) => file.handle !== handle) });

export const setClass = (handle: string, className: string): void =>
  change({
    files: useImport
      .getState()
      .files.map((item) => (item.file.handle === handle ? { ...item, className } : item)),
  });

export const setSchoolYear = (schoolYear: number): void => change({ schoolYear });

export const addMapping = (mapping: Mapping): void =>
  change({
    mappings: [
      ...useImport.getState().mappings.filter(({ headerKey }) => headerKey !== mapping.headerKey),
      mapping,
    ],
  });

export const setAnswer = ({ key, remembered }: PlanRow, value: number | 'skip'): void =>
  useImport.setState(({ answers }) => ({
    answers: { ...answers, [key]: { value, asked: remembered === null } },
  }));

export const clearImport = (): void => {
  stopReading();
  controller = null;
  useImport.setState(empty);
};

/** Questions without an answer; the remembered ones have it. */
export const openQuestions = ({
  preview,
  answers,
}: Pick<ImportStore, 'preview' | 'answers'>): number =>
  (preview?.pupils.asked ?? 0) - Object.values(answers).filter(({ asked }) => asked).length;

/** Leaves out every pupil nobody has answered for. */
export const skipRest = async (plan: string): Promise<void> => {
  const filters = { status: 'question' } as const;
  const { rows } = await callOperation('marks.listPlanRows', { plan, filters, limit: 100_000 });
  const open = rows.filter(({ remembered }) => remembered === null);
  useImport.setState(({ answers }) => ({
    answers: {
      ...Object.fromEntries(open.map(({ key }) => [key, { value: 'skip', asked: true } as const])),
      ...answers,
    },
  }));
};
