import type { JSX } from 'react';
import { names as text } from '../../strings/people.ts';
import type { BoundField } from '../../ui/form/index.ts';
import { CheckField, TextField } from '../../ui/form/index.ts';
import { FieldRow } from './parts.tsx';

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

export interface NameFieldsProps {
  readonly lastName: BoundField<string>;
  readonly firstName: BoundField<string>;
  readonly middleName: BoundField<string>;
  /** The way round a refusal of a namesake; not offered before the core refused one. */
  readonly namesake: BoundField<boolean>;
}

/** The name of a person, first in every card. */
export const NameFields = (props: NameFieldsProps): JSX.Element => {
  const { lastName, firstName, middleName, namesake } = props;
  const isRefused = lastName.error !== undefined && lastName.value.trim() !== '';
  return (
    <>
      <FieldRow>
        <TextField {...lastName} label={text.lastName} required autoFocus />
        <TextField {...firstName} label={text.firstName} required />
        <TextField {...middleName} label={text.middleName} />
      </FieldRow>
      {(namesake.value || isRefused) && <CheckField {...namesake} label={text.namesake} />}
    </>
  );
};
