import type { School } from '../../../contract/settings.ts';
import {
  cell,
  centered,
  column,
  documentOf,
  landscape,
  mm,
  row,
  signature,
  spacer,
  table,
  title,
} from '../../../documents/build.ts';
import type { DocumentModel, TableRow } from '../../../documents/model.ts';
import type { IsoDate } from '../../../domain/dates.ts';
import { russianDate } from '../../../domain/russian.ts';
import type { Report } from '../report.ts';

type Counts = Report['students'];

const figures = ({ total, issued, notIssued, revoked }: Counts): readonly number[] => [
  total,
  issued,
  notIssued,
  revoked,
];

const counts = ['Всего', 'Выдано', 'Не выдано', 'Отозвано'] as const;

const group = (text: string) => cell(text, { colSpan: 4 });

const head: readonly TableRow[] = [
  [
    cell('Класс', { rowSpan: 2 }),
    group('Ученики'),
    cell('Учеников без логина', { rowSpan: 2 }),
    group('Родители'),
  ],
  row(...counts, ...counts),
];

const numbers = Array.from({ length: 9 }, () => column(1, 'center'));

const boldRow = (cells: TableRow): TableRow => cells.map((one) => ({ ...one, bold: true }));

/** Issued and not issued by class; a guardian of several classes is counted once in the total. */
export const reportDocument = (
  report: Report,
  school: Pick<School, 'shortName'>,
  systemName: string,
  on: IsoDate,
): DocumentModel => {
  const without = report.classes.reduce((sum, one) => sum + one.withoutCredentials, 0);
  return documentOf(
    `Выдача логинов и паролей на ${russianDate(on)}`,
    landscape([
      centered(school.shortName),
      title(
        `Сведения о выдаче логинов и паролей\nдля входа в электронный дневник «${systemName}» на ${russianDate(on)}`,
      ),
      table([column(mm(18), 'center'), ...numbers], head, [
        ...report.classes.map((one) =>
          row(
            one.className,
            ...figures(one.students),
            one.withoutCredentials,
            ...figures(one.guardians),
          ),
        ),
        boldRow(row('Итого', ...figures(report.students), without, ...figures(report.guardians))),
      ]),
      spacer(8),
      signature({ role: 'Ответственный', name: null, date: null }),
    ]),
  );
};
