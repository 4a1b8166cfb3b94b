import { schoolYearOf, schoolYearTitle } from '../../domain/calendar.ts';
import type { IsoDate, Period } from '../../domain/dates.ts';
import { maxDate, minDate } from '../../domain/dates.ts';
import type { Context } from '../context.ts';
import type { ReadFiles } from './import-read.ts';
import { readClasses, readState } from './import-state.ts';
import type { ClassState, PlanFile, ReadMarks } from './import-types.ts';

/** Which classes an import concerns, and in which days. */

/** First calendar year of the school year of a file. */
export const yearOf = ({ schoolYear, period }: PlanFile): number =>
  schoolYear ?? schoolYearOf(period?.from ?? '2000-09-01');

export type Classes = Awaited<ReturnType<typeof readClasses>>;

/** A file none of whose classes exist is not taken at all. */
export const refuseClassless = ({ read, files }: ReadFiles, classes: Classes): ReadFiles => {
  const refused = new Map<number, PlanFile>();
  for (const one of read) {
    const year = yearOf(one);
    if (
      one.classNames.length === 0 ||
      one.classNames.some((name) => classes.has(`${year}|${name}`))
    )
      continue;
    const message = `Класса ${one.classNames.slice(0, 5).join(', ')} нет в ${schoolYearTitle(year)} учебном году. Сначала загрузите контингент или добавьте класс.`;
    refused.set(one.index, {
      ...(files[one.index] ?? one),
      refusal: { code: 'class-unknown', message },
    });
  }
  return {
    read: read.filter(({ index }) => !refused.has(index)),
    files: files.map((file, index) => refused.get(index) ?? file),
  };
};

/** Days each class is told about, by `year|class`. */
const periodsOf = (read: readonly ReadMarks[]): ReadonlyMap<string, Period> => {
  const periods = new Map<string, Period>();
  for (const file of read)
    for (const name of file.classNames) {
      const key = `${yearOf(file)}|${name}`;
      const { period } = file;
      const before = periods.get(key);
      if (!period) periods.set(key, before ?? { from: '9999-12-31', to: '0001-01-01' });
      else
        periods.set(key, {
          from: minDate(before?.from ?? period.from, period.from),
          to: maxDate(before?.to ?? period.to, period.to),
        });
    }
  return periods;
};

/** What is stored of the classes of the files, by `year|class`. */
export const readStates = async (
  { db, job }: Context,
  read: readonly ReadMarks[],
  classes: Classes,
): Promise<ReadonlyMap<string, ClassState>> => {
  const states = new Map<string, ClassState>();
  const periods = periodsOf(read);
  for (const [key, period] of periods) {
    await job.step({ stage: 'comparing', done: states.size, total: null });
    const record = classes.get(key);
    if (record) states.set(key, await readState(db, record, period));
  }
  return states;
};

/** First and last day of all these classes. */
export const yearsOf = (states: ReadonlyMap<string, ClassState>): readonly [IsoDate, IsoDate] => {
  const spans = [...states.values()].map(({ span }) => span);
  return [
    spans.map(({ from }) => from).toSorted()[0] ?? '2000-01-01',
    spans
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? '2000-01-01',
  ];
};
