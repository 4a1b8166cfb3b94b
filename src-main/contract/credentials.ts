import { z } from 'zod';
import {
  credentialBarrier,
  credentialEventKind,
  credentialFilters,
  credentialKind,
  credentialOwner,
  credentialRight,
  credentialRow,
  credentialSelection,
  credentialState,
  handOverAnswer,
  leftOut,
  login,
  markedOn,
  revokeReason,
  secret,
} from './credentials-fields.ts';
import { credentialsImportOperations } from './credentials-import.ts';
import { byId, byIdRead, id, isoTime, nothing, parallel, read } from './fields.ts';
import { listInput, listOutput } from './lists.ts';
import { documentOutput } from './printing.ts';
import { command, query } from './operation.ts';

/** Credentials of the electronic diary (S2 §4, domain.md §5). Secrets are sealed in the vault. */

const saveInput = z.strictObject({
  /** Null creates. */
  id: id.nullable(),
  owner: credentialOwner,
  ownerId: id,
  /** Children the guardian's credential shows; absent = all of them. Ignored for a student's. */
  studentIds: z.array(id).optional(),
  kind: credentialKind,
  login,
  /** Null while editing keeps the present one. */
  secret,
  ...read,
});

const event = z.strictObject({
  id,
  kind: credentialEventKind,
  on: z.string(),
  receivedBy: credentialOwner.nullable(),
  receiverName: z.string().nullable(),
  signed: z.boolean().nullable(),
  reason: z.string().nullable(),
  /** Of an issue that was taken back: the day. */
  takenBackOn: z.string().nullable(),
});

const queueCredential = z.strictObject({
  id,
  owner: credentialOwner,
  ownerId: id,
  ownerName: z.string(),
  kind: credentialKind,
  login: z.string().nullable(),
  state: credentialState,
  hasSecret: z.boolean(),
  issuedOn: z.string().nullable(),
  signed: z.boolean().nullable(),
  receiverName: z.string().nullable(),
  wipeAfter: isoTime.nullable(),
  right: credentialRight,
  barrier: credentialBarrier.nullable(),
  /** For everybody of the family whom it concerns: its owner, and for the child's own the guardians. */
  handOver: z.array(handOverAnswer),
});

/** Somebody of a family. */
const queuePerson = z.strictObject({ owner: credentialOwner, ownerId: id });

/** A child with everything that may be handed out for it: its own and its guardians'. */
const queueFamily = z.strictObject({
  studentId: id,
  fullName: z.string(),
  className: z.string().nullable(),
  guardians: z.array(
    z.strictObject({
      id,
      fullName: z.string(),
      relationName: z.string(),
      /** Whether he acts for the child today: only then he is handed anything. */
      represents: z.boolean(),
    }),
  ),
  credentials: z.array(queueCredential),
  /** Whom the typed text names: the login or full name first, then beginnings of his own name. */
  named: z.array(queuePerson),
});

const issuedIds = z.array(id).min(1, 'Выберите, что выдаётся').max(5000);

const reportCounts = {
  total: z.int(),
  issued: z.int(),
  /** Waits to be handed over. */
  notIssued: z.int(),
  revoked: z.int(),
} as const;

const reportClass = z.strictObject({
  className: z.string(),
  students: z.strictObject(reportCounts),
  guardians: z.strictObject(reportCounts),
  /** Students of the class without a credential of their own that is not revoked. */
  withoutCredentials: z.int(),
});

const coreOperations = {
  'credentials.list': query(
    listInput(credentialFilters, ['fullName', 'className', 'kind', 'state', 'login', 'issuedOn']),
    listOutput(credentialRow),
  ),
  /** One credential without its secret. Refusal: `credential-unknown`. */
  'credentials.get': query(byId, credentialRow),
  /**
   * Creates one by hand or corrects one that was not issued. Refusals: `login-needed`,
   * `secret-needed`, `login-taken`, `credential-issued`, `child-unknown`, `not-representative`,
   * `vault-locked`.
   */
  'credentials.save': command(saveInput, z.strictObject({ id })),
  /** Removes one entered by mistake; the secret is lost. Refused once it was issued. */
  'credentials.delete': command(byIdRead, nothing, { undoable: false }),
  /**
   * Shows one secret; the history says who looked and when, never what. A command for that reason.
   * Refusals: `secret-none`, `secret-wiped`, `vault-locked`.
   */
  'credentials.reveal': command(
    byId,
    z.strictObject({ login: z.string().nullable(), secret: z.string() }),
    { undoable: false },
  ),

  /** The desk: families by the name of the child or of a guardian, word beginnings, or by login. */
  'credentials.queue': query(
    z.strictObject({
      text: z.string().max(200),
      limit: z.int().min(1).max(50).default(10),
    }),
    z.strictObject({ families: z.array(queueFamily) }),
  ),
  /**
   * Marks handed over, all or none. A signed one loses its secret when the setting says so: at
   * once, or when the time has passed during which `credentials.takeBack` can take it back.
   * Refusals: `cannot-issue`, `hand-over-refused`, `not-representative`, `parent-refuses`,
   * `student-of-age`, `access-withheld`, `receiver-wrong`, `dates-out-of-order`; the fields point at
   * `ids.N`.
   */
  'credentials.issue': command(
    z.strictObject({
      ids: issuedIds,
      receivedBy: credentialOwner,
      /** Student or guardian by `receivedBy`; null: each owner received his own. */
      receiverId: id.nullable(),
      on: markedOn,
      /** Never by itself: a person saw the signature. */
      signed: z.boolean().default(false),
    }),
    z.strictObject({
      issued: z.int(),
      wiped: z.int(),
      /** Until when it can be taken back; null: at any time while the secret is kept, or never. */
      wipeAfter: isoTime.nullable(),
    }),
    { undoable: false },
  ),
  /** The signature of an issue came later. Refusals: `not-issued`, `already-signed`. */
  'credentials.sign': command(
    z.strictObject({ ids: issuedIds }),
    z.strictObject({ signed: z.int(), wiped: z.int(), wipeAfter: isoTime.nullable() }),
    { undoable: false },
  ),
  /**
   * The issue did not happen: the credential waits again, the history keeps the mark. Refusals:
   * `not-issued`, `take-back-late` when its time is over and the secret is gone.
   */
  'credentials.takeBack': command(
    z.strictObject({ ids: issuedIds }),
    z.strictObject({ takenBack: z.int() }),
    { undoable: false },
  ),
  /**
   * Wipes the secrets of signed issues whose time to be taken back is over; the program calls it
   * by itself. `all`: also those whose time has not come.
   */
  'credentials.wipe': command(
    z.strictObject({ all: z.boolean().default(false) }),
    z.strictObject({ wiped: z.int() }),
    { undoable: false },
  ),
  /** A new secret, to be handed over again; the former one is lost. */
  'credentials.reissue': command(
    z.strictObject({
      id,
      /** Absent keeps the kind, null login too. */
      kind: credentialKind.optional(),
      login: login.optional(),
      secret,
      on: markedOn,
      reason: revokeReason.nullable().default(null),
      ...read,
    }),
    nothing,
    { undoable: false },
  ),
  'credentials.revoke': command(
    z.strictObject({ id, reason: revokeReason, on: markedOn }),
    nothing,
    {
      undoable: false,
    },
  ),
  'credentials.history': query(
    byId,
    z.strictObject({ credential: credentialRow, events: z.array(event) }),
  ),

  /** Issued and not issued by class, for the chart; a guardian counts in the class of each child. */
  'credentials.report': query(
    nothing,
    z.strictObject({
      classes: z.array(reportClass),
      /** Every credential once. */
      students: z.strictObject(reportCounts),
      guardians: z.strictObject(reportCounts),
    }),
  ),
  'credentials.printReport': query(nothing, documentOutput),
  /**
   * Cards, 8 on A4, with secrets: the document lives in memory only and is forgotten by the lock
   * and when the preview is closed.
   * Printing marks nothing as issued. Refusals: `nothing-to-print`, `vault-locked`, `cancelled`.
   */
  'credentials.printCards': query(
    z.strictObject({ selection: credentialSelection }),
    documentOutput.extend({
      cards: z.int(),
      /** Left out: revoked, or the secret is wiped. */
      skipped: z.int(),
      /** Left out because nobody may be handed them today. */
      withheld: leftOut,
    }),
  ),
  /** Ledger of Приложение № 6: 1 – parents, 2 – students. Never a password. */
  'credentials.printLedger': query(
    z.strictObject({
      table: z.union([z.literal(1), z.literal(2)]),
      className: z.string().optional(),
      parallel: parallel.optional(),
      state: z.enum(['new', 'issued']).optional(),
      /** Numbered empty rows for handwriting instead of names. */
      blank: z.boolean().default(false),
      blankRows: z.int().min(1).max(200).default(25),
    }),
    documentOutput.extend({
      rows: z.int(),
      /** Not issued ones left out because nobody may be handed them today. */
      withheld: leftOut,
    }),
  ),
} as const;

export const credentialsOperations = { ...coreOperations, ...credentialsImportOperations } as const;
