import type { Knex } from 'knex';
import { fieldError } from '../../contract/errors.ts';
import { schoolYearOf, schoolYearSpan, schoolYearTitle } from '../../domain/calendar.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { contains } from '../../domain/dates.ts';
import { shortDate } from '../../domain/russian.ts';
import type { RecognisedPeople } from '../../spreadsheets/people/recognised.ts';

/**
 * The school year an import speaks of. The file's own words come first; a file that names no year
 * is of today's, but parents and teachers belong to the year whose classes the office keeps.
 */
export interface ImportYear {
  readonly startYear: number;
  /** 1 September and 31 August. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Day of transfers, always inside the year. */
  readonly onDate: IsoDate;
  /**
   * Whether the year was over when the file was read and nobody named a day: transfers inside it
   * cannot be dated any more.
   */
  readonly isPast: boolean;
  /**
   * Last day of the enrolments the file creates. Null while it is the newest year the office has:
   * they stay open until the office moves to the next year. In an older year they end with it, so
   * that an old file never puts anybody into two classes.
   */
  readonly closesOn: IsoDate | null;
}

/** Newest year with classes, up to today's; today's itself when there are none at all. */
const yearOfClasses = async (db: Knex, today: IsoDate): Promise<number> => {
  const row: { starts_on: IsoDate } | undefined = await db({ y: 'school_years' })
    .whereRaw('EXISTS (SELECT 1 FROM classes c WHERE c.school_year_id = y.id)')
    .where('y.starts_on', '<=', today)
    .orderBy('y.starts_on', 'desc')
    .first('y.starts_on');
  return schoolYearOf(row?.starts_on ?? today);
};

const usualYear = (db: Knex, kind: RecognisedPeople['kind'], today: IsoDate) =>
  kind === 'guardians' || kind === 'teachers' ? yearOfClasses(db, today) : schoolYearOf(today);

/** Today inside the year, the last day of a past year, the first day of a coming one. */
const dayInside = (startYear: number, today: IsoDate): IsoDate => {
  const { from, to } = schoolYearSpan(startYear);
  if (today < from) return from;
  return today > to ? to : today;
};

/**
 * Decides the school year of an import; `asked` is the day of transfers the person chose.
 * @throws OfficeError `date-outside-year` when that day is outside the year the file names
 */
export const importYear = async (
  db: Knex,
  { kind, schoolYear }: Pick<RecognisedPeople, 'kind' | 'schoolYear'>,
  asked: IsoDate | undefined,
  today: IsoDate,
): Promise<ImportYear> => {
  const startYear =
    schoolYear ?? (asked === undefined ? await usualYear(db, kind, today) : schoolYearOf(asked));
  const span = schoolYearSpan(startYear);
  if (asked !== undefined && !contains(span, asked))
    throw fieldError(
      'date-outside-year',
      'onDate',
      `В файле указан ${schoolYearTitle(startYear)} учебный год. Выберите день с ${shortDate(span.from)} по ${shortDate(span.to)}.`,
    );
  const newer = await db('enrolments').where('starts_on', '>', span.to).first('id');
  return {
    startYear,
    ...span,
    onDate: asked ?? dayInside(startYear, today),
    isPast: asked === undefined && today > span.to,
    closesOn: newer === undefined ? null : span.to,
  };
};

const inPlace =
  ' Если класс ученика там другой, он будет исправлен на весь год; чтобы записать перевод, укажите его день.';

/** What the person should know before applying: the people do not go into today's year. */
export const yearNote = (
  { startYear, to, isPast }: ImportYear,
  kind: RecognisedPeople['kind'],
  today: IsoDate,
): string | null => {
  const current = schoolYearOf(today);
  if (startYear === current) return null;
  const when = to < today ? 'прошедшему' : 'будущему';
  const areStudents = kind === 'contingent' || kind === 'class-lists';
  const transfers = isPast && areStudents ? inPlace : '';
  return `Данные файла относятся к ${when} ${schoolYearTitle(startYear)} учебному году, а сегодня идёт ${schoolYearTitle(current)}. Классы и зачисления будут записаны в ${schoolYearTitle(startYear)}.${transfers}`;
};
