import type { UseFormReturnType } from '@mantine/form';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../../src-main/contract/operations.ts';
import type { CommandOptions } from '../../api/commands.ts';
import { submitCommand } from '../../api/commands.ts';
import { OperationError } from '../../api/failure.ts';
import { messageOf } from '../../api/toasts.tsx';
import { forms as text } from '../../strings/common.ts';
import { mayLeave, setDirty } from '../leaving.ts';
import type { BoundField } from './bound-field.ts';
import type { FieldPath, PathValue } from './paths.ts';
import { schemaErrors } from './validate.ts';

export interface OfficeFormOptions<N extends OperationName, V extends object> {
  /** The operation that saves; its schema checks the fields before it is called. */
  readonly command: N;
  readonly initial: V;
  /** From values of fields to the operation's input; absent = they are the same. */
  readonly toInput?: (values: V) => OperationInput<N>;
  readonly success?: CommandOptions<N>['success'];
  readonly onSaved?: (output: OperationOutput<N>, values: V) => void;
  /** Esc and «cancel»; asked about unsaved changes before. */
  readonly onCancel?: () => void;
}

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

/** An untouched form follows the saved values: an undo elsewhere shows here as well. */
const useFreshValues = <V extends object>(form: UseFormReturnType<V>, initial: V): void => {
  const key = JSON.stringify(initial);
  const shown = useRef(key);
  useEffect(() => {
    if (key === shown.current || form.isDirty()) return;
    shown.current = key;
    form.setInitialValues(initial);
    form.setValues(initial);
    form.resetDirty(initial);
  }, [form, initial, key]);
};

/** A form over a command: validation by the contract, errors in place, guard of unsaved changes. */
export const useOfficeForm = <N extends OperationName, V extends object>(
  options: OfficeFormOptions<N, V>,
): OfficeForm<V> => {
  const { command, toInput = (values: V) => values as unknown as OperationInput<N> } = options;
  const [root, attach] = useState<HTMLFormElement | null>(null);
  const sending = useRef(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const mantine = useForm<V>({ initialValues: options.initial });
  const dirty = mantine.isDirty();
  useFreshValues(mantine, options.initial);
  const dropGuard = useDirtyGuard(dirty);

  const refuse = (errors: Readonly<Record<string, React.ReactNode>>, message: string): void => {
    mantine.setErrors(errors);
    const lost = orphans(root, errors).filter((item) => item !== message);
    setProblem([message, ...lost].join(' '));
    focusFirstError(root);
  };

  const save = async (values: V): Promise<void> => {
    const { success, onSaved } = options;
    const output = await submitCommand(command, toInput(values), success ? { success } : {});
    mantine.resetDirty(values);
    // What is saved may be left at once: `onSaved` often goes to the new card.
    dropGuard();
    onSaved?.(output, values);
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
      else await save(values);
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
      };
    },
    set: (path, value) => mantine.setFieldValue(path, value as never),
    cancel: onCancel && (() => void mayLeave().then((leave) => leave && onCancel())),
  };
};
