import type { ControlFigures, ControlGroup, ControlGrouping } from '../../contract/control.ts';
import { assertNever } from '../../contract/errors.ts';
import { byNumber, byText, inTurn } from '../lists/index.ts';
import type { Scope } from './scope.ts';
import type { Entry, NamedPairs, JudgedWeek, Pair } from './pairs.ts';
import type { Names } from './names.ts';
import { noTeacher, teacherTitle } from './names.ts';

/** A pair, or the lessons of one teacher in it. */
export interface Part {
  readonly pair: Pair;
  readonly entries: readonly Entry[];
  readonly judged: readonly JudgedWeek[];
  /** The timetable is told for a pair; it is the part's own only when nobody shares the pair. */
  readonly weekly: number | null;
  readonly planned: number | null;
}

const wholePart = (pair: Pair): Part => ({
  pair,
  entries: pair.entries,
  judged: pair.judged,
  weekly: pair.weekly,
  planned: pair.planned,
});

const teacherPart = (pair: Pair, teacherId: number): Part => {
  const isSole = pair.teacherIds.every((id) => id === teacherId);
  return {
    pair,
    entries: pair.entries.filter((entry) => entry.teacherId === teacherId),
    judged: pair.judged.filter(({ teacherIds }) =>
      teacherIds.length === 0 ? isSole : teacherIds.includes(teacherId),
    ),
    weekly: isSole ? pair.weekly : null,
    planned: isSole ? pair.planned : null,
  };
};

const askedTeacher = ({ teacherId, withoutTeacher }: Scope): number | null => {
  if (teacherId !== undefined) return teacherId;
  return withoutTeacher === true ? noTeacher : null;
};

/** The parts of the pairs the scope asks for. */
export const partsInScope = (pairs: readonly Pair[], scope: Scope): readonly Part[] => {
  const teacherId = askedTeacher(scope);
  if (teacherId === null) return pairs.map(wholePart);
  return pairs
    .filter(({ teacherIds }) => teacherIds.includes(teacherId))
    .map((pair) => teacherPart(pair, teacherId));
};

/** A pair that only the timetable knows stands under «nobody is named». */
const teachersOf = ({ teacherIds }: Pair): readonly number[] =>
  teacherIds.length === 0 ? [noTeacher] : teacherIds;

const byTeacher = (parts: readonly Part[], scope: Scope): ReadonlyMap<number, readonly Part[]> => {
  const asked = askedTeacher(scope);
  if (asked !== null) return new Map(parts.length === 0 ? [] : [[asked, parts]]);
  const owned = parts.flatMap(({ pair }) =>
    teachersOf(pair).map((teacherId) => ({ teacherId, part: teacherPart(pair, teacherId) })),
  );
  const groups = Map.groupBy(owned, ({ teacherId }) => teacherId);
  return new Map([...groups].map(([id, rows]) => [id, rows.map(({ part }) => part)]));
};

/** Parts by the id of their teacher, class or subject. */
export const groupParts = (
  parts: readonly Part[],
  by: ControlGrouping,
  scope: Scope,
): ReadonlyMap<number, readonly Part[]> => {
  switch (by) {
    case 'teacher':
      return byTeacher(parts, scope);
    case 'class':
      return Map.groupBy(parts, ({ pair }) => pair.class.id);
    case 'subject':
      return Map.groupBy(parts, ({ pair }) => pair.subjectId);
    default:
      return assertNever(by);
  }
};

const titleOf = (names: Names, by: ControlGrouping, id: number): string => {
  if (by === 'teacher') return teacherTitle(names, id);
  if (by === 'subject') return names.subjects.get(id) ?? '';
  return names.classes.find((one) => one.id === id)?.title ?? '';
};

type Counted = Exclude<keyof Entry, 'teacherId' | 'week'>;

export const sumOf = (entries: readonly Entry[], what: Counted): number =>
  entries.reduce((sum, entry) => sum + entry[what], 0);

/** Figures of parts together; nothing unknown is counted as good. */
export const figuresOf = (parts: readonly Part[]): ControlFigures => {
  const entries = parts.flatMap((part) => part.entries);
  const judged = parts.flatMap((part) => part.judged);
  const planned = parts.filter((part) => part.planned !== null);
  const [marks, onTime, late] = [
    sumOf(entries, 'marks'),
    sumOf(entries, 'onTime'),
    sumOf(entries, 'late'),
  ];
  return {
    lessons: sumOf(entries, 'lessons'),
    described: sumOf(entries, 'described'),
    withoutTopic: sumOf(entries, 'withoutTopic'),
    withoutHomework: sumOf(entries, 'withoutHomework'),
    marks,
    onTime,
    late,
    unknown: marks - onTime - late,
    weeks: judged.length,
    emptyWeeks: judged.filter((week) => week.marks === 0).length,
    planned:
      planned.length === 0 ? null : planned.reduce((sum, part) => sum + (part.planned ?? 0), 0),
    heldOfPlanned:
      planned.length === 0
        ? null
        : sumOf(
            planned.flatMap((part) => part.entries),
            'lessons',
          ),
    pairs: parts.length,
    pairsPlanned: planned.length,
  };
};

/** Order of titles: classes by parallel, «nobody is named» last. */
export const compareGroups = inTurn<{ readonly id: number; readonly title: string }>(
  byNumber(({ id }) => Number(id === noTeacher)),
  byText(({ title }) => title),
);

export interface Group {
  readonly id: number;
  readonly title: string;
  readonly parts: readonly Part[];
}

/** Groups of the scope, in the order of their titles. */
export const groupsOf = (
  { pairs, names }: NamedPairs,
  by: ControlGrouping,
  scope: Scope,
): readonly Group[] =>
  [...groupParts(partsInScope(pairs, scope), by, scope)]
    .map(([id, parts]) => ({ id, title: titleOf(names, by, id), parts }))
    .toSorted(compareGroups);

export const groupRows = (groups: readonly Group[]): ControlGroup[] =>
  groups.map(({ id, title, parts }) => ({ id, title, ...figuresOf(parts) }));
