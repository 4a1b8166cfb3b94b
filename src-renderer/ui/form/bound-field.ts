import type { ReactNode } from 'react';
import { useEffect } from 'react';

/** A field of a form as `form.field(path)` gives it; `onChange` takes the value, not an event. */
export interface BoundField<T> {
  /** Path inside the form's values; server errors find the field by it. */
  readonly name: string;
  readonly value: T;
  onChange(value: T): void;
  readonly error?: ReactNode;
  /** The form asks to be told how the field is called and how its values read. */
  readonly describe?: (how: Shown) => void;
}

/** A field as people read it: where two values stand side by side outside the form. */
export interface Shown {
  readonly label: string;
  readonly show?: (value: never) => string | Promise<string>;
}

/** Tells the form how the field reads. */
export const useDescribed = <T>(
  describe: BoundField<T>['describe'],
  look: Pick<FieldLook, 'label' | 'aria-label'>,
  show?: (value: T) => string | Promise<string>,
): void => {
  const label = typeof look.label === 'string' ? look.label : (look['aria-label'] ?? '');
  useEffect(() => describe?.({ label, ...(show && { show }) }));
};

/** What every field of the kit takes besides its value. */
export interface FieldLook {
  readonly label?: ReactNode;
  readonly description?: ReactNode;
  readonly placeholder?: string;
  /** Shows the star; the schema decides what is really required. */
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  /** Name for screen readers where the label stands elsewhere: a table's head. */
  readonly 'aria-label'?: string;
  /** Width in pixels; absent = all the room there is. */
  readonly width?: number;
}

/** The part of `FieldLook` Mantine's inputs understand. */
export const lookProps = ({ width, autoFocus, required, ...look }: FieldLook) => ({
  ...look,
  ...(autoFocus && { 'data-autofocus': true, autoFocus: true }),
  ...(required && { withAsterisk: true }),
  ...(width !== undefined && { w: width }),
});
