import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import { showCodes } from '../../domain/mark-codes.ts';
import { shortDate } from '../../domain/russian.ts';

/**
 * What two cards of one student may both have and a merge must not lose silently: marks of one
 * lesson, final marks of one period, sheets of one week (domain.md §6).
 */

interface Pair {
  readonly keep: number;
  readonly drop: number;
}

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
export const refuseMarksClash = async (trx: Knex, { keep, drop }: Pair): Promise<void> => {
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

/** A printed sheet is kept as it was: sheets of a week both cards have go on in number. */
export const renumberSheets = async (trx: Knex, { keep, drop }: Pair): Promise<void> => {
  const rows: { id: number; week_starts_on: string }[] = await trx('sheets')
    .where({ student_id: drop })
    .orderBy('number', 'desc');
  for (const { id, week_starts_on: week } of rows) {
    const scope = trx('sheets').where({ week_starts_on: week });
    const clash: unknown = await scope
      .clone()
      .where({ student_id: keep })
      .where('number', trx('sheets').where({ id }).select('number'))
      .first('id');
    if (clash === undefined) continue;
    const [last]: { last: number }[] = await scope
      .clone()
      .whereIn('student_id', [keep, drop])
      .max({ last: 'number' });
    await trx('sheets')
      .where({ id })
      .update({ number: (last?.last ?? 0) + 1 });
  }
};
