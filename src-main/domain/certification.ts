/** What the certifying text of a printed journal swears: exactly what is printed (S2 §1.2; domain.md §6). */
import type { IsoDate, Period } from './dates.ts';
import { maxDate, minDate } from './dates.ts';
import { shortDate } from './russian.ts';

/** Where the lessons and marks of a journal came from. */
export interface MarksSource {
  /** Day of the last import that told about them; null: nothing of it was imported. */
  readonly importedOn: IsoDate | null;
  /** Something was typed in the program. */
  readonly typed: boolean;
}

/** «по данным выгрузки от 27.10.2025 из системы «БАРС»». */
export const sourceWords = ({ importedOn, typed }: MarksSource, systemName: string): string => {
  const byHand = 'записям, внесённым в программу вручную';
  if (importedOn === null)
    return typed ? `по ${byHand}` : 'без сведений об уроках и отметках: их не внесено';
  const imported = `по данным выгрузки от ${shortDate(importedOn)} из системы «${systemName}»`;
  return typed ? `${imported} и ${byHand}` : imported;
};

/** Days that a print holds. */
export interface PrintedSpan extends Period {
  /** The period was not over when it was printed: the day up to which it is told. */
  readonly asOf: IsoDate | null;
}

/**
 * Days that a print of `today` holds: of a running period those to that day, of a finished one all,
 * with lessons that the year's journal has after the last term. Before the period begins it holds
 * its first day alone, on which nothing can be.
 */
export const printedSpan = (
  period: Period,
  today: IsoDate,
  lessonDays: readonly IsoDate[],
): PrintedSpan => {
  if (today < period.to) return { from: period.from, to: maxDate(period.from, today), asOf: today };
  return {
    from: lessonDays.reduce(minDate, period.from),
    to: lessonDays.reduce(maxDate, period.to),
    asOf: null,
  };
};

/** «с 01.09.2025 по 10.10.2025, по состоянию на 10.10.2025»; the day is told of a running period only. */
export const spanWords = ({ from, to, asOf }: PrintedSpan): string => {
  if (asOf === null) return `с ${shortDate(from)} по ${shortDate(to)}`;
  const state = `по состоянию на ${shortDate(asOf)}`;
  return asOf < from
    ? `до начала периода (${shortDate(from)}), ${state}`
    : `с ${shortDate(from)} по ${shortDate(to)}, ${state}`;
};

export interface SwornPrint {
  readonly kind: 'journal' | 'extract';
  readonly span: PrintedSpan;
  readonly source: MarksSource;
  readonly systemName: string;
  /** Where the original is kept. */
  readonly school: string;
  /** Where its gaps are listed: «на странице 54»; null: it has none. */
  readonly gapsAt: string | null;
}

/** «Верно. Журнал распечатан …»: nothing is called complete that has gaps or is not over. */
export const certifyingText = (print: SwornPrint): string => {
  const { kind, span, source, systemName, school, gapsAt } = print;
  const whole = gapsAt === null && span.asOf === null ? ' полностью' : '';
  const what = kind === 'journal' ? `Журнал распечатан${whole}` : 'Выписка из журнала сделана';
  const printed = `Верно. ${what} ${spanWords(span)}, ${sourceWords(source, systemName)}.`;
  const gaps = gapsAt === null ? '' : ` Чего недостаёт, перечислено ${gapsAt}.`;
  return `${printed}${gaps} Подлинник ведётся в системе электронного журнала («${systemName}») и хранится в ${school}.`;
};
