import type { Knex } from 'knex';
import type { Relation } from '../../contract/people-fields.ts';
import type { PersonName } from '../../domain/names.ts';
import { nameColumns } from './at-date.ts';
import { idsAfterLast, insertRows } from '../../database/bulk.ts';
import { guardianSearch } from './guardian-changes.ts';
import type { GuardianAction } from './import-plan.ts';
import type { Work } from './import-work.ts';
import { isEmpty, nameValues } from './import-work.ts';

const updateGuardian = async (trx: Knex, id: number, set: GuardianAction['set']): Promise<void> => {
  const row: PersonName & Pick<GuardianAction['person'], 'phone' | 'email'> = await trx('guardians')
    .where({ id })
    .first({ ...nameColumns(trx, 'guardians'), phone: 'phone', email: 'email' });
  const { phone, email } = { ...row, ...set };
  const search = guardianSearch(row, phone, email);
  await trx('guardians')
    .where({ id })
    .update({ ...set, search });
};

/** A plan with an open choice is refused before (`relations-open`). */
const chosen = (relation: Relation | null): Relation => {
  if (relation === null) throw new Error('the relation of a link was not chosen');
  return relation;
};

/** What the new relation cannot have is emptied; the file has settled the doubt. */
const updateLink = async (trx: Knex, id: number, relation: Relation): Promise<void> => {
  const acts = relation !== 'not-representative';
  await trx('guardianships')
    .where({ id })
    .update({
      relation,
      doubt: null,
      ...(acts ? {} : { basis: null, lives_apart: 0 }),
      ...(relation === 'guardian' ? {} : { after_majority: 0 }),
    });
};

/** Writes guardians and their links. */
export const applyGuardians = async (
  { trx, job }: Work,
  actions: readonly GuardianAction[],
): Promise<void> => {
  const nextId = await idsAfterLast(trx, 'guardians');
  const ids = new Map<string, number>();
  const rows: (string | number | null)[][] = [];
  const idOf = ({ target, person }: GuardianAction): number => {
    if ('id' in target) return target.id;
    const known = ids.get(target.ref);
    if (known !== undefined) return known;
    const id = nextId();
    ids.set(target.ref, id);
    const { phone, email, address } = person;
    const search = guardianSearch(person, phone, email);
    rows.push([id, ...nameValues(person), phone, email, address, search]);
    return id;
  };
  const linked = new Set<string>();
  const links = actions.flatMap((action) => {
    const id = idOf(action);
    if (action.link?.id !== null) return [];
    const { studentId } = action.link;
    const relation = chosen(action.link.relation);
    // Two answers may name one person for one child.
    const key = `${studentId}|${id}`;
    if (linked.has(key)) return [];
    linked.add(key);
    return [[studentId, id, relation]];
  });
  const columns = ['id', 'last_name', 'first_name', 'middle_name', 'phone', 'email', 'address'];
  await insertRows(trx, 'guardians', [...columns, 'search'], rows, { job, stage: 'guardians' });
  const linkColumns = ['student_id', 'guardian_id', 'relation'];
  await insertRows(trx, 'guardianships', linkColumns, links, { job, stage: 'links' });
  for (const { target, set, link } of actions) {
    if ('id' in target && !isEmpty(set)) await updateGuardian(trx, target.id, set);
    if (typeof link?.id === 'number') await updateLink(trx, link.id, chosen(link.relation));
  }
};
