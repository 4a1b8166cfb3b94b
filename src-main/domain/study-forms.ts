import type { StudyForm, StudyPlace } from '../contract/people-fields.ts';
import type { StudyFormRules } from '../contract/settings.ts';
import type { IsoDate, OpenPeriod, Period } from './dates.ts';
import { contains, maxDate, minDate } from './dates.ts';

/**
 * What a form of education and its place mean for the registers (ФЗ-273 17, 41, 63; domain.md §1).
 * Семейная and самообразование are outside the school: no control, journal or sheet. A pupil taught
 * at home has a journal of his own and sheets, and leaves column 2 of the summary (S1, «без учета
 * детей занимающихся на дому»); in a medical organisation he stays in all. Очно-заочная and заочная
 * are as the school sets, by default in all.
 */

export interface StudyPeriod extends OpenPeriod {
  readonly form: StudyForm;
  readonly place: StudyPlace;
}

export interface Belonging {
  /** Whether his marks are controlled (S2 §1.3). */
  readonly control: boolean;
  /** The class's journal, one of his own, or none. */
  readonly journal: 'class' | 'own' | 'none';
  /** Whether a weekly sheet may be owed (S2 §7). */
  readonly sheets: boolean;
}

const schoolSets = (form: 'part-time' | 'extramural', rules: StudyFormRules) =>
  form === 'part-time' ? rules.partTime : rules.extramural;

/** Where a pupil of the form and place belongs, by the rules the school has set. */
export const belongingOf = (
  { form, place }: Pick<StudyPeriod, 'form' | 'place'>,
  rules: StudyFormRules,
): Belonging => {
  if (isOutsideSchool(form)) return { control: false, journal: 'none', sheets: false };
  const set =
    form === 'full-time' ? { control: true, journal: true, sheets: true } : schoolSets(form, rules);
  const journal = place === 'home' ? 'own' : 'class';
  return {
    control: set.control,
    journal: set.journal ? journal : 'none',
    sheets: set.sheets,
  };
};

/** Outside the school altogether. */
const isOutsideSchool = (form: StudyForm): form is 'family' | 'self-education' =>
  form === 'family' || form === 'self-education';

/**
 * Whether there are no lessons at the school to miss: home teaching, which column 2 of the summary
 * leaves out (S1; a hospital is none), and семейное образование and самообразование, which are no
 * part of the school (decision).
 */
export const missesNoLessons = ({ form, place }: Pick<StudyPeriod, 'form' | 'place'>): boolean =>
  place === 'home' || isOutsideSchool(form);

/** Whether a sheet may be owed on the day; without a period the student studies full-time. */
export const hasSheets = (
  periods: readonly StudyPeriod[],
  on: IsoDate,
  rules: StudyFormRules,
): boolean => periods.every((period) => !contains(period, on) || belongingOf(period, rules).sheets);

/** Periods of the pupil outside the class's journal. */
export const outsideClassJournal = (
  periods: readonly StudyPeriod[],
  rules: StudyFormRules,
): readonly StudyPeriod[] =>
  periods.filter((period) => belongingOf(period, rules).journal !== 'class');

/**
 * Days of the pupil's own journal within a period of the journal, oldest first: he was in the class
 * (`stints`) and taught at home. Empty: all his marks are in the class's journal.
 */
export const ownJournalDays = (
  period: Period,
  stints: readonly OpenPeriod[],
  periods: readonly StudyPeriod[],
  rules: StudyFormRules,
): readonly Period[] =>
  periods
    .filter((study) => belongingOf(study, rules).journal === 'own')
    .flatMap((study) =>
      stints.map((stint) => ({
        from: maxDate(maxDate(study.from, stint.from), period.from),
        to: minDate(minDate(study.to ?? period.to, stint.to ?? period.to), period.to),
      })),
    )
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));

const FORMS: Readonly<Record<StudyForm, string>> = {
  'full-time': 'очная форма',
  'part-time': 'очно-заочная форма',
  extramural: 'заочная форма',
  family: 'семейное образование',
  'self-education': 'самообразование',
};

/** «обучается на дому», «семейное образование»: as remarks of the journal say it. */
export const studyWords = ({ form, place }: Pick<StudyPeriod, 'form' | 'place'>): string => {
  if (place === 'school') return FORMS[form];
  const where = place === 'home' ? 'обучается на дому' : 'обучается в медицинской организации';
  return form === 'full-time' ? where : `${FORMS[form]}, ${where}`;
};

/** Why the form cannot stand with the place; null when it can. */
export const placeProblem = (form: StudyForm, place: StudyPlace): string | null => {
  if (form === 'full-time' && place === 'school')
    return 'Очно в школе учатся без отдельной записи. Выберите форму или место обучения.';
  if (isOutsideSchool(form) && place !== 'school')
    return 'При семейном образовании и самообразовании место не указывается: выберите «в школе».';
  return null;
};
