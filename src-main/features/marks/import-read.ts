import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';
import { maxDate, minDate } from '../../domain/dates.ts';
import type {
  MarksOptions,
  RecognisedMarks,
  TableMapping,
} from '../../spreadsheets/marks/recognised.ts';
import { recogniseMarks } from '../../spreadsheets/marks/recognise-marks.ts';
import type { Context } from '../context.ts';
import { readFile } from '../imports/index.ts';
import type { Asked } from './asked.ts';
import type { PlanFile, ReadMarks } from './import-types.ts';

/** Reads the files of an import one after another; a broken one does not stop the others. */

/** What was said of tables before, by their row of titles. */
export const rememberedMappings = async (db: Knex): Promise<readonly TableMapping[]> => {
  const rows: { header_key: string; kind: TableMapping['kind']; mapping: string }[] =
    await db('table_mappings');
  return rows.map(({ header_key, kind, mapping }) => ({
    headerKey: header_key,
    kind,
    columns: JSON.parse(mapping) as TableMapping['columns'],
  }));
};

/** Days the file tells about: of its marks and lessons, and whatever it says it covers. */
const periodOf = ({ marks, lessons }: RecognisedMarks): Period | null => {
  let period: Period | null = null;
  const widen = (from: IsoDate, to: IsoDate): void => {
    period = period
      ? { from: minDate(period.from, from), to: maxDate(period.to, to) }
      : { from, to };
  };
  for (const { covers, cells } of marks) {
    if (covers) widen(covers.from, covers.to);
    for (const { date } of cells) widen(date, date);
  }
  for (const { date } of lessons) widen(date, date);
  return period;
};

const namesNoClass = ({ pupils, lessons }: RecognisedMarks): boolean =>
  pupils.some(({ className }) => className === '') ||
  lessons.some(({ className }) => className === '');

const recognise = async (
  input: { readonly file: string; readonly className?: string | undefined },
  index: number,
  context: Context,
  options: MarksOptions,
): Promise<ReadMarks> => {
  const { fileName, sha256, workbook } = await readFile(input.file, context);
  const marks = await recogniseMarks(workbook, {
    ...options,
    ...(input.className !== undefined && { className: input.className }),
  });
  if (namesNoClass(marks))
    throw new OfficeError(
      'class-needed',
      `В файле «${fileName}» не написано, какого он класса. Выберите класс.`,
    );
  return {
    index,
    file: input.file,
    name: fileName,
    sha256,
    format: workbook.format,
    kind: marks.kind,
    schoolYear: marks.schoolYear,
    schoolYearFrom: marks.schoolYearFrom,
    classNames: marks.classNames,
    period: periodOf(marks),
    legend: marks.legend,
    refusal: null,
    marks,
  };
};

const broken = async (
  file: string,
  { code, message }: OfficeError,
  { files }: Context,
): Promise<PlanFile> => ({
  file,
  // A file that cannot be read at all has no name to tell.
  name: await files.read(file).then(
    ({ name }) => name,
    () => '',
  ),
  sha256: '',
  format: null,
  kind: null,
  schoolYear: null,
  schoolYearFrom: null,
  classNames: [],
  period: null,
  legend: [],
  refusal: { code, message },
});

export interface ReadFiles {
  readonly read: readonly ReadMarks[];
  /** In the order asked, also those that were not read. */
  readonly files: readonly PlanFile[];
}

/** @throws OfficeError `cancelled`; of a file: see `refusal` of the file */
export const readFiles = async (
  { files, mappings, schoolYear }: Asked<'marks.previewImport'>,
  context: Context,
  usualYear: number,
): Promise<ReadFiles> => {
  const { db, job } = context;
  const said = new Set(mappings.map(({ headerKey }) => headerKey));
  const before = await rememberedMappings(db);
  const options: MarksOptions = {
    mappings: [...mappings, ...before.filter(({ headerKey }) => !said.has(headerKey))],
    schoolYear: schoolYear ?? usualYear,
    pause: () => job.step({ stage: 'reading', done: 0, total: null }),
  };
  const read: ReadMarks[] = [];
  const all: PlanFile[] = [];
  for (const [index, input] of files.entries()) {
    await job.step({ stage: 'reading', done: index, total: files.length });
    try {
      const one = await recognise(input, index, context, options);
      read.push(one);
      all.push(withoutMarks(one));
    } catch (error) {
      if (!(error instanceof OfficeError) || error.code === 'cancelled') throw error;
      all.push(await broken(input.file, error, context));
    }
  }
  return { read, files: all };
};

/** The plan keeps what is told of the file, not the file itself. */
const withoutMarks = ({ marks: _marks, index: _index, ...file }: ReadMarks): PlanFile => file;
