import type { FieldChange } from '../../contract/imports.ts';
import { notRepresentative } from '../../domain/credentials.ts';
import type { Vault } from '../../ports/vault.ts';
import type { RecognisedCredential } from '../../spreadsheets/credentials/recognised.ts';
import type { Decided } from './import-people.ts';
import type { CredentialStore, StoredCredential } from './import-store.ts';
import { personKeyOf } from './import-store.ts';
import { holdsSecret } from './secrets.ts';

/** What one row of the file does to the stored credentials. */

export interface ImportAction {
  readonly row: RecognisedCredential;
  readonly personId: number;
  /** A stored credential, or a new one shared by the rows with the same reference. */
  readonly target: { readonly id: number } | { readonly ref: string };
  /** Whether the login or the secret is new, so it waits to be handed over again. */
  readonly isReissue: boolean;
  /** Children to link. */
  readonly studentIds: readonly number[];
}

export type Outcome =
  | { readonly status: 'same' }
  | {
      readonly status: 'new' | 'changed';
      readonly changes: readonly FieldChange[];
      readonly action: ImportAction;
    }
  | { readonly status: 'rejected'; readonly code: string; readonly reason: string };

export interface DecidedRow {
  readonly row: RecognisedCredential;
  readonly decided: Decided;
}

const same: Outcome = { status: 'same' };

const rejected = ({ where }: RecognisedCredential, code: string, why: string): Outcome => ({
  status: 'rejected',
  code,
  reason: `Лист «${where.sheet}», строка ${where.row}: ${why}`,
});

/** What makes two entries of one person the same account. */
const accountKey = ({ kind, login }: Pick<RecognisedCredential, 'kind' | 'login'>): string =>
  kind === 'esia'
    ? 'esia'
    : `${kind === 'invitation' && login === null ? 'code' : 'login'}/${login ?? ''}`;

const hidden = '•••';

const secretChange = (row: RecognisedCredential): FieldChange => ({
  field: 'secret',
  title: row.kind === 'invitation' ? 'Код приглашения' : 'Пароль',
  was: hidden,
  becomes: `${hidden} (новый)`,
});

const childrenChange = (count: number): FieldChange => ({
  field: 'children',
  title: 'Детей прибавится',
  was: null,
  becomes: String(count),
});

interface Planned {
  readonly row: RecognisedCredential;
  readonly target: ImportAction['target'];
  readonly studentIds: Set<number>;
}

/** Goes through decided rows in the order of the file; each row sees what the earlier ones did. */
class Assignment {
  readonly #store: CredentialStore;
  readonly #vault: Vault;
  /** Accounts of the file by person. */
  readonly #inFile: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #planned = new Map<string, Planned>();
  readonly #logins = new Map<string, { readonly person: string; readonly at: number }>();
  readonly #claimed = new Set<number>();
  #fresh = 0;

  constructor(store: CredentialStore, vault: Vault, rows: readonly DecidedRow[]) {
    this.#store = store;
    this.#vault = vault;
    const groups = Map.groupBy(rows, ({ row, decided }) => personKeyOf(row.role, decided.personId));
    this.#inFile = new Map(
      [...groups].map(([person, all]) => [person, new Set(all.map(({ row }) => accountKey(row)))]),
    );
  }

  assign({ row, decided }: DecidedRow): Outcome {
    if (decided.actsForNobody) return rejected(row, 'not-representative', notRepresentative);
    const person = personKeyOf(row.role, decided.personId);
    const taken = this.#takenLogin(row, person);
    if (taken) return taken;
    const key = `${person}|${accountKey(row)}`;
    const earlier = this.#planned.get(key);
    if (earlier) return this.#again(earlier, { row, decided });
    const stored = this.#storedFor(row, decided, person);
    const outcome = stored ? this.#compare(stored, { row, decided }) : this.#create(row, decided);
    const target = outcome.status === 'new' ? outcome.action.target : { id: stored?.id ?? 0 };
    const known = stored?.studentIds ?? [];
    this.#planned.set(key, { row, target, studentIds: new Set([...known, ...decided.studentIds]) });
    return outcome;
  }

  /** A login belongs to one person: in the office and in the file. */
  #takenLogin(row: RecognisedCredential, person: string): Outcome | null {
    if (row.login === null || row.kind === 'esia') return null;
    const other = (this.#store.byLogin.get(row.login) ?? []).find(
      ({ owner, ownerId }) => personKeyOf(owner, ownerId) !== person,
    );
    if (other)
      return rejected(row, 'login-taken', `логин уже у другого человека: ${other.ownerName}.`);
    const before = this.#logins.get(row.login);
    if (before && before.person !== person)
      return rejected(
        row,
        'login-repeated',
        `такой же логин у другого человека в строке ${before.at}.`,
      );
    this.#logins.set(row.login, { person, at: row.where.row });
    return null;
  }

  /** Another row of the same account: another child of the guardian, or a contradiction. */
  #again(earlier: Planned, { row, decided }: DecidedRow): Outcome {
    if (earlier.row.secret !== row.secret)
      return rejected(
        row,
        'secret-differs',
        `тот же логин с другим паролем уже стоит в строке ${earlier.row.where.row}.`,
      );
    const added = decided.studentIds.filter((id) => !earlier.studentIds.has(id));
    if (added.length === 0) return same;
    for (const id of added) earlier.studentIds.add(id);
    const status = 'ref' in earlier.target ? 'new' : 'changed';
    return {
      status,
      changes: status === 'new' ? [] : [childrenChange(added.length)],
      action: {
        row,
        personId: decided.personId,
        target: earlier.target,
        isReissue: false,
        studentIds: added,
      },
    };
  }

  /** The stored account, else the one whose login the file replaces. */
  #storedFor(
    row: RecognisedCredential,
    { studentIds }: Decided,
    person: string,
  ): StoredCredential | null {
    const own = (this.#store.byPerson.get(person) ?? []).filter(({ id }) => !this.#claimed.has(id));
    const exact = own.find((one) => accountKey(one) === accountKey(row));
    const inFile = this.#inFile.get(person);
    const replaced = own.find(
      (one) =>
        one.kind === row.kind &&
        one.state !== 'revoked' &&
        inFile?.has(accountKey(one)) !== true &&
        (row.role === 'student' || studentIds.some((id) => one.studentIds.includes(id))),
    );
    const found = exact ?? replaced ?? null;
    if (found) this.#claimed.add(found.id);
    return found;
  }

  #compare(stored: StoredCredential, { row, decided }: DecidedRow): Outcome {
    const isLoginNew = stored.login !== row.login && row.login !== null;
    const isSecretNew =
      row.secret !== null &&
      (stored.secret === null || !holdsSecret(this.#vault, stored.secret, row.secret));
    const added = decided.studentIds.filter((id) => !stored.studentIds.includes(id));
    const changes: readonly FieldChange[] = [
      ...(isLoginNew
        ? [{ field: 'login', title: 'Логин', was: stored.login, becomes: row.login }]
        : []),
      ...(isSecretNew ? [secretChange(row)] : []),
      ...(added.length > 0 ? [childrenChange(added.length)] : []),
    ];
    if (changes.length === 0) return same;
    return {
      status: 'changed',
      changes,
      action: {
        row,
        personId: decided.personId,
        target: { id: stored.id },
        isReissue: isLoginNew || isSecretNew,
        studentIds: added,
      },
    };
  }

  #create(row: RecognisedCredential, { personId, studentIds }: Decided): Outcome {
    this.#fresh += 1;
    return {
      status: 'new',
      changes: [],
      action: { row, personId, target: { ref: `new-${this.#fresh}` }, isReissue: true, studentIds },
    };
  }
}

/**
 * What every decided row does, in the order of the file.
 * @throws OfficeError `vault-locked` when a stored secret must be compared
 */
export const assignRows = (
  rows: readonly DecidedRow[],
  store: CredentialStore,
  vault: Vault,
): ReadonlyMap<RecognisedCredential, Outcome> => {
  const assignment = new Assignment(store, vault, rows);
  return new Map(rows.map((one) => [one.row, assignment.assign(one)]));
};
