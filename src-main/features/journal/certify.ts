import { fieldError, OfficeError } from '../../contract/errors.ts';
import type { ParsedInputOf } from '../../contract/operation.ts';
import type { OperationTable } from '../../contract/operations.ts';
import { gapLine } from '../../domain/journal-gap-wording.ts';
import { refusingGaps } from '../../domain/journal-gaps.ts';
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

type Asked = ParsedInputOf<OperationTable['journal.certify']>;

/**
 * Missing lessons, topics or final marks: only the director's word lets them be sworn to
 * (domain.md §6). A word is told whole, also where none is needed.
 */
const refuseWithoutWord = (
  { gaps, extract }: PrintRecord,
  { allowedBy, allowedReason }: Asked,
): void => {
  const refusing = refusingGaps(gaps);
  const isNeeded = refusing.length > 0 || allowedBy !== null || allowedReason !== null;
  if (!isNeeded || (allowedBy !== null && allowedReason !== null)) return;
  const said = refusing.slice(0, 5).map(gapLine).join('; ');
  const more = refusing.length > 5 ? ` и ещё ${refusing.length - 5}` : '';
  const what = extract ? 'В выписке' : 'В напечатанном журнале';
  throw fieldError(
    'journal-has-gaps',
    allowedReason === null ? 'allowedReason' : 'allowedBy',
    refusing.length === 0
      ? 'Решение директора записывают целиком: кто разрешил заверить и почему.'
      : `${what} недостаёт: ${said}${more}. Внесите недостающее и напечатайте заново или запишите решение директора: кто разрешил заверить и почему.`,
  );
};

/**
 * Enters who has certified the paper and when (S2 §1.2). A print made before the period's last day
 * is not the whole journal and is refused; one with gaps needs the director's word.
 * @throws OfficeError `journal-print-unknown`, `journal-already-certified`, `journal-print-early`,
 * `journal-has-gaps`, `certified-before-print`, `certified-in-future`
 */
export const certifyPrint = async (asked: Asked, context: Context): Promise<void> => {
  const { id, ...certification } = asked;
  const { certifiedOn } = certification;
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
  refuseWithoutWord(print, asked);
  await markCertified(context.db, id, certification);
};
