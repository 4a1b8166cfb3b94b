import type { UseFormReturnType } from '@mantine/form';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../../src-main/contract/operations.ts';
import type { CommandOptions } from '../../api/commands.ts';
import { submitForReply } from '../../api/commands.ts';
import { OperationError, isStale } from '../../api/failure.ts';
import { useReadAt } from '../../api/read-at.ts';
import { takesVersion } from '../../api/input-schema.ts';
import { messageOf } from '../../api/toasts.tsx';
import { forms as text } from '../../strings/common.ts';
import { mayLeave, setDirty } from '../leaving.ts';
import type { BoundField, Shown } from './bound-field.ts';
import type { FieldPath, PathValue } from './paths.ts';
import type { InputDraft, IsDraftOf, NoOthers } from './input-draft.ts';
import type { Basis } from './stale-form.ts';
import { readAnew, settleConflict, useDescriptions } from './stale-form.ts';
import { schemaErrors } from './validate.ts';

interface Options<N extends OperationName, V extends object> {
  /** The operation that saves; its schema checks the fields before it is called. */
  readonly command: N;
  readonly initial: V;
  readonly success?: CommandOptions<N>['success'];
  /** Version of what `initial` was read from; absent = as `Pending` around the form says. */
  readonly version?: number | null;
  /** Names of fields that are not of the kit, by path: `duties`. */
  readonly names?: Readonly<Record<string, Shown>>;
  readonly onSaved?: (output: OperationOutput<N>, values: V) => void;
  /** Esc and «cancel»; asked about unsaved changes before. */
  readonly onCancel?: () => void;
}

/** From values of fields to the operation's input; may be absent only where they are the same. */
type ToInput<N extends OperationName, V extends object, R> =
  IsDraftOf<N, V> extends true
    ? { readonly toInput?: (values: V) => R & NoOthers<N, R> }
    : { readonly toInput: (values: V) => R & NoOthers<N, R> };

export type OfficeFormOptions<
  N extends OperationName,
  V extends object,
  R extends InputDraft<N> = InputDraft<N>,
> = Options<N, V> & ToInput<N, V, R>;

export interface OfficeForm<V extends object> {
  readonly values: V;
  readonly busy: boolean;
  readonly dirty: boolean;
  /** What is wrong with the whole form, not with one field. */
  readonly problem: string | null;
  /** `<TextField {...form.field('lastName')} label={…} />` */
  field<P extends FieldPath<V>>(path: P): BoundField<PathValue<V, P>>;
  set<P extends FieldPath<V>>(path: P, value: PathValue<V, P>): void;
  /** Mantine's own form, for lists of rows (insertListItem, removeListItem). */
  readonly mantine: UseFormReturnType<V>;
  readonly submit: () => Promise<void>;
  readonly cancel: (() => void) | undefined;
  /** For `Form`: takes the element whose first wrong field is focused. */
  readonly attach: (element: HTMLFormElement | null) => void;
}

/** Errors no field shows would be lost; they are joined into one text above the fields. */
const orphans = (root: HTMLElement | null, errors: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(errors)
    .filter(([path]) => !root?.querySelector(`[name="${CSS.escape(path)}"]`))
    .map(([, message]) => String(message));

const focusFirstError = (root: HTMLElement | null): void => {
  requestAnimationFrame(() => root?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
};

/** Guards against leaving; the answer drops the guard at once, before the next render. */
const useDirtyGuard = (dirty: boolean): (() => void) => {
  const [key] = useState(() => Symbol('form'));
  useEffect(() => {
    setDirty(key, dirty);
    return () => setDirty(key, false);
  }, [key, dirty]);
  return () => setDirty(key, false);
};

interface FilledWith<V extends object> {
  readonly now: () => Basis<V>;
  /** What is sent next has seen this. */
  readonly take: (fresh: Basis<V>) => void;
}

/**
 * An untouched form follows the saved values: an undo elsewhere shows here as well. What it was
 * filled with keeps its version; a later answer that says the same is as good, one from before its
 * own save is not.
 */
const useFreshValues = <V extends object>(
  form: UseFormReturnType<V>,
  { values: initial, version }: Basis<V>,
): FilledWith<V> => {
  const key = JSON.stringify(initial);
  const basis = useRef<Basis<V>>({ values: initial, version });
  useEffect(() => {
    if (version !== null && version < (basis.current.version ?? 0)) return;
    const isSame = key === JSON.stringify(basis.current.values);
    if (!isSame && form.isDirty()) return;
    basis.current = { values: initial, version };
    if (isSame) return;
    form.setInitialValues(initial);
    form.setValues(initial);
    form.resetDirty(initial);
  }, [form, initial, key, version]);
  return {
    now: () => basis.current,
    take: (fresh) => {
      basis.current = fresh;
    },
  };
};

/** A form over a command: validation by the contract, errors in place, guard of unsaved changes. */
export const useOfficeForm = <
  N extends OperationName,
  V extends object,
  R extends InputDraft<N> = InputDraft<N>,
>(
  options: OfficeFormOptions<N, V, R>,
): OfficeForm<V> => {
  const { command } = options;
  // Without a `toInput` the values are a draft of the input: `ToInput` has seen to it.
  const toInput = (values: V): object => (options.toInput ? options.toInput(values) : values);
  const [root, attach] = useState<HTMLFormElement | null>(null);
  const sending = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const mantine = useForm<V>({ initialValues: options.initial });
  const dirty = mantine.isDirty();
  const readAt = useReadAt();
  const stored: Basis<V> = { values: options.initial, version: options.version ?? readAt };
  const latest = useRef(stored);
  useEffect(() => {
    latest.current = stored;
  });
  const basis = useFreshValues(mantine, stored);
  const { known, describe } = useDescriptions(options.names);
  const dropGuard = useDirtyGuard(dirty);

  const refuse = (errors: Readonly<Record<string, React.ReactNode>>, message: string): void => {
    mantine.setErrors(errors);
    const lost = orphans(root, errors).filter((item) => item !== message);
    setProblem([message, ...lost].join(' '));
    focusFirstError(root);
  };

  const save = async (values: V): Promise<void> => {
    const { success, onSaved } = options;
    const { version: read } = basis.now();
    const input = (await takesVersion(command))
      ? { ...toInput(values), version: read }
      : toInput(values);
    const { data, version } = await submitForReply(
      command,
      input as OperationInput<N>,
      success ? { success } : {},
    );
    // The next save may come before the screen has read this one.
    if (read !== null) basis.take({ values, version });
    mantine.resetDirty(values);
    // What is saved may be left at once: `onSaved` often goes to the new card.
    dropGuard();
    onSaved?.(data, values);
  };

  const settle = async (error: OperationError): Promise<void> => {
    const fresh = await readAnew(basis.now(), () => latest.current);
    if (!fresh) throw error;
    const conflict = { error, form: mantine, basis: basis.now(), stored: fresh, known: known() };
    const { send, field } = await settleConflict(conflict);
    if (field !== null) {
      const name = CSS.escape(field);
      requestAnimationFrame(() => root?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus());
      return;
    }
    basis.take(fresh);
    if (send) await trySaving(mantine.getValues());
  };

  const trySaving = async (values: V): Promise<void> => {
    try {
      await save(values);
    } catch (error) {
      if (!isStale(error)) throw error;
      await settle(error);
    }
  };

  const submit = async (): Promise<void> => {
    // A second Enter may come before React has drawn the first one.
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const values = mantine.getValues();
      const errors = await schemaErrors(command, toInput(values));
      if (Object.keys(errors).length > 0) refuse(errors, text.checkFields);
      else await trySaving(values);
    } catch (error) {
      const fields = error instanceof OperationError ? error.fields : [];
      refuse(
        Object.fromEntries(fields.map(({ path, message }) => [path, message])),
        messageOf(error),
      );
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  const { onCancel } = options;
  return {
    values: mantine.values,
    busy,
    dirty,
    problem,
    mantine,
    attach,
    submit,
    field(path) {
      const { value, error } = mantine.getInputProps(path);
      return {
        name: path,
        value,
        error,
        onChange: (next) => mantine.setFieldValue(path, next as never),
        describe: describe(path),
      };
    },
    set: (path, value) => mantine.setFieldValue(path, value as never),
    cancel: onCancel && (() => void mayLeave().then((leave) => leave && onCancel())),
  };
};
