import type { Knex } from 'knex';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { ResourceFields } from '../../contract/resources.ts';
import { openStatusOf } from '../../domain/appeals.ts';
import { preparedProblem } from '../../domain/resources.ts';
import { formatRegistrationNumber } from '../../domain/numbering.ts';
import { requireResource, requireTeacher, storeResource } from '../resources/index.ts';
import type { Asked } from '../context.ts';
import { changeLink, deleteLink, insertLink, isLinked } from './links.ts';
import { changeAppeal, type Appeal } from './repository.ts';
import { requireAppeal, requireOpenAppeal, requireStep, requireStepDate } from './steps.ts';

/** The algorithm of S1: portal check → link, or a teacher prepares → link → result. */

interface Given {
  readonly resourceId: number;
  readonly on: string;
  /** By a teacher of the school for this appeal; false = a ready resource. */
  readonly prepared: boolean;
  /** Path of the resource in a refusal. */
  readonly path: string;
}

/** @throws OfficeError `resource-author-needed`, `resource-before-appeal` */
const requirePreparable = (
  resource: {
    readonly title: string;
    readonly authorId: number | null;
    readonly postedOn: string;
  },
  { date }: Pick<Appeal, 'date'>,
  prepared: boolean,
): void => {
  if (!prepared) return;
  const early = preparedProblem(resource.postedOn, date);
  if (early !== null)
    throw fieldError(
      'resource-before-appeal',
      'prepared',
      `${early} Отметьте «готовый ресурс» или исправьте день размещения.`,
    );
  if (resource.authorId === null)
    throw fieldError(
      'resource-author-needed',
      'prepared',
      `У ресурса «${resource.title}» не указан автор. Укажите педагога, который его подготовил, или отметьте «готовый ресурс».`,
    );
};

/** @throws OfficeError `resource-unknown`, `appeal-resource-repeated`, and as `requirePreparable` */
const give = async (trx: Knex, appeal: Appeal, given: Given): Promise<void> => {
  const { resourceId, on, prepared, path } = given;
  const resource = await requireResource(trx, resourceId);
  const { title } = resource;
  if (await isLinked(trx, appeal.id, resourceId))
    throw fieldError(
      'appeal-resource-repeated',
      path,
      `Ресурс «${title}» уже предоставлен по этому обращению.`,
    );
  requirePreparable(resource, appeal, prepared);
  await insertLink(trx, { appealId: appeal.id, resourceId, givenOn: on, prepared });
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
  // What was found on the portal was there before anybody was asked to prepare it.
  await give(trx, appeal, { resourceId, on: check.on, prepared: false, path: 'resourceId' });
  await changeAppeal(trx, appeal, { portalCheckedOn: check.on, status: 'resource-found' });
  return resourceId;
};

/** @throws OfficeError `teacher-unknown`, `appeal-closed`, `appeal-annulled` */
export const assignPreparer = async (trx: Knex, id: number, teacherId: number): Promise<void> => {
  const appeal = await requireOpenAppeal(trx, id);
  await requireTeacher(trx, teacherId, 'teacherId');
  await changeAppeal(trx, appeal, { preparerId: teacherId, status: 'in-preparation' });
};

/**
 * @throws OfficeError `appeal-date-wrong`, `resource-unknown`, `appeal-resource-repeated`,
 *   and as `requirePreparable`
 */
export const linkResource = async (
  trx: Knex,
  link: Omit<Asked<'appeals.linkResource'>, 'version'>,
  today: string,
): Promise<void> => {
  const appeal = await requireOpenAppeal(trx, link.id);
  requireStepDate(appeal, { on: link.givenOn, path: 'givenOn', today });
  const { resourceId, givenOn: on, prepared } = link;
  await give(trx, appeal, { resourceId, on, prepared, path: 'resourceId' });
  await changeAppeal(trx, appeal, { status: 'resource-found' });
};

/** Registers a posted resource and gives it; returns its id. */
export const postResource = async (
  trx: Knex,
  post: Asked<'appeals.postResource'>,
  today: string,
): Promise<number> => {
  await requireOpenAppeal(trx, post.id);
  const resource = { id: null, fields: post.resource };
  const resourceId = await storeResource(trx, resource, today, 'resource.');
  const { id, givenOn, prepared } = post;
  await linkResource(trx, { id, resourceId, givenOn, prepared }, today);
  return resourceId;
};

const notLinked = (): OfficeError =>
  new OfficeError(
    'appeal-resource-not-linked',
    'Этого ресурса в обращении уже нет. Обновите карточку.',
  );

/**
 * Says whether a given resource was prepared for the appeal: the summary counts only those. A
 * closed appeal may be corrected too: nothing else about it changes.
 * @throws OfficeError `appeal-unknown`, `appeal-resource-not-linked`, and as `requirePreparable`
 */
export const setPrepared = async (
  trx: Knex,
  { id, resourceId, prepared }: Asked<'appeals.setPrepared'>,
): Promise<void> => {
  const appeal = await requireAppeal(trx, id);
  if (!(await isLinked(trx, id, resourceId))) throw notLinked();
  requirePreparable(await requireResource(trx, resourceId), appeal, prepared);
  await changeLink(trx, { appealId: id, resourceId, prepared });
};

/** @throws OfficeError `appeal-resource-not-linked` */
export const unlinkResource = async (trx: Knex, id: number, resourceId: number): Promise<void> => {
  const appeal = await requireOpenAppeal(trx, id);
  if (!(await isLinked(trx, id, resourceId))) throw notLinked();
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
