import { OfficeError } from '../../contract/errors.ts';
import type { School } from '../../contract/settings.ts';
import type { RequisiteProblem } from '../../domain/requisites.ts';
import { requisiteProblems } from '../../domain/requisites.ts';

/** What no document may be issued with. */
export const wrongRequisites = (school: School): readonly RequisiteProblem[] =>
  requisiteProblems(school).filter(({ severity }) => severity === 'wrong');

/** @throws OfficeError `requisites-wrong` with the fields of the settings */
export const requireTrueRequisites = (school: School): void => {
  const wrong = wrongRequisites(school);
  const [first] = wrong;
  if (!first) return;
  throw new OfficeError(
    'requisites-wrong',
    `Исправьте реквизиты школы («Настройки» → «Реквизиты»). ${wrong.map(({ message }) => message).join(' ')}`,
    wrong.map(({ path, message }) => ({ path, message })),
  );
};
