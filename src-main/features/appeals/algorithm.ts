import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { ResourceFields } from '../../contract/resources.ts';
import { openStatusOf } from '../../domain/appeals.ts';
import { formatRegistrationNumber } from '../../domain/numbering.ts';
import { requireResource, requireTeacher, storeResource } from '../resources/index.ts';
import { changeAppeal, deleteLink, insertLink, isLinked, type Appeal } from './repository.ts';
import { requireAppeal, requireOpenAppeal, requireStep, requireStepDate } from './steps.ts';

/** The algorithm of S1: portal check → link, or a teacher prepares → link → result. */

interface Given {
  readonly resourceId: number;
  readonly on: string;
  /** Path of the resource in a refusal. */
  readonly path: string;
}

/** @throws OfficeError `resource-unknown`, `appeal-resource-repeated` */
const give = async (trx: Knex, appeal: Appeal, given: Given): Promise<void> => {
  const { resourceId, on, path } = given;
  const { title } = await requireResource(trx, resourceId);
  if (await isLinked(trx, appeal.id, resourceId))
    throw fieldError(
      'appeal-resource-repeated',
      path,
      `Ресурс «${title}» уже предоставлен по этому обращению.`,
    );
  await insertLink(trx, { appealId: appeal.id, resourceId, givenOn: on });
};

export interface PortalCheck {
  readonly id: number;
  readonly on: string;
  readonly found: boolean;
  readonly resourceId: number | null;
  readonly resource: ResourceFields | null;
}

const checkFound = ({ found, resourceId, resource }: PortalCheck): void => {
  const named = Number(resourceId !== null) + Number(resource !== null);
  if (found && named !== 1)
    throw fieldError(
      'appeal-resource-missing',
      'resourceId',
      'Укажите найденный на портале ресурс: выберите из списка или опишите новый.',
    );
  if (!found && named > 0)
    throw fieldError(
      'appeal-resource-unexpected',
      'found',
      'Отмечено «не найден», но ресурс указан. Исправьте отметку или уберите ресурс.',
    );
};

/**
 * Records the look on the portal. Found: the resource is given at once. Not found: the appeal waits
 * for a preparer.
 * @throws OfficeError `appeal-date-wrong`, `appeal-resource-missing`, `appeal-resource-unexpected`,
 *   and those of `storeResource`
 */
export const recordPortalCheck = async (
  trx: Knex,
  check: PortalCheck,
  today: string,
): Promise<number | null> => {
  const appeal = await requireOpenAppeal(trx, check.id);
  requireStepDate(appeal, { on: check.on, path: 'on', today });
  checkFound(check);
  if (!check.found) {
    await changeAppeal(trx, appeal, { portalCheckedOn: check.on });
    return null;
  }
  const resourceId = check.resource
    ? await storeResource(trx, { id: null, fields: check.resource }, today, 'resource.')
    : (check.resourceId ?? 0);
  await give(trx, appeal, { resourceId, on: check.on, path: 'resourceId' });
  await changeAppeal(trx, appeal, { portalCheckedOn: check.on, status: 'resource-found' });
  return resourceId;
};

/** @throws OfficeError `teacher-unknown`, `appeal-closed`, `appeal-annulled` */
export const assignPreparer = async (trx: Knex, id: number, teacherId: number): Promise<void> => {
  const appeal = await requireOpenAppeal(trx, id);
  await requireTeacher(trx, teacherId, 'teacherId');
  await changeAppeal(trx, appeal, { preparerId: teacherId, status: 'in-preparation' });
};

/** @throws OfficeError `appeal-date-wrong`, `resource-unknown`, `appeal-resource-repeated` */
export const linkResource = async (
  trx: Knex,
  link: { readonly id: number; readonly resourceId: number; readonly givenOn: string },
  today: string,
): Promise<void> => {
  const appeal = await requireOpenAppeal(trx, link.id);
  requireStepDate(appeal, { on: link.givenOn, path: 'givenOn', today });
  await give(trx, appeal, { resourceId: link.resourceId, on: link.givenOn, path: 'resourceId' });
  await changeAppeal(trx, appeal, { status: 'resource-found' });
};

/** Registers a posted resource and gives it; returns its id. */
export const postResource = async (
  trx: Knex,
  post: { readonly id: number; readonly resource: ResourceFields; readonly givenOn: string },
  today: string,
): Promise<number> => {
  await requireOpenAppeal(trx, post.id);
  const resource = { id: null, fields: post.resource };
  const resourceId = await storeResource(trx, resource, today, 'resource.');
  await linkResource(trx, { id: post.id, resourceId, givenOn: post.givenOn }, today);
  return resourceId;
};

/** @throws OfficeError `appeal-resource-not-linked` */
export const unlinkResource = async (trx: Knex, id: number, resourceId: number): Promise<void> => {
  const appeal = await requireOpenAppeal(trx, id);
  if (!(await isLinked(trx, id, resourceId)))
    throw new OfficeError(
      'appeal-resource-not-linked',
      'Этого ресурса в обращении уже нет. Обновите карточку.',
    );
  await deleteLink(trx, id, resourceId);
  const status = openStatusOf({ ...appeal, resourceCount: appeal.resourceCount - 1 });
  await changeAppeal(trx, appeal, { status });
};

export interface Closing {
  readonly id: number;
  readonly on: string;
  readonly result: string;
  readonly withoutResource: boolean;
}

/**
 * Closes an appeal with «отметка о результатах работы по обращению» (S1).
 * @throws OfficeError `appeal-date-wrong`, `appeal-no-resource`, `appeal-step-refused`
 */
export const closeAppeal = async (trx: Knex, closing: Closing, today: string): Promise<void> => {
  const appeal = await requireOpenAppeal(trx, closing.id);
  requireStepDate(appeal, { on: closing.on, path: 'on', today });
  const resourceCount = appeal.resourceCount;
  if (resourceCount === 0 && !closing.withoutResource)
    throw fieldError(
      'appeal-no-resource',
      'withoutResource',
      'Ресурс по обращению не предоставлен. Добавьте ресурс или отметьте «Закрыть без ресурса».',
    );
  // A portal look that found nothing is work done: help may be given in another way.
  const checked = appeal.status === 'registered' && appeal.portalCheckedOn !== null;
  requireStep(checked ? 'in-preparation' : appeal.status, {
    action: 'close',
    resultKind: resourceCount > 0 ? 'resource-given' : 'help-given',
    resultNote: closing.result,
    resourceCount,
  });
  await changeAppeal(trx, appeal, {
    status: 'closed',
    result: closing.result,
    closedOn: closing.on,
  });
};

/** @throws OfficeError `appeal-not-closed` */
export const reopenAppeal = async (trx: Knex, id: number): Promise<void> => {
  const appeal = await requireAppeal(trx, id);
  if (appeal.status !== 'closed')
    throw new OfficeError(
      'appeal-not-closed',
      `Обращение № ${formatRegistrationNumber(appeal)} не закрыто, открывать его не нужно.`,
    );
  const status = openStatusOf(appeal);
  await changeAppeal(trx, appeal, { status, result: null, closedOn: null });
};

/** The number stays taken: the row remains in the register with the reason (domain.md §2). */
export const annulAppeal = async (trx: Knex, id: number, reason: string): Promise<void> => {
  const appeal = await requireOpenAppeal(trx, id);
  requireStep(appeal.status, { action: 'annul', reason, resourceCount: appeal.resourceCount });
  await changeAppeal(trx, appeal, { status: 'annulled', annulReason: reason });
};
