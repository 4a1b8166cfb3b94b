import type { Knex } from 'knex';
import { daysToEnter } from '../domain/control.ts';

/**
 * What control counts of a lesson (domain.md §6, S2 §1.3), one narrow row each, in the order of
 * days: figures of a term over 1.5 million marks are read without touching the marks. Kept by
 * triggers, so that no way of writing marks (import, typing, undo) can forget it; derived, so the
 * audit does not copy it. The rule of lateness is that of `domain/control.ts`; a test compares
 * the two on random marks. The triggers hold the rule's text, so no migration makes them: they are
 * made at open, and made anew, with every figure, when the program's text differs from the file's.
 */

/** A cell with a mark, a credit or no credit; a mere absence is no mark. Always 0 or 1. */
export const gradedSql = (mark: string): string =>
  `CASE WHEN ${mark}.codes GLOB '[1-5]*' THEN 1 WHEN ${mark}.codes GLOB '* [1-5]*' THEN 1
    WHEN ' ' || ${mark}.codes GLOB '* ЗЧ*' THEN 1 WHEN ' ' || ${mark}.codes GLOB '* НЗ*' THEN 1
    ELSE 0 END`;

/**
 * Entered or seen on a day not before the lesson and not later than a week after it, while
 * nothing tells the opposite. `figures` names the row with the bounds of the week; the times are
 * compared as text, for a trigger fires on each of 100,000 imported marks.
 */
export const onTimeSql = (mark: string, figures: string): string =>
  `CASE WHEN ${mark}.entered_on IS NOT NULL
      THEN ${mark}.entered_on >= ${figures}.on_date AND ${mark}.entered_on <= ${figures}.last_day
    WHEN ${mark}.unseen_at >= ${figures}.ends_at THEN 0
    ELSE ${mark}.seen_at >= ${figures}.begins_at AND ${mark}.seen_at < ${figures}.ends_at END`;

/** Entered, or still not there, later than a week after the lesson, and not seen within it. */
export const lateSql = (mark: string, figures: string): string =>
  `CASE WHEN ${mark}.entered_on IS NOT NULL THEN ${mark}.entered_on > ${figures}.last_day
    WHEN ${mark}.unseen_at >= ${figures}.ends_at
      THEN NOT (${mark}.seen_at >= ${figures}.begins_at AND ${mark}.seen_at < ${figures}.ends_at)
    ELSE 0 END`;

/** Midnight of a day in the school's time, as the tables keep times. */
const midnight = (day: string): string => `strftime('%Y-%m-%dT%H:%M:%fZ', ${day}, 'utc')`;

/** Key of the school's rules for очно-заочная and заочная; `domain/study-forms.ts` is the rule. */
const rulesKey = 'studyForms';
const keptOut = (rule: string): string =>
  `(SELECT json_extract(value, '$.${rule}.control') FROM settings WHERE key = '${rulesKey}') = 0`;

/**
 * Whether the student's form of education keeps his marks of the day out of control (domain.md §1):
 * the same as `belongingOf(…).control` being false, which a test compares.
 */
export const outOfControlSql = (student: string, day: string): string =>
  `EXISTS (SELECT 1 FROM study_periods p WHERE p.student_id = ${student}
    AND p.starts_on <= ${day} AND (p.ends_on IS NULL OR p.ends_on >= ${day})
    AND (p.form IN ('family', 'self-education')
      OR (p.form = 'part-time' AND ${keptOut('partTime')})
      OR (p.form = 'extramural' AND ${keptOut('extramural')})))`;

/** A mark that control counts: graded, and of a student under control. */
const controlled = (mark: string, day: string): string =>
  `(CASE ${gradedSql(mark)} WHEN 1 THEN NOT ${outOfControlSql(`${mark}.student_id`, day)} ELSE 0 END)`;

const told = (row: string, column: string): string => `(trim(ifnull(${row}.${column}, '')) <> '')`;

/** Figures of the lesson `row`; `from` brings the rows where the trigger does not. */
const insertFigures = (days: number, row: string, from = ''): string => `INSERT INTO lesson_figures
  SELECT f.*, count(m.id), ifnull(sum(${controlled('m', 'f.on_date')}), 0),
    ifnull(sum(${controlled('m', 'f.on_date')} AND (${onTimeSql('m', 'f')})), 0),
    ifnull(sum(${controlled('m', 'f.on_date')} AND (${lateSql('m', 'f')})), 0)
  FROM (SELECT ${row}.on_date AS on_date, ${row}.id AS lesson_id,
      date(${row}.on_date, '-6 days', 'weekday 1') AS week, ${row}.class_id, ${row}.subject_id,
      ${row}.teacher_id, ${row}.described, ${told(row, 'topic')}, ${told(row, 'homework')},
      date(${row}.on_date, '+${days} days') AS last_day,
      ${midnight(`${row}.on_date`)} AS begins_at,
      ${midnight(`date(${row}.on_date, '+${days + 1} days')`)} AS ends_at ${from}) f
    LEFT JOIN marks m ON m.lesson_id = f.lesson_id AND m.ended_at IS NULL
  GROUP BY f.lesson_id`;

const deleteFigures = `DELETE FROM lesson_figures WHERE on_date = OLD.on_date AND lesson_id = OLD.id;`;

/** Adds a live mark to its lesson's figures, or takes it off. */
const count = (mark: 'NEW' | 'OLD', sign: '+' | '-'): string => {
  const figures = 'lesson_figures';
  return `UPDATE lesson_figures SET cells = cells ${sign} 1,
    graded = graded ${sign} ${controlled(mark, `${figures}.on_date`)},
    on_time = on_time ${sign} CASE ${controlled(mark, `${figures}.on_date`)} WHEN 1 THEN ${onTimeSql(mark, figures)} ELSE 0 END,
    late = late ${sign} CASE ${controlled(mark, `${figures}.on_date`)} WHEN 1 THEN ${lateSql(mark, figures)} ELSE 0 END
  WHERE lesson_id = ${mark}.lesson_id
    AND on_date = (SELECT on_date FROM lessons WHERE id = ${mark}.lesson_id);`;
};

/** Counts anew the lessons in which the students have marks. */
const recount = (days: number, students: string): string => {
  const lessons = `SELECT lesson_id FROM marks WHERE student_id IN (${students})`;
  return `DELETE FROM lesson_figures WHERE (on_date, lesson_id) IN
    (SELECT l.on_date, l.id FROM lessons l WHERE l.id IN (${lessons}));
  ${insertFigures(days, 'l', `FROM lessons l WHERE l.id IN (${lessons})`)};`;
};

const schoolRuled = `SELECT student_id FROM study_periods WHERE form IN ('part-time', 'extramural')`;

/** Triggers by name, with the days a mark may wait. */
const triggersOf = (days: number): ReadonlyMap<string, string> =>
  new Map(
    [
      ['lesson_insert', 'INSERT ON lessons', `${insertFigures(days, 'NEW')};`],
      ['lesson_delete', 'DELETE ON lessons', deleteFigures],
      ['lesson_update', 'UPDATE ON lessons', `${deleteFigures} ${insertFigures(days, 'NEW')};`],
      ['mark_insert', 'INSERT ON marks WHEN NEW.ended_at IS NULL', count('NEW', '+')],
      ['mark_delete', 'DELETE ON marks WHEN OLD.ended_at IS NULL', count('OLD', '-')],
      // A mark that ends, and one that is taken back to what it was.
      ['mark_ended', 'UPDATE ON marks WHEN OLD.ended_at IS NULL', count('OLD', '-')],
      ['mark_stands', 'UPDATE ON marks WHEN NEW.ended_at IS NULL', count('NEW', '+')],
      // Forms of education, and the school's rules for them.
      ['study_insert', 'INSERT ON study_periods', recount(days, 'NEW.student_id')],
      ['study_delete', 'DELETE ON study_periods', recount(days, 'OLD.student_id')],
      ['study_update', 'UPDATE ON study_periods', recount(days, 'OLD.student_id, NEW.student_id')],
      ...(['INSERT', 'UPDATE'] as const).map((event) => [
        `rules_${event.toLowerCase()}`,
        `${event} ON settings WHEN NEW.key = '${rulesKey}'`,
        recount(days, schoolRuled),
      ]),
      [
        'rules_delete',
        `DELETE ON settings WHEN OLD.key = '${rulesKey}'`,
        recount(days, schoolRuled),
      ],
    ].map(([name, event, work]) => [
      `lesson_figures_${name}`,
      `CREATE TRIGGER lesson_figures_${name} AFTER ${event} BEGIN\n${work}\nEND`,
    ]),
  );

const standingTriggers = async (db: Knex): Promise<ReadonlyMap<string, string>> => {
  const rows: { name: string; sql: string }[] = await db('sqlite_master')
    .where({ type: 'trigger' })
    .whereLike('name', 'lesson_figures_%')
    .select('name', 'sql');
  return new Map(rows.map(({ name, sql }) => [name, sql]));
};

const isSame = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([name, sql]) => b.get(name) === sql);

/**
 * Makes the triggers of the program's rule and counts every figure anew, when the triggers in the
 * file are others; otherwise writes nothing. Call once after the migrations.
 * @param days a mark may wait after its lesson
 */
export const keepLessonFigures = async (writer: Knex, days = daysToEnter): Promise<void> => {
  if (!(await writer.schema.hasTable('lesson_figures'))) return;
  // A schema on its way to today's, in tests of migrations, has no forms of education yet.
  if (!(await writer.schema.hasTable('study_periods'))) return;
  const [standing, wanted] = [await standingTriggers(writer), triggersOf(days)];
  if (isSame(standing, wanted)) return;
  await writer.transaction(async (trx) => {
    for (const name of standing.keys()) await trx.raw(`DROP TRIGGER ${name}`);
    await trx('lesson_figures').delete();
    await trx.raw(insertFigures(days, 'l', 'FROM lessons l'));
    for (const sql of wanted.values()) await trx.raw(sql);
  });
};
