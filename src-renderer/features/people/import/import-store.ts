import { create } from 'zustand';
import type { PickedFile } from '../../../../src-main/contract/host.ts';
import type { OperationInput, OperationOutput } from '../../../../src-main/contract/operations.ts';

export type Preview = OperationOutput<'people.previewImport'>;
export type Result = OperationOutput<'people.commitImport'>;
export type Answers = NonNullable<OperationInput<'people.commitImport'>['answers']>;

/** A file on its way from the drop to the base; only one state is set at a time. */
export interface ImportItem {
  readonly file: PickedFile;
  readonly preview: Preview | null;
  /** Why the file was refused, in Russian. */
  readonly refusal: string | null;
  /** What the plan was made with. */
  readonly choices: Pick<
    OperationInput<'people.previewImport'>,
    'onDate' | 'relations' | 'leftOut'
  >;
  readonly answers: Answers;
  readonly skipOpen: boolean;
  readonly result: Result | null;
}

interface ImportStore {
  readonly items: readonly ImportItem[];
  /** Handle of the file on screen. */
  readonly current: string | null;
  /** Stage of the reading that goes on, as the core names it. */
  readonly stage: string | null;
}

/** Outlives the screen: a card may be looked at in the middle of the questions. */
export const useImports = create<ImportStore>(() => ({ items: [], current: null, stage: null }));

const fresh = (file: PickedFile): ImportItem => ({
  file,
  preview: null,
  refusal: null,
  choices: {},
  answers: {},
  skipOpen: false,
  result: null,
});

export const addFiles = (files: readonly PickedFile[]): void =>
  useImports.setState(({ items, current }) => ({
    items: [...items, ...files.map(fresh)],
    // A finished file gives its place to the first of the new ones.
    current:
      items.find(({ file }) => file.handle === current)?.result === null
        ? current
        : (files[0]?.handle ?? current),
  }));

export const patchItem = (handle: string, part: Partial<ImportItem>): void =>
  useImports.setState(({ items }) => ({
    items: items.map((item) => (item.file.handle === handle ? { ...item, ...part } : item)),
  }));

export const showItem = (handle: string): void => useImports.setState({ current: handle });

export const removeItem = (handle: string): void =>
  useImports.setState(({ items, current }) => {
    const rest = items.filter(({ file }) => file.handle !== handle);
    return {
      items: rest,
      current: current === handle ? (rest[0]?.file.handle ?? null) : current,
    };
  });

export const clearItems = (): void => useImports.setState({ items: [], current: null });

export const setAnswers = (handle: string, change: (answers: Answers) => Answers): void =>
  useImports.setState(({ items }) => ({
    items: items.map((item) =>
      item.file.handle === handle ? { ...item, answers: change(item.answers) } : item,
    ),
  }));

/** The next file that is not in the base yet, after the current one or from the start. */
export const nextItem = ({
  items,
  current,
}: Pick<ImportStore, 'items' | 'current'>): ImportItem | null => {
  const at = items.findIndex(({ file }) => file.handle === current);
  const order = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))];
  return order.find(({ result }) => result === null) ?? null;
};

/** Words for which nobody has chosen who the parent is. */
export const openWords = ({ preview }: ImportItem): number =>
  preview?.relationWords.filter(({ chosen }) => chosen === null).length ?? 0;

/** Questions nobody answered. */
export const openQuestions = ({ preview, answers }: ImportItem): number =>
  (preview?.counts.questions ?? 0) - Object.keys(answers).length;
