import type { ControlFigures, ControlGroup, ControlGrouping } from '../../../contract/control.ts';
import type { AbsenceCount } from '../../../contract/marks-fields.ts';
import type { School } from '../../../contract/settings.ts';
import {
  centered,
  column,
  documentOf,
  field,
  heading,
  keepTogether,
  landscape,
  line,
  mm,
  note,
  paragraph,
  row,
  signature,
  spacer,
  table,
  title,
} from '../../../documents/build.ts';
import type { Block, DocumentModel, TableRow } from '../../../documents/model.ts';
import { absenceWords } from '../../../domain/absence-count.ts';
import { daysToEnter } from '../../../domain/control.ts';
import type { IsoDate, Period } from '../../../domain/dates.ts';
import { splitFullName } from '../../../domain/names.ts';
import {
  counted,
  initialsFirst,
  nonBreaking,
  russianDate,
  shortDate,
} from '../../../domain/russian.ts';
import type { StatementFaults } from '../fault-tables.ts';
import { faultBlocks } from '../fault-tables.ts';

export type { StatementFaults } from '../fault-tables.ts';

export interface StatementContent {
  readonly school: Pick<School, 'shortName'>;
  readonly systemName: string;
  /** Days that are counted. */
  readonly period: Period;
  readonly on: IsoDate;
  readonly by: ControlGrouping;
  /** What was looked at when it was not the whole school. */
  readonly about: readonly string[];
  /** The one teacher it is about: he signs that he has read it. */
  readonly teacher: string | null;
  readonly total: ControlFigures;
  readonly absences: AbsenceCount;
  readonly groups: readonly ControlGroup[];
  /** Null: figures only. */
  readonly faults: StatementFaults | null;
}

const number = (value: number): string => value.toLocaleString('ru').replaceAll(' ', '\u00A0');

const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : ` (${((part / whole) * 100).toFixed(1).replace('.', ',')}\u00A0%)`;

/** «12 из 80 (15,0 %)»; «нет сведений» where nothing is known. */
const ofKnown = (value: number, known: number): string =>
  known === 0 ? 'нет сведений' : `${number(value)} из ${number(known)}${percent(value, known)}`;

const unknownWord = 'не известно';

const volume = ({ planned, heldOfPlanned }: ControlFigures): string =>
  planned === null || heldOfPlanned === null
    ? unknownWord
    : `${number(heldOfPlanned)} из ${number(planned)}${percent(heldOfPlanned, planned)}`;

const totalRows = (total: ControlFigures): readonly TableRow[] => [
  row('Проведено уроков (записей в журнале)', number(total.lessons)),
  row(
    `Выполнение расписания (известно для ${total.pairsPlanned} из ${total.pairs} сочетаний «класс – предмет»)`,
    volume(total),
  ),
  row('Выставлено оценок', number(total.marks)),
  row(
    `из них не позднее ${daysToEnter} дней после урока`,
    `${number(total.onTime)}${percent(total.onTime, total.marks)}`,
  ),
  row(
    `из них позднее ${daysToEnter} дней после урока`,
    `${number(total.late)}${percent(total.late, total.marks)}`,
  ),
  row(
    'из них срок выставления не известен',
    `${number(total.unknown)}${percent(total.unknown, total.marks)}`,
  ),
  row('Уроков без домашнего задания', ofKnown(total.withoutHomework, total.described)),
  row('Уроков без темы', ofKnown(total.withoutTopic, total.described)),
  row('Уроков, о теме и задании которых сведений нет', number(total.lessons - total.described)),
  row('Учебных недель без оценок (по классам и предметам)', ofKnown(total.emptyWeeks, total.weeks)),
];

const groupTitles: Readonly<Record<ControlGrouping, string>> = {
  teacher: 'Педагог',
  class: 'Класс',
  subject: 'Предмет',
};

const groupHeadings: Readonly<Record<ControlGrouping, string>> = {
  teacher: 'Показатели по педагогам',
  class: 'Показатели по классам',
  subject: 'Показатели по предметам',
};

/** Figures of a group and the room their longest words take, millimetres. */
const heads = [
  ['Уроков', 17],
  ['Оценок', 17],
  [`Позднее ${daysToEnter} дней`, 19],
  ['Срок не известен', 20],
  ['Без домашнего задания', 25],
  ['Без темы', 15],
  ['Нет сведений о теме и задании', 22],
  ['Недель без оценок', 18],
  ['Выполнение расписания', 28],
] as const;

const told = (value: number, { described }: ControlFigures): string =>
  described === 0 ? '—' : number(value);

const groupRow = (group: ControlGroup, index: number): TableRow =>
  row(
    index + 1,
    group.title,
    number(group.lessons),
    number(group.marks),
    number(group.late),
    number(group.unknown),
    told(group.withoutHomework, group),
    told(group.withoutTopic, group),
    number(group.lessons - group.described),
    group.weeks === 0 ? '—' : number(group.emptyWeeks),
    group.planned === null || group.heldOfPlanned === null
      ? '—'
      : `${number(group.heldOfPlanned)} из ${number(group.planned)}`,
  );

const groupTable = ({ by, groups }: StatementContent): Block =>
  table(
    [column(mm(10), 'center'), column(1), ...heads.map(([, width]) => column(mm(width), 'center'))],
    [row('№', groupTitles[by], ...heads.map(([words]) => words))],
    groups.map(groupRow),
    { fontSizePt: 11 },
  );

const explanation = nonBreaking(
  `«Срок не известен»: выгрузка не содержит дня выставления оценки, а загружена она позже чем через ${daysToEnter} дней после урока. Такие оценки не считаются своевременными. Прочерк: сведений для проверки нет. Недели без оценок в первых классах не считаются: обучение в них безотметочное.`,
);

const signedName = (name: string): string => {
  const parts = splitFullName(name);
  return parts ? initialsFirst(parts.lastName, parts.firstName, parts.middleName) : name;
};

const closing = (teacher: string | null): Block =>
  keepTogether(
    field('Выводы и предложения:', null, { extraLines: 3 }),
    spacer(4),
    signature(
      { role: 'Заместитель директора', name: null, date: null },
      {
        role: 'Со справкой ознакомлен(а)',
        name: teacher === null ? null : signedName(teacher),
        date: null,
      },
    ),
  );

const intro = ({ systemName, about, total }: StatementContent): readonly Block[] => [
  paragraph(
    nonBreaking(
      `Проверены объём, период и своевременность выставления оценок и полнота сведений об уроках в электронном журнале «${systemName}». Оценка считается выставленной своевременно, если она внесена не позднее недели (${counted(daysToEnter, 'календарного дня', 'календарных дней', 'календарных дней')}) после урока; информация о домашнем задании обязательна для каждого урока.`,
    ),
  ),
  paragraph(about.length === 0 ? 'Проверена школа в целом.' : `Проверено: ${about.join(', ')}.`, {
    spacing: { afterPt: 6 },
  }),
  ...(total.lessons === 0 ? [paragraph('За этот период в журнале нет ни одного урока.')] : []),
];

/** «Справка о контроле ведения электронного журнала» with a place for conclusions and signatures. */
export const statementDocument = (content: StatementContent): DocumentModel => {
  const { school, period, on, total, absences, groups, faults, teacher } = content;
  const days = `с ${russianDate(period.from)} по ${russianDate(period.to)}`;
  return documentOf(
    `Справка о контроле журнала ${shortDate(period.from)}–${shortDate(period.to)}`,
    landscape([
      centered(school.shortName),
      title(`Справка\nо контроле ведения электронного журнала\n${nonBreaking(days)}`),
      ...intro(content),
      table(
        [column(3), column(1.4, 'center')],
        [row('Показатель', 'Значение')],
        [...totalRows(total), row('Пропущено учениками', absenceWords(absences))],
      ),
      spacer(4),
      ...(groups.length === 0 ? [] : [heading(groupHeadings[content.by]), groupTable(content)]),
      note(explanation, { spacing: { beforePt: 4, afterPt: 6 } }),
      ...(faults ? faultBlocks(faults) : []),
      closing(teacher),
      line(`Справка составлена ${russianDate(on)}`),
    ]),
  );
};
