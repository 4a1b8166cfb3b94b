import type { Knex } from 'knex';
import type { OperationOutput } from '../../contract/operations.ts';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import { notRepresentative } from '../../domain/credentials.ts';
import { guardianDirectory, guardianNames, studentsByIdAt } from '../people/index.ts';
import type { Asked, Context } from '../context.ts';
import type { CredentialRecord } from './repository.ts';
import {
  addEvent,
  loginHolder,
  notIssued,
  requireCredential,
  saveChildren,
  updateCredential,
} from './repository.ts';
import { seeingGuardians } from './standing.ts';
import { addSecret, dropSecrets, newestSecrets, unsealSecret } from './secrets.ts';

type Input = Asked<'credentials.save'>;
type Access = Pick<Input, 'kind' | 'login' | 'secret'>;

/** What each kind needs; `hasSecret` tells that an empty field keeps a present secret. */
export const checkAccess = ({ kind, login, secret }: Access, hasSecret: boolean): void => {
  if (kind === 'password' && login === null)
    throw fieldError('login-needed', 'login', 'Укажите логин.');
  if (kind === 'esia' && secret !== null)
    throw fieldError(
      'secret-excess',
      'secret',
      'Для входа через ЕСИА пароль не хранится. Уберите его.',
    );
  if (kind !== 'esia' && secret === null && !hasSecret)
    throw fieldError(
      'secret-needed',
      'secret',
      kind === 'password' ? 'Укажите пароль.' : 'Укажите код приглашения.',
    );
};

/** @throws OfficeError `login-taken` */
export const refuseTaken = async (
  trx: Knex,
  login: string | null,
  who: Pick<Input, 'owner' | 'ownerId'>,
): Promise<void> => {
  const holder = login === null ? null : await loginHolder(trx, login, who);
  if (holder)
    throw fieldError(
      'login-taken',
      'login',
      `Логин «${login}» уже у другого человека: ${holder.fullName}. Проверьте логин.`,
    );
};

/**
 * The guardian's children the credential shows: as asked, or all whose diary he may see (S2 §4).
 * @throws OfficeError `child-unknown`, `not-representative`
 */
const childrenOf = async (trx: Knex, input: Input, today: string): Promise<readonly number[]> => {
  if (input.owner === 'student') return [];
  const known = (await guardianDirectory(trx, today)).filter(({ id }) => id === input.ownerId);
  const [owner] = await seeingGuardians(trx, known, today);
  const asked = input.studentIds ?? owner?.seenIds ?? [];
  const strange = asked.find((id) => owner?.studentIds.includes(id) !== true);
  if (strange !== undefined)
    throw fieldError(
      'child-unknown',
      'studentIds',
      'Этот ученик не записан ребёнком родителя. Сначала свяжите их в карточке родителя.',
    );
  const seen = asked.filter((id) => owner?.seenIds.includes(id));
  if (seen.length === 0 || seen.length < asked.length)
    throw fieldError(
      'not-representative',
      'ownerId',
      `${owner?.fullName ?? ''}: ${notRepresentative} Исправьте «Кем приходится» на карточке или выберите другого.`,
    );
  return asked;
};

const requireOwner = async (trx: Knex, { owner, ownerId }: Input, today: string): Promise<void> => {
  const known =
    owner === 'student'
      ? (await studentsByIdAt(trx, [ownerId], today)).size
      : (await guardianNames(trx, [ownerId])).size;
  if (known === 0)
    throw fieldError('owner-unknown', 'ownerId', 'Такого человека нет. Выберите его из списка.');
};

const refuseIssued = (record: CredentialRecord): void => {
  if (record.state === 'new') return;
  throw new OfficeError(
    'credential-issued',
    'Данные уже выданы или отозваны, исправить их нельзя. Оформите повторную выдачу.',
  );
};

const create = async (input: Input, { db, vault, clock }: Context): Promise<number> => {
  const { owner, ownerId, kind, login, secret } = input;
  const today = clock.today();
  const [id] = await db('credentials').insert({
    owner,
    student_id: owner === 'student' ? ownerId : null,
    guardian_id: owner === 'guardian' ? ownerId : null,
    kind,
    login,
    state: 'new',
    received_on: today,
  });
  await addEvent(db, id as number, { kind: 'received', on: today });
  if (secret !== null) await addSecret(db, vault, id as number, secret);
  return id as number;
};

const update = async (
  record: CredentialRecord,
  { owner, ownerId, kind, login, secret }: Input,
  { db, vault }: Context,
): Promise<void> => {
  refuseIssued(record);
  if (record.owner !== owner || record.ownerId !== ownerId)
    throw fieldError(
      'owner-changed',
      'ownerId',
      'Владельца сменить нельзя: удалите запись и внесите данные другому человеку.',
    );
  await updateCredential(db, record.id, { kind, login, ...notIssued });
  if (secret !== null) await addSecret(db, vault, record.id, secret);
  if (kind === 'esia') await dropSecrets(db, record.id);
};

/** Creates a credential typed by hand or corrects one that was not issued. */
export const saveCredential = async (
  input: Input,
  context: Context,
): Promise<OperationOutput<'credentials.save'>> => {
  const { db, clock } = context;
  const record = input.id === null ? null : await requireCredential(db, input.id);
  checkAccess(input, record?.hasSecret === true);
  await requireOwner(db, input, clock.today());
  await refuseTaken(db, input.login, input);
  const children = await childrenOf(db, input, clock.today());
  if (record) await update(record, input, context);
  const id = record?.id ?? (await create(input, context));
  await saveChildren(db, id, children);
  return { id };
};

/** Removes a credential entered by mistake, with its history. */
export const deleteCredential = async (trx: Knex, id: number): Promise<void> => {
  refuseIssued(await requireCredential(trx, id));
  for (const table of ['credential_secrets', 'credential_students', 'credential_events'])
    await trx(table).where({ credential_id: id }).delete();
  await trx('credentials').where({ id }).delete();
};

/** Shows one secret; that somebody looked stays in the history. */
export const revealSecret = async (
  id: number,
  { db, vault, clock }: Context,
): Promise<OperationOutput<'credentials.reveal'>> => {
  const record = await requireCredential(db, id);
  const stored = (await newestSecrets(db, [id])).get(id);
  if (!stored) throw new OfficeError('secret-none', 'Пароля нет: вход через ЕСИА («Госуслуги»).');
  const secret = unsealSecret(vault, stored);
  if (secret === null)
    throw new OfficeError(
      'secret-wiped',
      'Пароль стёрт: карточка выдана под подпись или отозвана. Оформите повторную выдачу с новым паролем.',
    );
  await addEvent(db, id, { kind: 'revealed', on: clock.today() });
  return { login: record.login, secret };
};
