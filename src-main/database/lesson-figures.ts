/**
 * What control counts of a lesson (domain.md §6, S2 §1.3), one narrow row each, in the order of
 * days: figures of a term over 1.5 million marks are read without touching the marks. Kept by
 * triggers, so that no way of writing marks (import, typing, undo) can forget it; derived, so the
 * audit does not copy it. The rule of lateness is that of `domain/control.ts`; a test compares
 * the two on random marks.
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

const told = (column: string): string => `(trim(ifnull(NEW.${column}, '')) <> '')`;

const insertFigures = `INSERT INTO lesson_figures
  SELECT f.*, count(m.id), ifnull(sum(${gradedSql('m')}), 0),
    ifnull(sum((${gradedSql('m')}) AND (${onTimeSql('m', 'f')})), 0),
    ifnull(sum((${gradedSql('m')}) AND (${lateSql('m', 'f')})), 0)
  FROM (SELECT NEW.on_date AS on_date, NEW.id AS lesson_id,
      date(NEW.on_date, '-6 days', 'weekday 1') AS week, NEW.class_id, NEW.subject_id,
      NEW.teacher_id, NEW.described, ${told('topic')}, ${told('homework')},
      date(NEW.on_date, '+7 days') AS last_day, ${midnight('NEW.on_date')} AS begins_at,
      ${midnight(`date(NEW.on_date, '+8 days')`)} AS ends_at) f
    LEFT JOIN marks m ON m.lesson_id = NEW.id AND m.ended_at IS NULL;`;

const deleteFigures = `DELETE FROM lesson_figures WHERE on_date = OLD.on_date AND lesson_id = OLD.id;`;

/** Adds a live mark to its lesson's figures, or takes it off. */
const count = (mark: 'NEW' | 'OLD', sign: '+' | '-'): string => {
  const figures = 'lesson_figures';
  return `UPDATE lesson_figures SET cells = cells ${sign} 1,
    graded = graded ${sign} ${gradedSql(mark)},
    on_time = on_time ${sign} CASE ${gradedSql(mark)} WHEN 1 THEN ${onTimeSql(mark, figures)} ELSE 0 END,
    late = late ${sign} CASE ${gradedSql(mark)} WHEN 1 THEN ${lateSql(mark, figures)} ELSE 0 END
  WHERE lesson_id = ${mark}.lesson_id
    AND on_date = (SELECT on_date FROM lessons WHERE id = ${mark}.lesson_id);`;
};

export const lessonFigures: readonly string[] = [
  // week: its Monday. topic, homework: whether told. A mark is on time from begins_at until
  // ends_at (UTC), last_day is the last day for it. cells: standing cells; graded: those with a
  // mark; on_time, late: of the graded; the rest is unknown.
  `CREATE TABLE lesson_figures (
    on_date TEXT NOT NULL,
    lesson_id INTEGER NOT NULL,
    week TEXT NOT NULL,
    class_id INTEGER NOT NULL,
    subject_id INTEGER NOT NULL,
    teacher_id INTEGER,
    described INTEGER NOT NULL,
    topic INTEGER NOT NULL,
    homework INTEGER NOT NULL,
    last_day TEXT NOT NULL,
    begins_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    cells INTEGER NOT NULL,
    graded INTEGER NOT NULL,
    on_time INTEGER NOT NULL,
    late INTEGER NOT NULL,
    PRIMARY KEY (on_date, lesson_id)
  ) WITHOUT ROWID, STRICT`,
  `CREATE TRIGGER lesson_figures_lesson_insert AFTER INSERT ON lessons BEGIN
    ${insertFigures}
  END`,
  `CREATE TRIGGER lesson_figures_lesson_delete AFTER DELETE ON lessons BEGIN
    ${deleteFigures}
  END`,
  `CREATE TRIGGER lesson_figures_lesson_update AFTER UPDATE ON lessons BEGIN
    ${deleteFigures}
    ${insertFigures}
  END`,
  `CREATE TRIGGER lesson_figures_mark_insert AFTER INSERT ON marks WHEN NEW.ended_at IS NULL BEGIN
    ${count('NEW', '+')}
  END`,
  `CREATE TRIGGER lesson_figures_mark_delete AFTER DELETE ON marks WHEN OLD.ended_at IS NULL BEGIN
    ${count('OLD', '-')}
  END`,
  // A mark that ends, and one that is taken back to what it was.
  `CREATE TRIGGER lesson_figures_mark_ended AFTER UPDATE ON marks WHEN OLD.ended_at IS NULL BEGIN
    ${count('OLD', '-')}
  END`,
  `CREATE TRIGGER lesson_figures_mark_stands AFTER UPDATE ON marks WHEN NEW.ended_at IS NULL BEGIN
    ${count('NEW', '+')}
  END`,
];
