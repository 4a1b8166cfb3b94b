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
import type { Asked, Context } from '../context.ts';
import { readFile } from '../imports/index.ts';
import type { ClassFinder } from './import-class.ts';
import { classFinder, namesNoClass, withClass } from './import-class.ts';
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

const classNeeded = (fileName: string): OfficeError =>
  new OfficeError(
    'class-needed',
    `В файле «${fileName}» не написано, какого он класса, и по ученикам это не видно. Выберите класс.`,
  );

/** A file that names no class is of the class whose pupils stand in it. */
const placed = async (
  marks: RecognisedMarks,
  fileName: string,
  findClass: ClassFinder,
): Promise<Pick<ReadMarks, 'marks' | 'classFromPupils'>> => {
  if (!namesNoClass(marks)) return { marks, classFromPupils: false };
  const name = await findClass(marks);
  if (name === null) throw classNeeded(fileName);
  return { marks: withClass(marks, name), classFromPupils: true };
};

const recognise = async (
  input: { readonly file: string; readonly className?: string | undefined },
  index: number,
  context: Context,
  { options, findClass }: { readonly options: MarksOptions; readonly findClass: ClassFinder },
): Promise<ReadMarks> => {
  const { fileName, sha256, workbook } = await readFile(input.file, context);
  const recognised = await recogniseMarks(workbook, {
    ...options,
    ...(input.className !== undefined && { className: input.className }),
  });
  const { marks, classFromPupils } = await placed(recognised, fileName, findClass);
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
    classFromPupils,
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
  classFromPupils: false,
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
  const findClass = classFinder(db, usualYear);
  const read: ReadMarks[] = [];
  const all: PlanFile[] = [];
  for (const [index, input] of files.entries()) {
    await job.step({ stage: 'reading', done: index, total: files.length });
    try {
      const one = await recognise(input, index, context, { options, findClass });
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
