import type { Knex } from 'knex';
import type { IsoDate } from '../../domain/dates.ts';
import type { Vault } from '../../ports/vault.ts';
import { idsAfterLast, insertRows } from '../../database/bulk.ts';
import type { Job } from '../context.ts';
import type { ImportAction } from './import-assign.ts';
import { addEvent, notIssued, updateCredential } from './repository.ts';
import { addSecret, sealSecret, wipeSecrets } from './secrets.ts';

interface Work {
  readonly trx: Knex;
  readonly vault: Vault;
  readonly job: Job;
  readonly today: IsoDate;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** New credentials, their children, secrets and first events, in bulk. */
const create = async (work: Work, actions: readonly ImportAction[]): Promise<void> => {
  const { trx, vault, job, today } = work;
  const nextId = await idsAfterLast(trx, 'credentials');
  const ids = new Map<string, number>();
  const rows: (string | number | null)[][] = [];
  const secrets: string[][] = [];
  const links: number[][] = [];
  for (const { row, personId, target, studentIds } of actions) {
    if (!('ref' in target)) continue;
    let id = ids.get(target.ref);
    if (id === undefined) {
      id = nextId();
      ids.set(target.ref, id);
      const isStudent = row.role === 'student';
      const owner = [isStudent ? personId : null, isStudent ? null : personId];
      rows.push([id, row.role, ...owner, row.kind, row.login, 'new', today]);
      if (row.secret !== null) secrets.push([String(id), hex(sealSecret(vault, id, row.secret))]);
    }
    for (const studentId of studentIds) links.push([id, studentId]);
  }
  const columns = ['id', 'owner', 'student_id', 'guardian_id', 'kind', 'login', 'state'];
  await insertRows(trx, 'credentials', [...columns, 'received_on'], rows, {
    job,
    stage: 'credentials',
  });
  const write = (table: string, names: readonly string[], values: (string | number)[][]) =>
    insertRows(trx, table, names, values, { job, stage: 'secrets' });
  await write('credential_students', ['credential_id', 'student_id'], links);
  await write(
    'credential_secrets',
    ['credential_id', 'sealed_secret'],
    secrets.map(([id = '', sealed = '']) => [Number(id), sealed]),
  );
  await write(
    'credential_events',
    ['credential_id', 'kind', 'on_date'],
    [...ids.values()].map((id) => [id, 'received', today]),
  );
};

const change = async (
  { trx, vault, today }: Work,
  id: number,
  { row, isReissue, studentIds }: ImportAction,
): Promise<void> => {
  for (const studentId of studentIds)
    await trx('credential_students').insert({ credential_id: id, student_id: studentId });
  if (!isReissue) {
    await updateCredential(trx, id, {});
    return;
  }
  // What was signed for and only waited to be wiped does not outlive its issue.
  const waiting = await trx('credentials').where({ id }).whereNotNull('wipe_after').first('id');
  if (waiting !== undefined && (await wipeSecrets(trx, id, today)))
    await addEvent(trx, id, { kind: 'wiped', on: today });
  await updateCredential(trx, id, { state: 'new', ...notIssued });
  if (row.login !== null) await trx('credentials').where({ id }).update({ login: row.login });
  // The former secret stays sealed until this one is issued, so that the import can be taken back.
  if (row.secret !== null) await addSecret(trx, vault, id, row.secret);
  await addEvent(trx, id, { kind: 'reissued', on: today, reason: 'Новые данные из файла' });
};

/** Writes the plan; everything stands in the command's transaction. */
export const applyActions = async (work: Work, actions: readonly ImportAction[]): Promise<void> => {
  await create(work, actions);
  const changed = actions.flatMap((action) =>
    'id' in action.target ? [{ id: action.target.id, action }] : [],
  );
  for (const [done, { id, action }] of changed.entries()) {
    await change(work, id, action);
    if (done % 200 === 199)
      await work.job.step({ stage: 'changes', done: done + 1, total: changed.length });
  }
};
