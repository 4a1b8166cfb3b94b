import { compareClassNames } from '../../domain/classes.ts';
import { schoolYearOf, schoolYearTitle } from '../../domain/calendar.ts';
import { weekday } from '../../domain/dates.ts';
import type { Gatherer } from './gather.ts';
import type { MarksKind, RecognisedMarks } from './recognised.ts';

const mainKind = (kinds: readonly MarksKind[]): MarksKind => {
  const count = (kind: MarksKind): number => kinds.filter((one) => one === kind).length;
  return kinds.reduce((a, b) => (count(b) > count(a) ? b : a));
};

type Year = Pick<RecognisedMarks, 'schoolYear' | 'schoolYearFrom'>;

/** The surest of the years the tables gave. */
const yearOf = ({ years, marks }: Gatherer['found']): Year => {
  for (const from of ['file', 'dates', 'assumed'] as const) {
    const known = years.find((one) => one.from === from && one.schoolYear !== null);
    if (known) return { schoolYear: known.schoolYear, schoolYearFrom: from };
  }
  const date = marks.find(({ cells }) => cells.length > 0)?.cells[0]?.date;
  return date === undefined
    ? { schoolYear: null, schoolYearFrom: null }
    : { schoolYear: schoolYearOf(date), schoolYearFrom: 'dates' };
};

/** An assumed year is doubtful when by it lessons would be held on Sundays. */
const warnSundays = (into: Gatherer, { schoolYear, schoolYearFrom }: Year): void => {
  const first = into.found.lessons[0] ?? into.found.pupils[0];
  if (schoolYearFrom !== 'assumed' || schoolYear === null || !first) return;
  const dates = new Set(into.found.marks.flatMap(({ cells }) => cells.map(({ date }) => date)));
  const sundays = [...dates].filter((date) => weekday(date) === 7).length;
  if (sundays < 2 || sundays / dates.size < 0.05) return;
  into.found.warnings.push({
    where: first.where,
    code: 'year-doubtful',
    message:
      `В файле не назван учебный год; если это ${schoolYearTitle(schoolYear)}, то ${sundays} дн. с оценками – воскресенья. ` +
      'Проверьте, тот ли год выбран.',
    cells: [],
  });
};

const classNamesOf = ({ pupils, lessons }: Gatherer['found']): readonly string[] => {
  const names = new Set([...pupils, ...lessons].map(({ className }) => className));
  names.delete('');
  return [...names].toSorted(compareClassNames);
};

/** All that was read of a file; `kinds` are those of its sheets, at least one. */
export const summedUp = (into: Gatherer, kinds: readonly MarksKind[]): RecognisedMarks => {
  const { found } = into;
  const year = yearOf(found);
  warnSundays(into, year);
  return {
    kind: mainKind(kinds),
    ...year,
    classNames: classNamesOf(found),
    pupils: found.pupils,
    marks: found.marks.map(({ slots: _slots, ...marks }) => marks),
    lessons: into.lessons(),
    legend: found.legend,
    rejected: found.rejected,
    warnings: found.warnings,
  };
};
