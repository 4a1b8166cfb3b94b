import type { JSX } from 'react';
import type { Relation } from '../../../src-main/contract/people-fields.ts';
import { link as text } from '../../strings/people-guardians.ts';
import { names, relations } from '../../strings/people.ts';
import type { BoundField } from '../../ui/form/index.ts';
import { CheckField, ChoiceField, TextField, choicesOf } from '../../ui/form/index.ts';

/** What a link tells of the right to act for the child. */
export interface LinkValues {
  readonly relation: Relation | null;
  readonly basis: string | null;
  readonly livesApart: boolean;
  readonly afterMajority: boolean;
}

export const newLink = (relation: Relation | null): LinkValues => ({
  relation,
  basis: null,
  livesApart: false,
  afterMajority: false,
});

/** Fields that the chosen relation does not have are not sent. */
export const linkInput = <V extends LinkValues>(values: V): V => {
  const acts = values.relation !== 'not-representative';
  return {
    ...values,
    basis: acts ? values.basis : null,
    livesApart: acts && values.livesApart,
    afterMajority: values.relation === 'guardian' && values.afterMajority,
  };
};

export interface LinkFieldsProps {
  readonly relation: BoundField<Relation | null>;
  readonly basis: BoundField<string | null>;
  readonly livesApart: BoundField<boolean>;
  readonly afterMajority: BoundField<boolean>;
  readonly required?: boolean;
  readonly clearable?: boolean;
  readonly autoFocus?: boolean;
}

/** Who somebody is to the child, by which paper, and what follows from it. */
export const LinkFields = (props: LinkFieldsProps): JSX.Element => {
  const { relation, basis, livesApart, afterMajority, ...look } = props;
  const chosen = relation.value;
  return (
    <>
      <ChoiceField
        {...relation}
        {...look}
        label={names.relation}
        choices={choicesOf(relations)}
        {...(chosen === 'not-representative' && { description: text.notRepresentative })}
      />
      {chosen !== null && chosen !== 'not-representative' && (
        <>
          <TextField {...basis} label={text.basis} description={text.basisHint} maxLength={200} />
          <CheckField {...livesApart} label={text.livesApart} />
        </>
      )}
      {chosen === 'guardian' && <CheckField {...afterMajority} label={text.afterMajority} />}
    </>
  );
};
