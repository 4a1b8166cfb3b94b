import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { ResourceFields } from '../../contract/resources.ts';
import { portalAddressProblem, sameAddress } from '../../domain/resources.ts';
import { shortDate } from '../../domain/russian.ts';
import {
  insertResource,
  isPrepared,
  readResource,
  resourceAddresses,
  updateResource,
} from './repository.ts';

/** Checks shared by the resources register and by the appeal that posts a resource. */

/** @throws OfficeError `teacher-unknown` */
export const requireTeacher = async (db: Knex, id: number, path: string): Promise<void> => {
  if (await db('teachers').where({ id }).first('id')) return;
  throw fieldError('teacher-unknown', path, 'Такого педагога нет в списке. Выберите другого.');
};

/** @throws OfficeError `resource-unknown` */
export const requireResource = async (db: Knex, id: number) => {
  const resource = await readResource(db, id);
  if (resource) return resource;
  throw new OfficeError('resource-unknown', 'Такого ресурса нет. Обновите список.');
};

const checkAddress = async (
  db: Knex,
  url: string,
  id: number | null,
  path: string,
): Promise<void> => {
  const problem = portalAddressProblem(url);
  if (problem) throw fieldError('resource-url-invalid', path, problem);
  const known = (await resourceAddresses(db, id)).find((other) => sameAddress(other.url, url));
  if (known)
    throw fieldError(
      'resource-repeated',
      path,
      `Ресурс с этим адресом уже есть: «${known.title}». Выберите его из списка.`,
    );
};

/**
 * Stores a resource. `prefix` is put before the field names of a refusal (`resource.` inside an
 * appeal's step).
 * @throws OfficeError `resource-url-invalid`, `resource-repeated`, `resource-in-future`,
 *   `teacher-unknown`, `resource-unknown`, `resource-author-needed`
 */
export const storeResource = async (
  trx: Knex,
  resource: { readonly id: number | null; readonly fields: ResourceFields },
  today: string,
  prefix = '',
): Promise<number> => {
  const { id, fields } = resource;
  if (id !== null) await requireResource(trx, id);
  await checkAddress(trx, fields.url, id, `${prefix}url`);
  if (fields.postedOn > today)
    throw fieldError(
      'resource-in-future',
      `${prefix}postedOn`,
      `Ресурс не может быть размещён позже сегодняшнего дня (${shortDate(today)}).`,
    );
  if (fields.authorId !== null) await requireTeacher(trx, fields.authorId, `${prefix}authorId`);
  if (id === null) return insertResource(trx, fields);
  if (fields.authorId === null && (await isPrepared(trx, id)))
    throw fieldError(
      'resource-author-needed',
      `${prefix}authorId`,
      'Ресурс отмечен подготовленным по обращению, поэтому автор нужен. Чтобы убрать его, отметьте в обращении «готовый ресурс».',
    );
  await updateResource(trx, id, fields);
  return id;
};
