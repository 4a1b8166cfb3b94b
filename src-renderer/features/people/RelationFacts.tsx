import { Text } from '@mantine/core';
import type { JSX } from 'react';
import type { OperationOutput } from '../../../src-main/contract/operations.ts';
import { link as text } from '../../strings/people-guardians.ts';
import { StatusBadge } from '../../ui/index.ts';

type Link = Omit<
  OperationOutput<'people.student'>['guardians'][number],
  'id' | 'fullName' | 'phone'
>;

const factsOf = ({ relation, basis, livesApart, afterMajority, represents }: Link): string =>
  [
    basis,
    livesApart ? text.apart : null,
    afterMajority ? text.goesOn : null,
    represents || relation === 'not-representative' ? null : text.noMore,
  ]
    .filter((fact) => fact !== null)
    .join(', ');

/** «попечитель», by which paper, and what a person must still say. */
export const RelationFacts = ({ link }: { readonly link: Link }): JSX.Element => {
  const facts = factsOf(link);
  return (
    <>
      {link.relationName}
      {facts !== '' && (
        <Text size="xs" c="dimmed">
          {facts}
        </Text>
      )}
      {link.inDoubt && <StatusBadge tone="warning">{text.inDoubt}</StatusBadge>}
    </>
  );
};
