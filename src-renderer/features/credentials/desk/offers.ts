import type {
  CredentialOwner,
  HandOverWay,
} from '../../../../src-main/contract/credentials-fields.ts';
import type { OperationOutput } from '../../../../src-main/contract/operations.ts';
import { kinds, rightOf } from '../../../strings/credentials.ts';
import { desk as text } from '../../../strings/credentials-desk.ts';
import { showDate, showTime } from '../../../ui/dates.ts';

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
  /** What can be done so that what is not given may be. */
  readonly ways: readonly OfferWay[];
  /** Of what is not given: handed out already, to whomever. */
  readonly issued: readonly QueueItem[];
}

/** Somebody who came. */
type Receiver = Pick<Offer, 'receivedBy' | 'receiverId'>;

/** A way out, with the name of the one who states it. */
export interface OfferWay extends HandOverWay {
  readonly name: string;
}

const answerTo = ({ handOver }: QueueItem, { receivedBy, receiverId }: Receiver) =>
  handOver.find((one) => one.receivedBy === receivedBy && one.receiverId === receiverId);

/** The ways of everything that waits and is not given, each once. */
const waysOf = (
  { guardians }: Family,
  items: readonly QueueItem[],
  receiver: Receiver,
): readonly OfferWay[] => {
  const waiting = items.filter(({ state }) => state === 'new');
  const ways = waiting.flatMap((item) => answerTo(item, receiver)?.ways ?? []);
  const once = new Map(
    ways.map((way) => [`${way.kind}/${way.studentId}/${way.guardianId ?? ''}`, way]),
  );
  return [...once.values()].map((way) => ({
    ...way,
    name: guardians.find(({ id }) => id === way.guardianId)?.fullName ?? '',
  }));
};

/** Whose it is for the receiver: his own or the child's. */
export const whatOf = (item: QueueItem, receivedBy: CredentialOwner): string =>
  item.owner === receivedBy ? text.own(kinds[item.kind]) : text.child(kinds[item.kind]);

const keptWords = (item: QueueItem, receiver: Receiver): string => {
  const { receivedBy } = receiver;
  const what = whatOf(item, receivedBy);
  if (item.state === 'issued')
    return [
      text.issued(what, showDate(item.issuedOn), item.signed === true),
      ...(item.receiverName === null ? [] : [text.received(item.receiverName)]),
      ...(item.right === 'revoke' ? [rightOf(item.right, item.barrier)] : []),
      ...(item.wipeAfter === null ? [] : [text.until(showTime(item.wipeAfter))]),
    ].join('; ');
  if (item.state === 'revoked') return text.revoked(what);
  return text.refused(what, answerTo(item, receiver)?.reason ?? '');
};

const offerKey = (studentId: number, owner: CredentialOwner, id: number): string =>
  `${studentId}-${owner}-${id}`;

const offerOf = (
  family: Family,
  receiver: Pick<Offer, 'receivedBy' | 'receiverId' | 'name' | 'role'>,
): Offer => {
  const { receivedBy, receiverId } = receiver;
  // A guardian's own data are nobody else's business.
  const items = family.credentials.filter(
    ({ owner, ownerId }) => owner === 'student' || (receivedBy === owner && ownerId === receiverId),
  );
  const given = items.filter(
    (item) => item.state === 'new' && answerTo(item, receiver)?.allowed === true,
  );
  const kept = items.filter((item) => !given.includes(item));
  return {
    ...receiver,
    key: offerKey(family.studentId, receivedBy, receiverId),
    given,
    why: [...new Set(given.flatMap((item) => answerTo(item, receiver)?.reason ?? []))],
    kept: kept.map((item) => keptWords(item, receiver)),
    ways: waysOf(family, kept, receiver),
    issued: items.filter(({ state }) => state === 'issued'),
  };
};

/**
 * The row of the one who was named by what is typed, whatever may still be handed to him: nobody
 * is ever chosen in his place.
 */
export const namedOffer = (families: readonly Family[], offers: readonly Offer[]): Offer | null => {
  const keys = new Set(
    families.flatMap(({ studentId, named }) =>
      named.map(({ owner, ownerId }) => offerKey(studentId, owner, ownerId)),
    ),
  );
  return offers.find(({ key }) => keys.has(key)) ?? null;
};

/** Guardians first: they come more often; then the child. */
export const offersOf = (family: Family): readonly Offer[] =>
  family.credentials.length === 0
    ? []
    : [
        ...family.guardians.map(({ id, fullName, relationName }) =>
          offerOf(family, {
            receivedBy: 'guardian',
            receiverId: id,
            name: fullName,
            role: relationName,
          }),
        ),
        offerOf(family, {
          receivedBy: 'student',
          receiverId: family.studentId,
          name: family.fullName,
          role: text.student,
        }),
      ];
