import type { JSX } from 'react';
import { names as text } from '../../strings/people.ts';
import type { BoundField } from '../../ui/form/index.ts';
import { CheckField, TextField } from '../../ui/form/index.ts';
import { FieldGrid } from '../../ui/layout.tsx';

interface Named {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
}

/** Values of the name's fields; empty for a new card. */
export const nameValues = (person: Named | undefined) => ({
  lastName: person?.lastName ?? '',
  firstName: person?.firstName ?? '',
  middleName: person?.middleName ?? '',
  namesake: false,
});

interface NameForm {
  field(path: 'lastName' | 'firstName' | 'middleName'): BoundField<string>;
  field(path: 'namesake'): BoundField<boolean>;
}

/**
 * The name of a person, first in every card. The way round a refusal of a namesake is not offered
 * before the core refused one.
 */
export const NameFields = ({ form }: { readonly form: NameForm }): JSX.Element => {
  const lastName = form.field('lastName');
  const namesake = form.field('namesake');
  const isRefused = lastName.error !== undefined && lastName.value.trim() !== '';
  return (
    <>
      <FieldGrid>
        <TextField {...lastName} label={text.lastName} required autoFocus />
        <TextField {...form.field('firstName')} label={text.firstName} required />
        <TextField {...form.field('middleName')} label={text.middleName} />
      </FieldGrid>
      {(namesake.value || isRefused) && <CheckField {...namesake} label={text.namesake} />}
    </>
  );
};
