import type { OverTwoWeeksRow } from '../../../contract/absences.ts';
import type { School } from '../../../contract/settings.ts';
import type { Period } from '../../../domain/dates.ts';
import { counted, nonBreaking, russianDateFull, shortDate } from '../../../domain/russian.ts';
import { ruleText, type TwoWeekRule } from '../../../domain/two-weeks.ts';
import {
  centered,
  column,
  documentOf,
  mm,
  paragraph,
  portrait,
  row,
  signature,
  small,
  spacer,
  table,
  title,
} from '../../../documents/build.ts';
import type { DocumentModel, TableRow } from '../../../documents/model.ts';

export interface OverTwoWeeksForm {
  readonly school: School;
  readonly period: Period;
  readonly rule: TwoWeekRule;
  readonly rows: readonly OverTwoWeeksRow[];
  /** Empty numbered rows instead of the students. */
  readonly blankRows: number;
  readonly today: string;
}

const rowsOf = ({ rows, blankRows }: OverTwoWeeksForm): readonly TableRow[] =>
  blankRows > 0
    ? Array.from({ length: blankRows }, (_, index) => row(index + 1, '', '', ''))
    : rows.map((item, index) =>
        row(index + 1, nonBreaking(item.studentName), item.className, nonBreaking(item.why)),
      );

/** «Список обучающихся, пропустивших занятия более двух недель» with the reason of each line. */
export const overTwoWeeksForm = (form: OverTwoWeeksForm): DocumentModel => {
  const { school, period, rule, rows, blankRows, today } = form;
  const name = 'Список обучающихся, пропустивших занятия более двух недель';
  const total = counted(rows.length, 'обучающийся', 'обучающихся', 'обучающихся');
  return documentOf(
    `${name} ${shortDate(period.from)}–${shortDate(period.to)}`,
    portrait([
      centered(nonBreaking(school.name)),
      spacer(6),
      title(`${name}\n(без учета детей, занимающихся на дому)`),
      centered(nonBreaking(`с ${russianDateFull(period.from)} по ${russianDateFull(period.to)}`)),
      spacer(4),
      table(
        [column(mm(12), 'center'), column(4), column(mm(20), 'center'), column(6)],
        [row('№\nп/п', 'Фамилия, имя, отчество обучающегося', 'Класс', 'Основание')],
        rowsOf(form),
      ),
      spacer(3),
      ...(blankRows > 0 ? [] : [paragraph(`Всего: ${total}.`)]),
      small(ruleText(rule)),
      spacer(6),
      signature({
        role: 'Ответственный работник',
        date: blankRows > 0 ? null : shortDate(today),
      }),
    ]),
  );
};
