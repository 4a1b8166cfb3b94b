import type { Knex } from 'knex';
import type { TwoWeekRuleSetting } from '../../contract/settings.ts';
import { among, condition, where, type Condition } from '../../database/conditions.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';
import type { Qualification } from '../../domain/qualifying-appeals.ts';
import { qualification } from '../../domain/qualifying-appeals.ts';
import { yearsOfAbsences } from '../absences/index.ts';

/** Appeals as the information summary asks about them. */

/** The day of an appeal is the one on the paper. The only place that says so. */
const DATED = 'dated';

export interface DatedAppeal {
  readonly id: number;
  readonly year: number;
  readonly number: number;
  readonly letter: string | null;
  readonly studentId: number;
  readonly studentName: string;
  readonly className: string;
  readonly subject: string;
  readonly lessonTopic: string;
  /** The day of the appeal. */
  readonly dated: IsoDate;
  readonly annulled: boolean;
}

const find = async (db: Knex, wanted: Condition): Promise<readonly DatedAppeal[]> => {
  const rows: (Omit<DatedAppeal, 'annulled'> & { status: string })[] = await db('appeals')
    .modify(where, wanted)
    .orderBy(['year', 'ordinal', 'letter'])
    .select({
      id: 'id',
      year: 'year',
      number: 'ordinal',
      letter: 'letter',
      studentId: 'student_id',
      studentName: 'student_name',
      className: 'class_name',
      subject: 'subject',
      lessonTopic: 'lesson_topic',
      dated: DATED,
      status: 'status',
    });
  return rows.map(({ status, ...row }) => ({ ...row, annulled: status === 'annulled' }));
};

/** Appeals whose day falls in the period, annulled ones too, by number. */
export const appealsDatedIn = (db: Knex, { from, to }: Period): Promise<readonly DatedAppeal[]> =>
  find(db, condition(`${DATED} BETWEEN ? AND ?`, from, to));

export const appealsById = (db: Knex, ids: readonly number[]): Promise<readonly DatedAppeal[]> =>
  find(db, among('id', ids));

interface JudgedBy {
  readonly rule: TwoWeekRuleSetting;
  readonly today: IsoDate;
}

/** Which of the appeals the summary counts, by id, as the registers are today. */
export const qualificationsOf = async (
  db: Knex,
  appeals: readonly DatedAppeal[],
  { rule, today }: JudgedBy,
): Promise<ReadonlyMap<number, Qualification>> => {
  const child = ({ studentId, dated }: DatedAppeal) => ({ studentId, day: dated });
  const yearOf = await yearsOfAbsences(db, appeals.map(child), rule, today);
  return new Map(
    appeals.map((appeal) => [appeal.id, qualification(appeal, yearOf(child(appeal)))]),
  );
};

/** The same of an appeal that is not registered yet. */
export const countingOf = async (
  db: Knex,
  { studentId, dated }: Pick<DatedAppeal, 'studentId' | 'dated'>,
  { rule, today }: JudgedBy,
): Promise<Qualification> => {
  const child = { studentId, day: dated };
  const yearOf = await yearsOfAbsences(db, [child], rule, today);
  return qualification({ dated, annulled: false }, yearOf(child));
};
