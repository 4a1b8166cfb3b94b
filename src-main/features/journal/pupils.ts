import type { Knex } from 'knex';
import type { Sex } from '../../contract/people-fields.ts';
import { fullNameSql } from '../../database/stored.ts';
import type { StudyFormRules } from '../../contract/settings.ts';
import type { IsoDate, OpenPeriod, Period } from '../../domain/dates.ts';
import { overlaps } from '../../domain/dates.ts';
import { outside } from '../../domain/periods.ts';
import { shortDate } from '../../domain/russian.ts';
import type { StudyPeriod } from '../../domain/study-forms.ts';
import { belongingOf, outsideClassJournal, studyWords } from '../../domain/study-forms.ts';
import { byNumber, byText, byTime, inTurn } from '../lists/index.ts';
import { studyPeriods } from '../people/index.ts';
import { keptSql, readSettings } from '../settings/index.ts';
import type { JournalPupil } from './content.ts';
import type { JournalOwner } from './scope.ts';

/** Pupils of a class in a period, with those who came or left in its midst. */

interface Pupil {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly fullName: string;
  readonly birthDate: IsoDate | null;
  readonly sex: Sex | null;
}

interface Found extends Pupil {
  /** In the class by enrolment. */
  readonly stints: readonly OpenPeriod[];
  /** Of them, periods outside the class's journal. */
  readonly apart: readonly StudyPeriod[];
}

const columns = (db: Knex) => ({
  id: 's.id',
  lastName: 's.last_name',
  firstName: 's.first_name',
  fullName: db.raw(fullNameSql('s')),
  birthDate: 's.birth_date',
  sex: db.raw(keptSql('studentSex', 's.sex')),
});

const enrolled = async (db: Knex, classId: number, period: Period): Promise<readonly Found[]> => {
  const rows: (Pupil & OpenPeriod)[] = await db({ e: 'enrolments' })
    .join({ s: 'students' }, 's.id', 'e.student_id')
    .where('e.class_id', classId)
    .where('e.starts_on', '<=', period.to)
    .where((query) => void query.whereNull('e.ends_on').orWhere('e.ends_on', '>=', period.from))
    .orderBy('e.starts_on')
    .select({ ...columns(db), from: 'e.starts_on', to: 'e.ends_on' });
  const found = new Map<number, Found>();
  for (const { from, to, ...pupil } of rows) {
    const stints = found.get(pupil.id)?.stints ?? [];
    found.set(pupil.id, { ...pupil, stints: [...stints, { from, to }], apart: [] });
  }
  return [...found.values()];
};

/** Who has marks here without ever having been in the class. */
const strangers = async (db: Knex, ids: readonly number[]): Promise<readonly Found[]> => {
  if (ids.length === 0) return [];
  const rows: Pupil[] = await db({ s: 'students' })
    .whereIn('s.id', [...ids])
    .select(columns(db));
  return rows.map((pupil) => ({ ...pupil, stints: [], apart: [] }));
};

const endings = { male: ['прибыл', 'выбыл'], female: ['прибыла', 'выбыла'] } as const;

const spanWords = ({ from, to }: OpenPeriod): string =>
  `с ${shortDate(from)}${to === null ? '' : ` по ${shortDate(to)}`}`;

/** «обучается на дому с 12.01.2026 по 30.01.2026, отдельный журнал». */
const apartNote = (period: StudyPeriod, rules: StudyFormRules): string => {
  const kept =
    belongingOf(period, rules).journal === 'own' ? 'отдельный журнал' : 'в журнал не вносится';
  return `${studyWords(period)} ${spanWords(period)}, ${kept}`;
};

const noteOf = (
  { sex, stints, apart }: Found,
  { from, to }: Period,
  rules: StudyFormRules,
): string | null => {
  if (stints.length === 0) return 'не числится в классе';
  const [came, left] = sex === null ? ['прибыл(а)', 'выбыл(а)'] : endings[sex];
  const parts = stints.flatMap((stint) => [
    ...(stint.from > from ? [`${came} ${shortDate(stint.from)}`] : []),
    ...(stint.to !== null && stint.to < to ? [`${left} ${shortDate(stint.to)}`] : []),
  ]);
  const notes = [...parts, ...apart.map((one) => apartNote(one, rules))];
  return notes.length === 0 ? null : notes.join('; ');
};

const briefly = ({ lastName, firstName }: Found): string => `${lastName} ${firstName}`;

/** Two «Иванова Анна» are told apart by patronymics, then by birth dates. */
const shownName = (one: Found, all: readonly Found[]): string => {
  const same = all.filter((other) => briefly(other) === briefly(one));
  if (same.length === 1) return briefly(one);
  const { fullName, birthDate } = one;
  const namesakes = same.filter((other) => other.fullName === fullName);
  return namesakes.length === 1 || birthDate === null
    ? fullName
    : `${fullName}, ${shortDate(birthDate)}`;
};

const byName = inTurn<Found>(
  byText(({ fullName }) => fullName),
  byTime(({ birthDate }) => birthDate),
  byNumber(({ id }) => id),
);

/** Whom no journal of the period has: семейное образование through all of it (domain.md §1). */
const isNowhere = ({ stints, apart }: Found, period: Period, rules: StudyFormRules): boolean => {
  const none = apart.filter((one) => belongingOf(one, rules).journal === 'none');
  const left = stints.flatMap((stint) => outside(stint, none));
  return none.length > 0 && left.every((piece) => !overlaps(piece, period));
};

/** Pupils in the order of the journal; `markedIds` are all who have marks in it. */
export const pupilsOf = async (
  db: Knex,
  classId: number,
  period: Period,
  markedIds: ReadonlySet<number>,
): Promise<readonly JournalPupil[]> => {
  const rules = (await readSettings(db)).studyForms;
  const inClass = await enrolled(db, classId, period);
  const ownIds = new Set(inClass.map(({ id }) => id));
  const studies = await studyPeriods(db, [...ownIds]);
  const own = inClass
    .map((one) => ({
      ...one,
      apart: outsideClassJournal(studies.get(one.id) ?? [], rules).filter((study) =>
        overlaps(study, period),
      ),
    }))
    .filter((one) => markedIds.has(one.id) || !isNowhere(one, period, rules));
  const others = await strangers(
    db,
    [...markedIds].filter((id) => !ownIds.has(id)),
  );
  const all = [...own, ...others].toSorted(byName);
  return all.map((one) => ({
    id: one.id,
    name: shownName(one, all),
    fullName: one.fullName,
    stints: one.stints.flatMap((stint) => outside(stint, one.apart)),
    apart: one.apart,
    ownDays: one.apart.filter((study) => belongingOf(study, rules).journal === 'own'),
    note: noteOf(one, period, rules),
  }));
};

/** The only pupil of a book, in it on its days; the note of an own journal says when he is at home. */
export const ownerOf = async (
  db: Knex,
  { kind, id, fullName, days }: JournalOwner,
  period: Period,
): Promise<JournalPupil> => {
  const studies = kind === 'home' ? ((await studyPeriods(db, [id])).get(id) ?? []) : [];
  const home = studies.filter((study) => study.place === 'home' && overlaps(study, period));
  return {
    id,
    name: fullName,
    fullName,
    stints: days,
    apart: [],
    ownDays: [],
    note: home.map((study) => `${studyWords(study)} ${spanWords(study)}`).join('; '),
  };
};
