import type { ControlLessonRow, ControlMarkRow, EmptyWeekRow } from '../../contract/control.ts';
import { column, heading, mm, note, row, table } from '../../documents/build.ts';
import type { Block, TableColumn, TableRow } from '../../documents/model.ts';
import { shortDate } from '../../domain/russian.ts';

/** Faults one by one for the statement of control. */

interface Found<R> {
  readonly total: number;
  /** The first of them. */
  readonly rows: readonly R[];
}

export interface StatementFaults {
  readonly late: Found<ControlMarkRow>;
  readonly withoutHomework: Found<ControlLessonRow>;
  readonly withoutTopic: Found<ControlLessonRow>;
  readonly emptyWeeks: Found<EmptyWeekRow>;
}

const listed = <R>(
  title: string,
  { total, rows }: Found<R>,
  columns: readonly (readonly [head: string, look: TableColumn])[],
  cells: (row: R) => TableRow,
): readonly Block[] =>
  total === 0
    ? []
    : [
        heading(`${title}: ${total.toLocaleString('ru')}`, { spacing: { beforePt: 8 } }),
        table(
          columns.map(([, look]) => look),
          [row(...columns.map(([head]) => head))],
          rows.map(cells),
          { fontSizePt: 11 },
        ),
        ...(rows.length < total
          ? [
              note(
                `Показаны первые ${rows.length} из ${total.toLocaleString('ru')}. Полный перечень выгружается в таблицу XLSX из раздела «Контроль».`,
              ),
            ]
          : []),
      ];

const head = [
  ['Дата урока', column(mm(24), 'center')],
  ['Класс', column(mm(16), 'center')],
  ['Предмет', column(1.2)],
  ['Педагог', column(1.5)],
] as const;

const headCells = (one: ControlLessonRow | ControlMarkRow): readonly string[] => [
  shortDate(one.date),
  one.className,
  one.subject,
  one.teacherName ?? 'не указан',
];

/** «15.09.2025», or the bound where the day itself is not told. */
const entered = ({ enteredOn, unseenOn }: ControlMarkRow): string => {
  if (enteredOn !== null) return shortDate(enteredOn);
  return unseenOn === null ? '' : `не ранее ${shortDate(unseenOn)}`;
};

const lessons = (title: string, found: Found<ControlLessonRow>): readonly Block[] =>
  listed(title, found, [...head, ['Тема урока', column(2)]], (one) =>
    row(...headCells(one), one.topic),
  );

export const faultBlocks = (faults: StatementFaults): readonly Block[] => [
  ...listed(
    'Оценки, выставленные позднее 7 дней после урока',
    faults.late,
    [
      ...head,
      ['Обучающийся', column(1.5)],
      ['Оценка', column(mm(20), 'center')],
      ['Выставлена', column(mm(32), 'center')],
      ['Дней', column(mm(14), 'center')],
    ],
    (one) => row(...headCells(one), one.studentName, one.mark, entered(one), one.days),
  ),
  ...lessons('Уроки без домашнего задания', faults.withoutHomework),
  ...lessons('Уроки без темы', faults.withoutTopic),
  ...listed(
    'Учебные недели без оценок',
    faults.emptyWeeks,
    [
      ['Неделя', column(mm(50), 'center')],
      ['Класс', column(mm(16), 'center')],
      ['Предмет', column(1.2)],
      ['Педагог', column(1.5)],
      ['Уроков', column(mm(18), 'center')],
    ],
    (one) =>
      row(
        `${shortDate(one.weekStartsOn)} – ${shortDate(one.weekEndsOn)}`,
        one.className,
        one.subject,
        one.teachers === '' ? 'не указан' : one.teachers,
        one.lessons,
      ),
  ),
];
