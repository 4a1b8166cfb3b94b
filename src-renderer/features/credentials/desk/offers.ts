import type { CredentialOwner } from '../../../../src-main/contract/credentials-fields.ts';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { kinds } from '../../../strings/credentials.ts';
import { desk as text } from '../../../strings/credentials-desk.ts';
import { relations } from '../../../strings/people.ts';
import { showDate } from '../../../ui/dates.ts';

export type Family = OperationOutput<'credentials.queue'>['families'][number];
export type QueueItem = Family['credentials'][number];

/** Somebody who may stand at the desk for a child, with what he may and may not get. */
export interface Offer {
  readonly key: string;
  readonly receivedBy: CredentialOwner;
  readonly receiverId: number;
  readonly name: string;
  /** Mother, father, student. */
  readonly role: string;
  readonly given: readonly QueueItem[];
  /** Why what is given may be given: the threshold of classes. */
  readonly why: readonly string[];
  /** What is not given, with the reason. */
  readonly kept: readonly string[];
}

const roleOf = (relation: string): string =>
  (relations as Readonly<Record<string, string>>)[relation] ?? relation;

/** Whose it is for the receiver: his own or the child's. */
export const whatOf = (item: QueueItem, receivedBy: CredentialOwner): string =>
  item.owner === receivedBy ? text.own(kinds[item.kind]) : text.child(kinds[item.kind]);

const keptWords = (item: QueueItem, receivedBy: CredentialOwner): string => {
  const what = whatOf(item, receivedBy);
  if (item.state === 'issued') return text.issued(what, showDate(item.issuedOn));
  if (item.state === 'revoked') return text.revoked(what);
  return text.refused(what, item.handOver[receivedBy].reason);
};

type Receiver = Pick<Offer, 'receivedBy' | 'receiverId' | 'name' | 'role'>;

const offerOf = (family: Family, receiver: Receiver): Offer => {
  const { receivedBy, receiverId } = receiver;
  // A guardian's own data are nobody else's business.
  const items = family.credentials.filter(
    ({ owner, ownerId }) => owner === 'student' || (receivedBy === owner && ownerId === receiverId),
  );
  const given = items.filter(
    ({ state, handOver }) => state === 'new' && handOver[receivedBy].allowed,
  );
  return {
    ...receiver,
    key: `${family.studentId}-${receivedBy}-${receiverId}`,
    given,
    why: [...new Set(given.map(({ handOver }) => handOver[receivedBy].reason))],
    kept: items.filter((item) => !given.includes(item)).map((item) => keptWords(item, receivedBy)),
  };
};

/** Guardians first: they come more often; then the child. */
export const offersOf = (family: Family): readonly Offer[] =>
  family.credentials.length === 0
    ? []
    : [
        ...family.guardians.map(({ id, fullName, relation }) =>
          offerOf(family, {
            receivedBy: 'guardian',
            receiverId: id,
            name: fullName,
            role: roleOf(relation),
          }),
        ),
        offerOf(family, {
          receivedBy: 'student',
          receiverId: family.studentId,
          name: family.fullName,
          role: text.student,
        }),
      ];
