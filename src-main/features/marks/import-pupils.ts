import type { IsoDate, Period } from '../../domain/dates.ts';
import { overlaps } from '../../domain/dates.ts';
import { fold } from '../../domain/names.ts';
import type { NamedPupil } from '../../spreadsheets/marks/recognised.ts';
import type { ClassState, Member, PlanPupil } from './import-types.ts';

/**
 * Whom a name of a class's file means (domain.md §1): the only member of that name in the days of
 * the file; everything else is asked, remembered from an earlier answer, or nobody of the school.
 */

interface Found {
  readonly status: PlanPupil['status'];
  readonly studentId: number | null;
  readonly code: string | null;
  readonly reason: string | null;
  readonly candidates: readonly number[];
}

/** What the matching is asked with. */
export interface PupilQuestion {
  readonly state: ClassState;
  readonly pupil: NamedPupil;
  /** `personKey` of the pupil. */
  readonly nameKey: string;
  readonly period: Period;
  /** Whether the file has another child of that very name in the class. */
  readonly isRepeated: boolean;
  /** Students of the whole school by name key. */
  readonly school: ReadonlyMap<string, readonly number[]>;
}

const asked = (code: string, reason: string, candidates: readonly number[]): Found => ({
  status: 'asked',
  studentId: null,
  code,
  reason,
  candidates,
});

const ids = (members: readonly Member[]): readonly number[] => [
  ...new Set(members.map(({ id }) => id)),
];

const initialOf = (word: string): string | null => /^(\p{L})\.?$/u.exec(word)?.[1] ?? null;

const fits = (word: string, full: string | undefined): boolean => {
  const initial = initialOf(word);
  return initial === null ? word === full : (full?.startsWith(initial) ?? false);
};

/** The file has no patronymic, or initials: members whose full name it may shorten. */
const shortened = (pupil: NamedPupil, members: readonly Member[]): readonly Member[] => {
  const words = fold(
    [pupil.lastName, pupil.firstName, pupil.middleName ?? ''].join(' ').replaceAll('.', '. '),
  ).split(' ');
  return members.filter(({ search }) => {
    const full = search.split(' ');
    return words.length <= full.length && words.every((word, at) => fits(word, full[at]));
  });
};

const inDays = (members: readonly Member[], period: Period): readonly Member[] =>
  members.filter((member) => overlaps({ from: member.from, to: member.to }, period));

const ofClass = (
  { state, pupil, isRepeated }: PupilQuestion,
  members: readonly Member[],
  key: string,
): Found | null => {
  const same = ids(members.filter((member) => member.key === key));
  const [only] = same;
  if (only !== undefined && same.length === 1 && !isRepeated)
    return { status: 'matched', studentId: only, code: null, reason: null, candidates: [] };
  if (same.length > 0)
    return asked(
      'namesakes',
      same.length > 1
        ? `В ${state.name} классе несколько учеников с таким именем (${same.length}). Выберите, кто это.`
        : 'Это имя стоит в файле дважды, а в классе такой ученик один. Выберите, чьи это оценки.',
      same,
    );
  const similar = ids(shortened(pupil, members));
  if (similar.length === 0) return null;
  return asked('name-short', 'Имя в файле написано не полностью. Это этот ученик?', similar);
};

const elsewhere = ({ state, school }: PupilQuestion, key: string): Found => {
  const others = school.get(key) ?? [];
  if (others.length > 0)
    return asked(
      'other-class',
      `В ${state.name} классе в эти дни такого ученика нет, но он есть в школе. Это он?`,
      others,
    );
  return {
    status: 'unknown',
    studentId: null,
    code: 'student-unknown',
    reason: `Такого ученика в школе нет. Сначала загрузите контингент или добавьте его в ${state.name} класс.`,
    candidates: [],
  };
};

/** Decides one name of one file. */
export const matchPupil = (question: PupilQuestion): Found => {
  const { state, pupil, period, nameKey: key } = question;
  const members = inDays(state.members, period);
  const found = ofClass(question, members, key) ?? elsewhere(question, key);
  const before = state.remembered.get(`${key}|${pupil.occurrence}`);
  if (found.status === 'matched' || before === undefined) return found;
  return {
    ...found,
    status: 'remembered',
    studentId: before,
    candidates: found.candidates.includes(before)
      ? found.candidates
      : [before, ...found.candidates],
  };
};

/** The key of a pupil among the files of an import: the same child in two of them is one question. */
export const pupilKey = (state: ClassState, nameKey: string, occurrence: number): string =>
  `${state.name} ${state.startYear}|${nameKey}|${occurrence}`;

/** Last day of the file, for the class of the candidates. */
export const lastDay = (periods: readonly Period[]): IsoDate =>
  periods.reduce((last, { to }) => (to > last ? to : last), '0001-01-01');
