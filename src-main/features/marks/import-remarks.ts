import { schoolYearTitle } from '../../domain/calendar.ts';
import { fullName } from '../../domain/names.ts';
import type { Rejected } from '../../spreadsheets/people/recognised.ts';
import type { PlanPupil, ReadMarks, Remark } from './import-types.ts';

/** Warnings of these kinds are told once a file and class (and day off), with the number of cells. */
const told = (remark: Remark): string => {
  const { code, file, className, message } = remark;
  if (code === 'final-without-term' || code === 'files-differ')
    return `${code}|${file}|${className}`;
  return code === 'day-off'
    ? `${code}|${file}|${className}|${message}`
    : `${remark.code}|${remark.file}|${remark.where.sheet}|${remark.where.address}|${remark.message}`;
};

const remarkOf = ({ index }: ReadMarks, { where, code, message, cells }: Rejected): Remark => ({
  file: index,
  where,
  className: '',
  fullName: cells
    .filter((text) => text !== '')
    .slice(0, 3)
    .join(' '),
  subject: '',
  code,
  message,
  cells,
  count: 1,
});

/** What is not taken, and what a person should look at. */
export class Remarks {
  readonly rejected: Remark[] = [];
  readonly #warnings = new Map<string, Remark>();

  reject(remark: Remark): void {
    this.rejected.push(remark);
  }

  warn(remark: Remark): void {
    const key = told(remark);
    const before = this.#warnings.get(key);
    this.#warnings.set(key, before ? { ...before, count: before.count + remark.count } : remark);
  }

  warnings(): readonly Remark[] {
    return [...this.#warnings.values()];
  }

  rejectRow(file: ReadMarks, rejected: Rejected): void {
    this.reject(remarkOf(file, rejected));
  }

  warnRow(file: ReadMarks, warning: Rejected): void {
    this.warn(remarkOf(file, warning));
  }

  /** Classes of the file that the school does not have; one row each. */
  rejectClasses(file: ReadMarks, isKnown: (className: string) => boolean): void {
    const { pupils, lessons } = file.marks;
    for (const className of file.classNames) {
      if (isKnown(className)) continue;
      const own = [...pupils, ...lessons].filter((one) => one.className === className);
      const where = own[0]?.where ?? { sheet: '', row: 0, address: '' };
      const year =
        file.schoolYear === null ? '' : ` в ${schoolYearTitle(file.schoolYear)} учебном году`;
      this.reject({
        file: file.index,
        where,
        className,
        fullName: '',
        subject: '',
        code: 'class-unknown',
        message: `Класса ${className} нет${year}. Сначала загрузите контингент или добавьте класс.`,
        cells: [className],
        count: own.length,
      });
    }
  }

  rejectPupil({ file, state, pupil, code, reason, count }: PlanPupil): void {
    this.reject({
      file,
      where: pupil.where,
      className: state.name,
      fullName: fullName(pupil),
      subject: '',
      code: code ?? 'student-unknown',
      message: reason ?? '',
      cells: [state.name, fullName(pupil)],
      count,
    });
  }

  warnDiffering({ state, pupil, outcome }: PlanPupil): void {
    for (const { file, cell } of outcome?.differing ?? [])
      this.warn({
        file,
        where: {
          sheet: cell.sheet,
          row: Number(/\d+$/u.exec(cell.address)?.[0] ?? 0),
          address: cell.address,
        },
        className: state.name,
        fullName: fullName(pupil),
        subject: cell.lesson.subject,
        code: 'files-differ',
        message:
          'Выбранные файлы говорят об этой ячейке разное: взято из первого. Сверьте их между собой.',
        cells: [cell.text],
        count: 1,
      });
  }
}
