import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { OperationInput } from '../../contract/operations.ts';
import { certifyObstacle, coversPeriod } from '../../domain/journal.ts';
import { shortDate } from '../../domain/russian.ts';
import type { Context } from '../context.ts';
import { markCertified, requirePrint } from './repository.ts';
import type { PrintRecord } from './repository.ts';
import { allJournals } from './own.ts';
import { findPeriod } from './scope.ts';

/** What keeps this print from being certified, as the screen's button knows it too. */
const refuseObstacle = async (print: PrintRecord, { db }: Context): Promise<void> => {
  const { certifiedOn, printedOn } = print;
  const one = (await allJournals(db))(print);
  const period = one && findPeriod(one, print.period);
  const early = period !== undefined && !coversPeriod(print, period);
  const obstacle = certifyObstacle({ certifiedOn, early });
  if (obstacle === 'certified')
    throw new OfficeError(
      'journal-already-certified',
      `Этот журнал уже заверен ${shortDate(certifiedOn ?? '')}. Если отметка ошибочна, отмените её в «Журнале изменений».`,
    );
  if (obstacle === 'early' && period)
    throw new OfficeError(
      'journal-print-early',
      `Журнал напечатан ${shortDate(printedOn)}, до конца периода (${shortDate(period.to)}): последних уроков в нём нет. Напечатайте журнал ещё раз и заверьте полную печать.`,
    );
};

/**
 * Enters who has certified the paper and when (S2 §1.2). A print made before the period's last day
 * is not the whole journal and is refused.
 * @throws OfficeError `journal-print-unknown`, `journal-already-certified`, `journal-print-early`,
 * `certified-before-print`, `certified-in-future`
 */
export const certifyPrint = async (
  { id, certifiedOn, certifiedBy }: OperationInput<'journal.certify'>,
  context: Context,
): Promise<void> => {
  const print = await requirePrint(context.db, id);
  await refuseObstacle(print, context);
  if (certifiedOn < print.printedOn)
    throw fieldError(
      'certified-before-print',
      'certifiedOn',
      `Журнал напечатан ${shortDate(print.printedOn)}: заверить его раньше нельзя.`,
    );
  if (certifiedOn > context.clock.today())
    throw fieldError('certified-in-future', 'certifiedOn', 'Этот день ещё не наступил.');
  await markCertified(context.db, id, certifiedOn, certifiedBy);
};
