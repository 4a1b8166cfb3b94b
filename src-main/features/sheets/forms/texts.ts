import type { SheetContent } from '../../../contract/sheets-fields.ts';
import { absenceReasons, unrecognisedWords } from '../../../domain/absence-count.ts';
import { editionText, weekTitle } from '../../../domain/cadence-wording.ts';
import { weekday } from '../../../domain/dates.ts';
import type { IsoDate } from '../../../domain/dates.ts';
import { counted, initials, shortDate } from '../../../domain/russian.ts';

/** Sentences of a weekly sheet; every layout prints the same ones. */

const dayNames = ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'] as const;

/** «Пн 02.03» */
export const dayName = (date: IsoDate): string =>
  `${dayNames[weekday(date) - 1] ?? ''} ${date.slice(8, 10)}.${date.slice(5, 7)}`;

/** Head of a day's column; a holiday inside the week says so. */
export const dayHead = ({ date, school }: SheetContent['days'][number]): string =>
  `${dayName(date).replace(' ', '\n')}${school ? '' : '\nвых.'}`;

/** A sheet with what this very paper says of itself beside its content: a copy, a void one. */
export type PaperContent = SheetContent & { readonly stamps: readonly string[] };

/** What kind of paper it is, in its order: «исправленная, взамен …», «Копия № 1 …». */
export const paperLines = ({ edition, stamps }: PaperContent): readonly string[] => [
  ...(edition === undefined ? [] : [editionText(edition)]),
  ...stamps,
];

export const weekOfSheet = ({ week, lastDay }: SheetContent): string => weekTitle(week, lastDay);

export const titleText = (content: SheetContent): string =>
  `Сведения об успеваемости за неделю ${weekOfSheet(content)}`;

export const averagesText = ({ averagesOf, subjects }: SheetContent): string | null =>
  averagesOf === null || subjects.length === 0 ? null : `Средний балл: ${averagesOf}.`;

const late = (count: number): string =>
  count === 0 ? '' : ` ${counted(count, 'опоздание', 'опоздания', 'опозданий')}.`;

const unrecognised = ({ unrecognised: codes = [] }: SheetContent['absences']): string =>
  codes.length === 0 ? '' : ` Не${unrecognisedWords(codes).slice(2)}.`;

/**
 * «Пропущено 5 уроков: по болезни 3, причина не указана 2. 1 опоздание. Не распознано: «Х» — 2.»
 * Without lessons nothing is known about absences, so nothing is said.
 */
export const absencesText = ({ absences, subjects }: SheetContent): string | null => {
  if (subjects.length === 0) return null;
  const { total, absent: unexcused, unexplained = 0 } = absences;
  const beside = `${late(absences.late)}${unrecognised(absences)}`;
  if (total === 0) return `Пропусков нет.${beside}`;
  const reasons = absenceReasons({ ...absences, unexcused, unexplained });
  return `Пропущено ${counted(total, 'урок', 'урока', 'уроков')}: ${reasons}.${beside}`;
};

/** Marks that the averages leave out; null without such. */
export const daysOffText = ({ daysOff = [], averagesOf }: SheetContent): string | null => {
  if (daysOff.length === 0) return null;
  const days = daysOff.map(shortDate).join(', ');
  const [noun, which] =
    daysOff.length === 1 ? ['нерабочий день', 'этого дня'] : ['нерабочие дни', 'этих дней'];
  const left = averagesOf === null ? '' : `: отметки ${which} показаны, но в средний балл не вошли`;
  return `${days} — ${noun} по календарю школы${left}.`;
};

export const legendText = ({ legend }: SheetContent): string | null =>
  legend.length === 0
    ? null
    : `Обозначения: ${legend.map(({ code, meaning }) => `${code} — ${meaning}`).join('; ')}.`;

export const homeworkTitle = 'Домашние задания (по дням, когда заданы)';
export const homeworkApart = 'Домашние задания — на отдельном листке.';
export const homeworkEmpty = 'Домашние задания за неделю не записаны.';

export interface HomeworkDay {
  readonly day: string;
  /** Subject and what was set. */
  readonly lines: readonly (readonly [subject: string, text: string])[];
}

type Homework = NonNullable<SheetContent['homework']>;

/** A class shares its homework: it is put in order once and not for each student. */
const daysOfHomework = new WeakMap<Homework, readonly HomeworkDay[]>();

export const homeworkDays = (homework: Homework): readonly HomeworkDay[] => {
  const known = daysOfHomework.get(homework);
  if (known) return known;
  const days = [...Map.groupBy(homework, ({ date }) => date)].map(([date, lines]) => ({
    day: dayName(date),
    lines: lines.map(({ subject, text }) => [subject, text] as const),
  }));
  daysOfHomework.set(homework, days);
  return days;
};

const rule = '________________';

/** «Белова Ольга Игоревна» → «Белова О. И.» */
const shortName = (fullName: string): string => {
  const [last = '', first = '', ...middle] = fullName.split(' ');
  return initials(last, first, middle.length === 0 ? null : middle.join(' '));
};

/** «Для: Иванова М. П.» on a parent's own sheet. */
export const recipientText = ({ recipient }: SheetContent): string | null =>
  recipient === undefined ? null : `Для: ${shortName(recipient)}`;

export const teacherLine = ({ classTeacher }: SheetContent): string =>
  `Классный руководитель ${rule} ${classTeacher === null ? rule : shortName(classTeacher)}`;

/** The parent signs for this very sheet where it is not the first one of the week. */
export const tearOffText = (content: SheetContent): string => {
  const which = content.edition === undefined ? '' : ` (распечатка № ${content.edition.number})`;
  return `С результатами за неделю ${weekOfSheet(content)}${which} ознакомлен(а).`;
};

export const parentLine =
  'Подпись родителя (законного представителя) ________________  Дата ____________';
export const parentShortLine = 'С результатами ознакомлен(а), подпись родителя ____________';
