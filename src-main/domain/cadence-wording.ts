/** Russian names of weeks, of editions of a sheet, and the refusal of a second one (S2 §7). */
import type { SheetEdition } from '../contract/sheets-fields.ts';
import type { SchoolDayTest } from './cadence.ts';
import { modeDay, nextSheetWeek } from './cadence.ts';
import { addDays, dateParts, formatIsoWeek, isoWeek, monthGenitive } from './dates.ts';
import type { IsoDate } from './dates.ts';
import { russianDate, shortDate } from './russian.ts';

const dayAndMonth = (date: IsoDate): string => {
  const { month, day } = dateParts(date);
  return `${day} ${monthGenitive(month)}`;
};

/** «2–7 марта 2026 г.», «30 марта – 4 апреля 2026 г.», «29 декабря 2025 г. – 3 января 2026 г.» */
export const spanTitle = (from: IsoDate, to: IsoDate): string => {
  if (from === to) return russianDate(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dateParts(from).day}–${russianDate(to)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${dayAndMonth(from)} – ${russianDate(to)}`;
  return `${russianDate(from)} – ${russianDate(to)}`;
};

/** A week as people call it: Monday to its last school day, to Saturday where it has none. */
export const weekTitle = (week: IsoDate, lastDay: IsoDate | null): string =>
  spanTitle(week, lastDay ?? addDays(week, 5));

/** «2026-W10» */
export const weekCode = (week: IsoDate): string => formatIsoWeek(isoWeek(week));

export interface SecondSheet {
  readonly studentName: string;
  readonly className: string;
  readonly week: IsoDate;
  /** Of the sheet that was handed over, or that is to be. */
  readonly number: number;
  readonly handedOn: IsoDate | null;
  /** To whom: the parent whose own sheet it is, else those who share it. */
  readonly receiver: string;
}

/** «Иванова Анна, 8А: распечатка № 1 за неделю 2–6 марта 2026 г. уже выдана 06.03.2026 (кому: …)» */
const handedText = (
  { studentName, className, week, number, handedOn, receiver }: SecondSheet,
  isSchoolDay: SchoolDayTest,
): string => {
  const what = `распечатка № ${number} за неделю ${weekTitle(week, modeDay(week, isSchoolDay))}`;
  const done = handedOn === null ? 'выдаётся' : `уже выдана ${shortDate(handedOn)}`;
  return `${studentName}, ${className}: ${what} ${done}${receiver === '' ? '' : ` (кому: ${receiver})`}`;
};

const rule =
  'Родитель отказался от электронной услуги, поэтому сведения выдаются раз в неделю, не реже и не чаще (план родительского собрания, п. 7).';

const nextText = (week: IsoDate, isSchoolDay: SchoolDayTest): string => {
  const next = nextSheetWeek(week, isSchoolDay);
  const lastDay = next && modeDay(next, isSchoolDay);
  if (next === null || lastDay === null) return 'В этом учебном году учебных недель больше нет.';
  return `Следующая распечатка — за неделю ${weekTitle(next, lastDay)}, печатайте её с ${shortDate(lastDay)}.`;
};

/** Why a second, different sheet is refused after handing over, and what is possible instead. */
export const secondSheetRefusal = (sheet: SecondSheet, isSchoolDay: SchoolDayTest): string =>
  [
    `${handedText(sheet, isSchoolDay)}, а с тех пор сведения изменились.`,
    rule,
    'Ту же распечатку можно повторить как копию; если её не выдавали, снимите отметку о выдаче, и напечатается исправленная.',
    nextText(sheet.week, isSchoolDay),
  ].join(' ');

/** Why another sheet is not handed over beside the one that was. */
export const secondHandOverRefusal = (sheet: SecondSheet, isSchoolDay: SchoolDayTest): string =>
  [
    `${handedText(sheet, isSchoolDay)}.`,
    rule,
    'Другую распечатку за ту же неделю выдать нельзя: уберите её.',
  ].join(' ');

const sheetName = ({
  number,
  printedOn,
}: {
  readonly number: number;
  readonly printedOn: IsoDate;
}) => `№ ${number} от ${shortDate(printedOn)}`;

/** «Распечатка № 2, исправленная, взамен распечатки № 1 от 06.03.2026» */
export const editionText = (edition: SheetEdition): string => {
  if (edition.kind === 'additional')
    return `Распечатка № ${edition.number} за эту неделю, дополнительная к выданной ${shortDate(edition.after)}`;
  // Two parents who have one sheet now may have had one each, with the same number and day.
  const names = [...new Set(edition.replaces.map(sheetName))];
  const old = names.length === 1 ? 'распечатки' : 'распечаток';
  return `Распечатка № ${edition.number}, исправленная, взамен ${old} ${names.join(', ')}`;
};

/** «Копия № 1 распечатки № 1 от 06.03.2026» */
export const copyText = (
  copy: number,
  sheet: { readonly number: number; readonly printedOn: IsoDate },
): string => `Копия № ${copy} распечатки ${sheetName(sheet)}`;

/** «заменена распечаткой № 2 от 07.03.2026» */
export const replacedText = (sheet: {
  readonly number: number;
  readonly printedOn: IsoDate;
}): string => `заменена распечаткой ${sheetName(sheet)}`;
