import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { id, isoDate, isoTime, line, optionalLine, parallel } from './fields.ts';

/** Fields shared by the operations on credentials of the electronic diary (S2 §4, domain.md §5). */

/** `esia`: the person signs in through ЕСИА, there is no secret. */
export const credentialKind = z.enum(['password', 'invitation', 'esia']);
export const credentialOwner = z.enum(['student', 'guardian']);
/** `new`: waits to be handed over, also after a re-issue. */
export const credentialState = z.enum(['new', 'issued', 'revoked']);
/** `revealed`: somebody looked at the secret on screen. */
export const credentialEventKind = z.enum([
  'received',
  'issued',
  'reissued',
  'revoked',
  'wiped',
  'revealed',
]);

export type CredentialKind = ValueOf<typeof credentialKind>;
export type CredentialOwner = ValueOf<typeof credentialOwner>;
export type CredentialState = ValueOf<typeof credentialState>;
export type CredentialEventKind = ValueOf<typeof credentialEventKind>;

export const login = optionalLine(120);

/** A password or a code of invitation as typed; null where there is none. Never answered by a list. */
export const secret = optionalLine(200);

/** Day of a mark; today when absent. */
export const markedOn = isoDate.optional();

/** Why it is handed to nobody today, or is to be revoked: `domain/credential-access.ts`. */
export const credentialBarrier = z.enum([
  'not-representative',
  'of-age',
  'refusal',
  'disputed',
  'school-decision',
]);

/** `revoke`: a person has to revoke it; `withheld`: else it is handed to nobody today. */
export const credentialRight = z.enum(['revoke', 'withheld', 'has']);

const filters = {
  /** «8А»: the student's class, or that of any child of the guardian. */
  className: z.string(),
  parallel,
  owner: credentialOwner,
  kind: credentialKind,
  state: credentialState,
  /** Whether a secret is still kept: false for ЕСИА and where it was wiped. */
  hasSecret: z.boolean(),
  studentId: id,
  guardianId: id,
  right: credentialRight,
} as const;
export const credentialFilters = filters;

/** What to print: rows by id, or everything a list with these filters shows. */
export const credentialSelection = z.union([
  z.strictObject({ ids: z.array(id).min(1, 'Выберите хотя бы одну строку').max(20_000) }),
  z.strictObject({ filters: z.strictObject(filters).partial() }),
]);

export const credentialChild = z.strictObject({
  id,
  fullName: z.string(),
  className: z.string().nullable(),
});

export const credentialRow = z.strictObject({
  id,
  owner: credentialOwner,
  /** Id of the student or of the guardian. */
  ownerId: id,
  fullName: z.string(),
  /** The student's class, or the classes of the guardian's children: «5А, 8Б». Empty: none. */
  className: z.string(),
  /** Children the guardian's credential shows; empty for a student's. */
  children: z.array(credentialChild),
  kind: credentialKind,
  login: z.string().nullable(),
  state: credentialState,
  /** Whether a secret is kept; `credentials.reveal` shows it. */
  hasSecret: z.boolean(),
  receivedOn: z.string(),
  /** Of the last issue; null when it was never issued or was re-issued since. */
  issuedOn: z.string().nullable(),
  signed: z.boolean().nullable(),
  receivedBy: credentialOwner.nullable(),
  receiverId: id.nullable(),
  receiverName: z.string().nullable(),
  /** When the secret of a signed issue will be wiped and it can be taken back no more. */
  wipeAfter: isoTime.nullable(),
  right: credentialRight,
  /** The reason of `right`; null when it is `has`. */
  barrier: credentialBarrier.nullable(),
  /** Why nobody is handed it today, nor a card of it printed; null when somebody may be. */
  withheld: credentialBarrier.nullable(),
});
export type CredentialRow = ValueOf<typeof credentialRow>;

/** What can be done so that it may be handed over. */
export const handOverWay = z.strictObject({
  kind: z.enum(['annulment', 'consent-14', 'permission-18', 'decision']),
  studentId: id,
  /** Who states it; null: the student himself, or the school decides. */
  guardianId: id.nullable(),
});
export type HandOverWay = ValueOf<typeof handOverWay>;

/** Whether it may be handed to this person today, and why (S2 §4, §7). */
export const handOverAnswer = z.strictObject({
  receivedBy: credentialOwner,
  receiverId: id,
  allowed: z.boolean(),
  reason: z.string(),
  ways: z.array(handOverWay),
});

/** How many were left out of a print, and why. */
export const leftOut = z.array(z.strictObject({ barrier: credentialBarrier, count: z.int() }));
export type LeftOut = ValueOf<typeof leftOut>;

export const revokeReason = line(300);
