import type { Knex } from 'knex';
import type { AppealStatus } from '../../contract/appeals.ts';
import { fieldError, OfficeError } from '../../contract/errors.ts';
import {
  type AppealStep,
  appealStatusName,
  isOpenAppeal,
  stepProblems,
} from '../../domain/appeals.ts';
import { formatRegistrationNumber } from '../../domain/numbering.ts';
import { shortDate } from '../../domain/russian.ts';
import { type Appeal, readAppeal } from './repository.ts';

/** Checks every step of an appeal shares. */

/** @throws OfficeError `appeal-unknown` */
export const requireAppeal = async (db: Knex, id: number): Promise<Appeal> => {
  const appeal = await readAppeal(db, id);
  if (appeal) return appeal;
  throw new OfficeError('appeal-unknown', 'Такого обращения нет. Обновите журнал.');
};

/**
 * An appeal that is neither closed nor annulled.
 * @throws OfficeError `appeal-unknown`, `appeal-closed`, `appeal-annulled`
 */
export const requireOpenAppeal = async (db: Knex, id: number): Promise<Appeal> => {
  const appeal = await requireAppeal(db, id);
  if (isOpenAppeal(appeal.status)) return appeal;
  const hint = appeal.status === 'closed' ? ' Чтобы изменить его, откройте обращение снова.' : '';
  throw new OfficeError(
    appeal.status === 'closed' ? 'appeal-closed' : 'appeal-annulled',
    `Обращение № ${formatRegistrationNumber(appeal)} ${appealStatusName(appeal.status)}.${hint}`,
  );
};

/**
 * @throws OfficeError `appeal-step-refused` with the reasons of domain/appeals.ts, or `code`
 */
export const requireStep = (
  status: AppealStatus,
  step: AppealStep,
  code = 'appeal-step-refused',
): void => {
  const problems = stepProblems(status, step);
  const [first] = problems;
  if (first) throw new OfficeError(code, first.message, problems);
};

/**
 * The day of a step lies between the day of the appeal and today.
 * @throws OfficeError `appeal-date-wrong`
 */
export const requireStepDate = (
  appeal: { readonly date: string },
  step: { readonly on: string; readonly path: string; readonly today: string },
): void => {
  const { on, path, today } = step;
  if (on < appeal.date)
    throw fieldError(
      'appeal-date-wrong',
      path,
      `Дата раньше самого обращения (${shortDate(appeal.date)}).`,
    );
  if (on > today)
    throw fieldError(
      'appeal-date-wrong',
      path,
      `Дата позже сегодняшнего дня (${shortDate(today)}).`,
    );
};
