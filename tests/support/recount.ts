/**
 * The information summary counted a second time, from the tables of a folder and the text of S1
 * and domain.md §3–4 alone: nothing of the program is imported. The default rule only: more than
 * 14 calendar days from the first to the last missed school day. A day is its number since 1970.
 */
import type Database from 'better-sqlite3';

interface Days {
  readonly from: number;
  readonly to: number;
}

/** An unbroken absence and the day its record begins. */
interface Gap extends Days {
  readonly begins: number;
}

export interface Recounted {
  readonly students: readonly number[];
  readonly appeals: readonly number[];
  readonly work: readonly number[];
  readonly quarterHours: number;
  readonly resources: readonly number[];
}

const OVER = 14;
const isLong = ({ from, to }: Gap): boolean => to - from + 1 > OVER;

export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const has = (spans: readonly Days[], day: number): boolean =>
  spans.some(({ from, to }) => from <= day && day <= to);
/** 1 September – 31 August around a day. */
const yearAround = (day: number): Days => {
  const date = new Date(day * 86_400_000);
  const start = date.getUTCFullYear() - (date.getUTCMonth() >= 8 ? 0 : 1);
  return { from: dayOf(`${start}-09-01`), to: dayOf(`${start + 1}-08-31`) };
};

/** Spans `from`–`to` of a query; an open one lasts to `today`. */
const spansOf = (
  db: Database.Database,
  sql: string,
  today: number,
  ...values: readonly (string | number)[]
): readonly Days[] =>
  (db.prepare(sql).all(...values) as { starts_on: string; ends_on: string | null }[]).map(
    (row) => ({
      from: dayOf(row.starts_on),
      to: row.ends_on === null ? today : dayOf(row.ends_on),
    }),
  );

interface Parallel {
  readonly year: number;
  readonly parallel: number;
  readonly week: number;
}

/** Whether lessons were held on a day for the student, by his class of that school year. */
export const lessonsOf = (db: Database.Database, student: number): ((day: number) => boolean) => {
  const parallels = db
    .prepare(
      `SELECT DISTINCT p.school_year_id AS year, p.parallel, p.week_days AS week
       FROM enrolments e JOIN classes c ON c.id = e.class_id
       JOIN parallels p ON p.school_year_id = c.school_year_id AND p.parallel = c.parallel
       WHERE e.student_id = ?`,
    )
    .all(student) as Parallel[];
  const years = parallels.map(({ year, parallel, week }) => {
    const own = 'WHERE school_year_id = ? AND (parallel IS NULL OR parallel = ?)';
    const moved = db
      .prepare('SELECT on_date, works, week_days FROM moved_days WHERE school_year_id = ?')
      .all(year) as { on_date: string; works: number; week_days: number | null }[];
    return {
      week,
      terms: spansOf(db, `SELECT * FROM terms ${own}`, 0, year, parallel),
      off: spansOf(db, `SELECT * FROM holidays ${own}`, 0, year, parallel),
      moved: new Map(
        moved
          .filter((row) => row.week_days === null || row.week_days === week)
          .map((row) => [dayOf(row.on_date), row.works === 1]),
      ),
    };
  });
  return (day) => {
    const year = years.find(({ terms }) => has(terms, day));
    if (!year) return false;
    const weekday = ((day + 3) % 7) + 1;
    return year.moved.get(day) ?? (weekday <= year.week && !has(year.off, day));
  };
};

/** Unbroken absences of the student, days at home left out, as they are today. */
const gapsOf = (db: Database.Database, student: number, today: number): readonly Gap[] => {
  const holds = lessonsOf(db, student);
  const absences = spansOf(
    db,
    'SELECT * FROM absences WHERE student_id = ?',
    today,
    student,
  ).filter(({ from }) => from <= today);
  const home = spansOf(
    db,
    `SELECT * FROM study_periods WHERE student_id = ?
     AND (place = 'home' OR form IN ('family', 'self-education'))`,
    Infinity,
    student,
  );
  const gaps: Gap[] = [];
  const first = Math.min(...absences.map(({ from }) => from));
  let begins = null as number | null;
  let open = null as Days | null;
  for (let day = first; day <= today + 1; day += 1) {
    const absent = has(absences, day) && day <= today;
    const isNewYear = yearAround(day).from === day;
    const isAttended = holds(day) && (!absent || has(home, day));
    if (isAttended || isNewYear || day > today) {
      if (open && begins !== null) gaps.push({ ...open, begins });
      [open, begins] = [null, null];
    }
    if (absent && !isAttended) begins ??= day;
    // A record that ended before lessons began again has nothing to do with the next one.
    else if (!open) begins = null;
    if (absent && holds(day) && !has(home, day)) open = { from: open?.from ?? day, to: day };
  }
  return gaps;
};

const ids = (rows: readonly { readonly id: number }[]): readonly number[] =>
  rows.map(({ id }) => id).toSorted((a, b) => a - b);

/** Figures of a period with the ids behind them, as the tables are on the day `now`. */
export const recount = (
  db: Database.Database,
  period: { readonly from: string; readonly to: string },
  now: string,
): Recounted => {
  const today = dayOf(now);
  const [from, to] = [dayOf(period.from), dayOf(period.to)];
  const gaps = new Map(
    (db.prepare('SELECT DISTINCT student_id AS id FROM absences').all() as { id: number }[]).map(
      ({ id }) => [id, gapsOf(db, id, today)],
    ),
  );
  const appeals = db
    .prepare(`SELECT id, student_id AS student, dated, status FROM appeals`)
    .all() as { id: number; student: number; dated: string; status: string }[];
  const qualifying = new Set(
    appeals
      .filter(({ student, dated, status }) => {
        const day = dayOf(dated);
        const year = yearAround(day);
        return (
          status !== 'annulled' &&
          gaps
            .get(student)
            ?.some((gap) => isLong(gap) && has([year], gap.from) && gap.begins <= day)
        );
      })
      .map(({ id }) => id),
  );
  const between = [period.from, period.to];
  const work = (
    db
      .prepare(
        'SELECT id, appeal_id AS appeal, quarter_hours AS hours FROM work_entries WHERE worked_on BETWEEN ? AND ?',
      )
      .all(...between) as { id: number; appeal: number | null; hours: number }[]
  ).filter(({ appeal }) => appeal !== null && qualifying.has(appeal));
  const resources = db
    .prepare(
      `SELECT r.id, l.appeal_id AS appeal FROM resources r JOIN appeal_resources l ON l.resource_id = r.id
         JOIN appeals a ON a.id = l.appeal_id AND a.dated <= r.posted_on
       WHERE r.posted_on BETWEEN ? AND ? AND r.author_id IS NOT NULL AND l.prepared = 1`,
    )
    .all(...between) as { id: number; appeal: number }[];
  const posted = new Set(
    resources.filter(({ appeal }) => qualifying.has(appeal)).map(({ id }) => id),
  );
  const touches = (gap: Gap): boolean => isLong(gap) && gap.from <= to && gap.to >= from;
  return {
    students: [...gaps]
      .filter(([, own]) => own.some(touches))
      .map(([id]) => id)
      .toSorted((a, b) => a - b),
    appeals: ids(
      appeals.filter(
        ({ id, dated }) => qualifying.has(id) && dated >= period.from && dated <= period.to,
      ),
    ),
    work: ids(work),
    quarterHours: work.reduce((sum, { hours }) => sum + hours, 0),
    resources: [...posted].toSorted((a, b) => a - b),
  };
};
