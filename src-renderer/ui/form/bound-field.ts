import type { ReactNode } from 'react';

/** A field of a form as `form.field(path)` gives it; `onChange` takes the value, not an event. */
export interface BoundField<T> {
  /** Path inside the form's values; server errors find the field by it. */
  readonly name: string;
  readonly value: T;
  onChange(value: T): void;
  readonly error?: ReactNode;
}

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
