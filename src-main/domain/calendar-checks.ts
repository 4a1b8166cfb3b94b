/** Checks of a school year's calendar before it is stored; texts are for the form's fields. */
import type { ErrorField } from '../contract/errors.ts';
import type { Holiday, Term } from './calendar.ts';
import { schoolYearSpan, schoolYearTitle } from './calendar.ts';
import { isIsoDate } from './dates.ts';
import { shortDate } from './russian.ts';

type Span = Pick<Term, 'startsOn' | 'endsOn'>;

const dateProblems = (span: Span, path: string): readonly ErrorField[] =>
  (['startsOn', 'endsOn'] as const)
    .filter((field) => !isIsoDate(span[field]))
    .map((field) => ({
      path: `${path}.${field}`,
      message: 'Такой даты нет. Укажите дату в виде ДД.ММ.ГГГГ.',
    }));

const spanProblems = (span: Span, path: string, startYear: number): readonly ErrorField[] => {
  const impossible = dateProblems(span, path);
  if (impossible.length > 0) return impossible;
  const year = schoolYearSpan(startYear);
  const outside = (['startsOn', 'endsOn'] as const)
    .filter((field) => span[field] < year.from || span[field] > year.to)
    .map((field) => ({
      path: `${path}.${field}`,
      message:
        `Дата ${shortDate(span[field])} вне ${schoolYearTitle(startYear)} учебного года ` +
        `(${shortDate(year.from)}–${shortDate(year.to)}).`,
    }));
  if (span.endsOn >= span.startsOn) return outside;
  const message = `Окончание ${shortDate(span.endsOn)} раньше начала ${shortDate(span.startsOn)}.`;
  return [...outside, { path: `${path}.endsOn`, message }];
};

const orderProblems = (terms: readonly Span[]): readonly ErrorField[] =>
  terms.flatMap((term, index) => {
    const before = terms[index - 1];
    if (index === 0 || before === undefined || term.startsOn > before.endsOn) return [];
    const overlap = term.endsOn >= before.startsOn;
    const what = overlap ? 'пересекается с предыдущим' : 'стоит раньше предыдущего';
    return [
      {
        path: `terms.${index}.startsOn`,
        message:
          `Период ${index + 1} ${what} (${shortDate(before.startsOn)}–${shortDate(before.endsOn)}): ` +
          `он должен начинаться после ${shortDate(before.endsOn)}.`,
      },
    ];
  });

/**
 * Terms must be real dates inside the school year, each not upside down, in order, not
 * overlapping. Empty list when all is well; paths are `terms.<index>.<field>`.
 */
export const validateTerms = (startYear: number, terms: readonly Span[]): readonly ErrorField[] => {
  if (terms.length === 0) {
    return [{ path: 'terms', message: 'Добавьте хотя бы один учебный период.' }];
  }
  const each = terms.flatMap((term, index) => spanProblems(term, `terms.${index}`, startYear));
  return each.length > 0 ? each : orderProblems(terms);
};

/** Holidays must be real, not upside down, inside the year; they may overlap each other. */
export const validateHolidays = (
  startYear: number,
  holidays: readonly Holiday[],
): readonly ErrorField[] =>
  holidays.flatMap((holiday, index) => spanProblems(holiday, `holidays.${index}`, startYear));
