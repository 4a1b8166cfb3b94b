import type { Knex } from 'knex';
import type {
  CredentialKind,
  CredentialOwner,
  CredentialState,
} from '../../contract/credentials-fields.ts';
import { childIdsOf, readCredentials } from './repository.ts';
import type { SecretRecord } from './secrets.ts';
import { newestSecrets } from './secrets.ts';

/** A stored credential while a file is compared with it. */
export interface StoredCredential {
  readonly id: number;
  readonly owner: CredentialOwner;
  readonly ownerId: number;
  readonly ownerName: string;
  readonly kind: CredentialKind;
  readonly login: string | null;
  readonly state: CredentialState;
  readonly studentIds: readonly number[];
  readonly secret: SecretRecord | null;
}

export interface CredentialStore {
  /** By `personKeyOf`. */
  readonly byPerson: ReadonlyMap<string, readonly StoredCredential[]>;
  /** Not revoked, by login. */
  readonly byLogin: ReadonlyMap<string, readonly StoredCredential[]>;
}

export const personKeyOf = (owner: CredentialOwner, id: number): string => `${owner}/${id}`;

export const readStore = async (db: Knex): Promise<CredentialStore> => {
  const records = await readCredentials(db);
  const children = await childIdsOf(db);
  const secrets = await newestSecrets(db);
  const all = records.map((record): StoredCredential => ({
    id: record.id,
    owner: record.owner,
    ownerId: record.ownerId,
    ownerName: record.fullName,
    kind: record.kind,
    login: record.login,
    state: record.state,
    studentIds: children.get(record.id) ?? [],
    secret: secrets.get(record.id) ?? null,
  }));
  const active = all.filter(({ login, state }) => login !== null && state !== 'revoked');
  return {
    byPerson: Map.groupBy(all, ({ owner, ownerId }) => personKeyOf(owner, ownerId)),
    byLogin: Map.groupBy(active, ({ login }) => login ?? ''),
  };
};
