import type { JSX } from 'react';
import { names as text } from '../../strings/people.ts';
import type { BoundField } from '../../ui/form/index.ts';
import { CheckField } from '../../ui/form/index.ts';

export interface NamesakeFieldProps {
  readonly field: BoundField<boolean>;
  readonly lastName: BoundField<string>;
}

/** The way round a refusal of a namesake; not offered before the core refused one. */
export const NamesakeField = ({ field, lastName }: NamesakeFieldProps): JSX.Element | null =>
  field.value || (lastName.error !== undefined && lastName.value.trim() !== '') ? (
    <CheckField {...field} label={text.namesake} />
  ) : null;
