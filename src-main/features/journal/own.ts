import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { StudyFormRules } from '../../contract/settings.ts';
import { among, where } from '../../database/conditions.ts';
import { contains } from '../../domain/dates.ts';
import type { StudyPeriod } from '../../domain/study-forms.ts';
import { ownJournalDays } from '../../domain/study-forms.ts';
import { studyPeriods } from '../people/index.ts';
import { readSettings } from '../settings/index.ts';
import { leaverExtracts } from './extracts.ts';
import type { JournalClass } from './scope.ts';
import { allJournalClasses, journalClasses } from './scope.ts';
import type { ClassPupil } from './stints.ts';
import { booksOfPupils } from './stints.ts';

/** Journals of pupils taught at home: each has his own beside the class's (domain.md §6). */

/** The pupil's journal in the class; null when he was not taught at home in its school year. */
const ownJournal = (
  one: JournalClass,
  { id, fullName, stints }: ClassPupil,
  studies: readonly StudyPeriod[],
  rules: StudyFormRules,
): JournalClass | null => {
  const graded = new Set<string>();
  const periods = one.periods.flatMap((period) => {
    const days = ownJournalDays(period, stints, studies, rules);
    const [first, last] = [days[0], days.at(-1)];
    if (!first || !last) return [];
    if (contains(last, period.to)) graded.add(period.key);
    return [{ ...period, from: first.from, to: last.to }];
  });
  if (periods.length === 0) return null;
  const year = { from: one.startsOn, to: one.endsOn };
  const days = ownJournalDays(year, stints, studies, rules);
  return { ...one, periods, owner: { kind: 'home', id, fullName, days, graded } };
};

/** Own journals of the classes, by class, in the order of names. */
export const ownJournals = async (
  db: Knex,
  classes: readonly JournalClass[],
): Promise<ReadonlyMap<number, readonly JournalClass[]>> => {
  const studies = await studyPeriods(db);
  const homeTaught = [...studies].flatMap(([id, periods]) =>
    periods.some(({ place }) => place === 'home') ? [id] : [],
  );
  const { studyForms } = await readSettings(db);
  return booksOfPupils(
    db,
    classes,
    (query) => where(query, among('s.id', homeTaught)),
    (one, pupil) => ownJournal(one, pupil, studies.get(pupil.id) ?? [], studyForms),
  );
};

export interface JournalRef {
  readonly classId: number;
  readonly studentId: number | null;
  readonly extract: boolean;
}

/** A class's journal, after it those of its pupils taught at home and extracts for those who left. */
export const withOwn = async (
  db: Knex,
  classes: readonly JournalClass[],
): Promise<readonly JournalClass[]> => {
  const own = await ownJournals(db, classes);
  const extracts = await leaverExtracts(db, classes);
  return classes.flatMap((one) => [
    one,
    ...(own.get(one.id) ?? []),
    ...(extracts.get(one.id) ?? []),
  ]);
};

const keyOf = ({ classId, studentId, extract }: JournalRef): string =>
  `${classId} ${studentId ?? ''} ${extract ? 'extract' : ''}`;

export const refOf = ({ id, owner }: JournalClass): JournalRef => ({
  classId: id,
  studentId: owner?.id ?? null,
  extract: owner?.kind === 'leaver',
});

const notFound = (isExtract: boolean): OfficeError =>
  isExtract
    ? new OfficeError(
        'extract-unknown',
        'Выписку делают для того, кто выбыл из класса до конца учебного года. Этот ученик из класса не выбывал. Обновите реестр.',
      )
    : new OfficeError(
        'own-journal-unknown',
        'У этого ученика нет отдельного журнала в этом классе: на дому он в нём не обучался. Обновите реестр.',
      );

/**
 * Journals asked for, in the order of classes.
 * @throws OfficeError `class-unknown`, `own-journal-unknown`, `extract-unknown`
 */
export const journalsOf = async (
  db: Knex,
  refs: readonly JournalRef[],
): Promise<readonly JournalClass[]> => {
  const wanted = new Set(refs.map(keyOf));
  const classes = await journalClasses(db, [...new Set(refs.map(({ classId }) => classId))]);
  const found = (await withOwn(db, classes)).filter((one) => wanted.has(keyOf(refOf(one))));
  if (found.length < wanted.size) {
    const has = new Set(found.map((one) => keyOf(refOf(one))));
    throw notFound(refs.some((ref) => ref.extract && !has.has(keyOf(ref))));
  }
  return found;
};

/** Every journal there is: for the register of prints. */
export const allJournals = async (
  db: Knex,
): Promise<(ref: JournalRef) => JournalClass | undefined> => {
  const classes = await allJournalClasses(db);
  const all = await withOwn(db, [...classes.values()]);
  const known = new Map(all.map((one) => [keyOf(refOf(one)), one]));
  return (ref) => known.get(keyOf(ref)) ?? classes.get(ref.classId);
};

/** Whose journal it is, as the contract answers it. */
export const whose = ({ id, className, owner }: JournalClass) => ({
  classId: id,
  className,
  studentId: owner?.id ?? null,
  studentName: owner?.fullName ?? null,
  extract: owner?.kind === 'leaver',
});
