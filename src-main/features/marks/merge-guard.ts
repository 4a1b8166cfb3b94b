import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { showCodes } from '../../domain/mark-codes.ts';
import { shortDate } from '../../domain/russian.ts';
import type { MergedCards } from '../people/index.ts';

interface Clash {
  readonly subject: string;
  /** Day, or period of a final mark. */
  readonly place: string;
  readonly kept: string;
  readonly dropped: string;
}

const marksClash = `SELECT s.name AS subject, l.on_date AS place, k.codes AS kept, d.codes AS dropped
  FROM marks d
    JOIN marks k ON k.lesson_id = d.lesson_id AND k.student_id = ? AND k.ended_at IS NULL
    JOIN lessons l ON l.id = d.lesson_id JOIN subjects s ON s.id = l.subject_id
  WHERE d.student_id = ? AND d.ended_at IS NULL AND d.codes <> k.codes
  ORDER BY l.on_date LIMIT 20`;

const finalsClash = `SELECT s.name AS subject, d.period AS place, k.codes AS kept, d.codes AS dropped
  FROM final_marks d
    JOIN final_marks k ON k.class_id = d.class_id AND k.student_id = ?
      AND k.subject_id = d.subject_id AND k.period = d.period AND k.ended_at IS NULL
    JOIN subjects s ON s.id = d.subject_id
  WHERE d.student_id = ? AND d.ended_at IS NULL AND d.codes <> k.codes
  ORDER BY s.name LIMIT 20`;

const told = ({ subject, place, kept, dropped }: Clash): string => {
  const when = /^\d{4}-/u.test(place) ? shortDate(place) : 'итоговая';
  return `${subject}, ${when}: «${showCodes(kept)}» и «${showCodes(dropped)}»`;
};

/**
 * Refuses when the cards have different marks in one cell: which of them is right only a person
 * knows. Equal ones are one mark.
 * @throws OfficeError `merge-marks-clash`
 */
export const refuseMarksClash = async (
  trx: Knex,
  { kind, keep, drop }: MergedCards,
): Promise<void> => {
  if (kind !== 'student') return;
  const marks: Clash[] = await trx.raw(marksClash, [keep, drop]);
  const finals: Clash[] = await trx.raw(finalsClash, [keep, drop]);
  const all = [...marks, ...finals];
  if (all.length === 0) return;
  throw new OfficeError(
    'merge-marks-clash',
    `У этих карточек разные оценки в одних и тех же ячейках (${all.slice(0, 3).map(told).join('; ')}). Исправьте оценки одной из них, потом объедините.`,
    all.map((clash) => ({ path: 'drop', message: told(clash) })),
  );
};
