import { parallelTitle } from '../../src-main/domain/classes.ts';
import { counted, percent } from './common.ts';

/** Control of how the electronic journal is kept: figures, heat map, faults, timetable. */

export const screen = {
  title: 'Контроль журнала',
  tabs: 'Разделы контроля журнала',
  overview: 'Сводка',
  heat: 'Тепловая карта',
  faults: 'Нарушения',
  loads: 'Расписание',
  statement: 'Справка',
  statementShort: 'Справка с показателями',
  statementFull: 'Справка с перечнем нарушений',
  statementHint: 'Печатная справка о контроле за выбранный период',
} as const;

export const scope = {
  label: 'Что проверяется',
  period: 'Период',
  otherDays: 'Другие дни…',
  from: 'С',
  to: 'По',
  allClasses: 'Все классы',
  allSubjects: 'Все предметы',
  allTeachers: 'Все педагоги',
  class: 'Класс',
  subject: 'Предмет',
  teacher: 'Педагог',
  noTeacher: 'Педагог не указан',
  counted: (from: string, to: string) => `Учтены дни с ${from} по ${to}`,
  clear: 'Сбросить отбор',
} as const;

export const groupings = {
  teacher: 'По педагогам',
  class: 'По классам',
  subject: 'По предметам',
} as const;

export const groupHeads = { teacher: 'Педагог', class: 'Класс', subject: 'Предмет' } as const;

export const groupingLabel = 'Показать по';

export const figures = {
  label: 'Показатели за период',
  lessons: 'Проведено уроков',
  onTime: 'Оценок вовремя',
  late: 'Позднее 7 дней',
  unknown: 'Срок не известен',
  withoutHomework: 'Без домашнего задания',
  withoutTopic: 'Без темы',
  undescribed: 'Нет сведений об уроке',
  emptyWeeks: 'Недель без оценок',
  volume: 'По расписанию',
  of: (part: number, whole: number) =>
    whole === 0 ? 'нет сведений' : `${percent(part, whole)} из ${whole.toLocaleString('ru')}`,
  missed: (words: string) => `Пропущено учениками: ${words}.`,
  marks: (n: number) => counted(n, 'оценка', 'оценки', 'оценок'),
  planned: (held: number, planned: number) => percent(held, Math.max(1, planned)),
  plannedOf: (held: number, planned: number) =>
    `${held.toLocaleString('ru')} из ${planned.toLocaleString('ru')}`,
  /** The timetable is known for some classes and subjects only. */
  plannedPart: (held: number, planned: number, pairs: number, all: number) =>
    `${held.toLocaleString('ru')} из ${planned.toLocaleString('ru')}; введено ${pairs} из ${all}`,
  noPlan: 'расписание не введено',
  open: 'Открыть список',
  unknownWord: 'не известно',
} as const;

export const chart = {
  title: (by: string) => `Когда выставлены оценки. ${by}`,
  series: ['вовремя', 'позднее 7 дней', 'срок не известен'],
  value: (late: number, unknown: number, marks: number) =>
    `${late.toLocaleString('ru')} поздно, ${unknown.toLocaleString('ru')} не известно из ${marks.toLocaleString('ru')}`,
  worst: (n: number) => `Показаны ${n} с наибольшей долей поздних оценок`,
  hint: 'Оценка выставлена вовремя, если она внесена не позднее недели после урока. Если выгрузка не говорит, когда внесена оценка, срок ограничивают дни загрузок; где и они не отвечают, он не известен и хорошим не считается.',
} as const;

export const table = {
  title: 'Показатели',
  lessons: 'Уроков',
  marks: 'Оценок',
  late: 'Поздно',
  unknown: 'Срок не изв.',
  withoutHomework: 'Без д/з',
  withoutTopic: 'Без темы',
  emptyWeeks: 'Нед. без оценок',
  planned: 'По плану',
  held: 'Проведено',
} as const;

export const empty = {
  title: 'За этот период нет ни одного урока',
  hint: 'Загрузите журнал из электронного дневника или внесите уроки и оценки, либо выберите другой период.',
  action: 'Загрузить журнал',
} as const;

export const measures = {
  late: 'Поздние оценки',
  homework: 'Без домашнего задания',
  topic: 'Без темы',
  marks: 'Оценки и недели без них',
  volume: 'Объём уроков',
} as const;

export const heat = {
  measure: 'Показатель',
  title: (measure: string, by: string) => `${measure}. ${by}, по неделям`,
  legend: 'Обозначения',
  levels: ['нет', 'менее 10 %', '10–25 %', '25–50 %', '50 % и более'],
  lagLevels: [
    'по расписанию',
    'меньше на 10 %',
    'меньше на 10–25 %',
    'меньше на 25–50 %',
    'меньше на 50 % и более',
  ],
  marksLevels: [
    'все с оценками',
    'без оценок менее 10 %',
    'без оценок 10–25 %',
    'без оценок 25–50 %',
    'без оценок 50 % и более',
  ],
  unknown: 'не известно',
  nothing: 'не было уроков или проверять нечего',
  hint: {
    late: 'Число: сколько оценок внесено позднее 7 дней. Цвет: их доля среди оценок с известным сроком.',
    homework: 'Число: сколько уроков без домашнего задания. Цвет: их доля.',
    topic: 'Число: сколько уроков без темы. Цвет: их доля.',
    marks:
      'Число: сколько оценок выставлено. Цвет: доля предметов, по которым за неделю нет ни одной.',
    volume: 'Число: сколько уроков проведено. Цвет: насколько это меньше расписания.',
  },
  more: 'Знак «?» у числа: часть сведений не известна.',
  keys: 'Стрелки двигают по карте, Enter открывает список.',
  cell: {
    late: (value: number, of: number) => `${value} из ${of} позднее 7 дней`,
    homework: (value: number, of: number) => `${value} из ${of} без домашнего задания`,
    topic: (value: number, of: number) => `${value} из ${of} без темы`,
    marks: (value: number, of: number) =>
      `${counted(value, 'оценка', 'оценки', 'оценок')}, проверено предметов: ${of}`,
    volume: (value: number, of: number) => `проведено ${value}, по расписанию ${of}`,
  },
  about: (row: string, week: string, what: string) => `${row}, ${week}: ${what}`,
  andUnknown: (n: number) => `, не известно ${n}`,
  unknownCell: (n: number) => `не известно (${n})`,
} as const;

export const faults = {
  kinds: 'Что показать',
  late: 'Поздние оценки',
  unknown: 'Срок не известен',
  'no-homework': 'Без домашнего задания',
  'no-topic': 'Без темы',
  undescribed: 'Нет сведений об уроке',
  'no-marks': 'Уроки без оценок',
  'empty-weeks': 'Недели без оценок',
  volume: 'Объём уроков',
  none: 'Нарушений нет',
  noneHint: 'За выбранный период таких записей нет.',
} as const;

export const rows = {
  date: 'Дата урока',
  className: 'Класс',
  subject: 'Предмет',
  ordinal: 'Урок дня',
  teacher: 'Педагог',
  student: 'Обучающийся',
  mark: 'Оценка',
  entered: 'Внесена',
  enteredOn: 'Внесена (день)',
  seenOn: 'Видна с',
  unseenOn: 'Не было ещё',
  days: 'Дней',
  atLeast: (day: string) => `не ранее ${day}`,
  between: (from: string, to: string) => `между ${from} и ${to}`,
  atMost: (day: string) => `не позднее ${day}`,
  topic: 'Тема',
  homework: 'Домашнее задание',
  marks: 'Оценок',
  late: 'Поздно',
  unknown: 'Срок не изв.',
  week: 'Неделя с',
  weekEnd: 'по',
  lessons: 'Уроков',
  weekly: 'В неделю',
  planned: 'По расписанию',
  held: 'Проведено',
  difference: 'Разница',
} as const;

export const loads = {
  title: 'Уроков в неделю',
  hint: 'Расписание нужно, чтобы проверять объём: сколько уроков проведено из положенных. Где оно не введено, объём не известен.',
  parallel: 'Параллель',
  parallelName: (n: number) => `${parallelTitle(n)} классы`,
  subject: 'Предмет',
  total: 'Всего в неделю',
  cell: (subject: string, className: string) => `${subject}, ${className}`,
  addSubject: 'Новый предмет',
  add: 'Добавить предмет',
  copy: (className: string) => `Как в ${className}`,
  copyHint: 'Пустые клетки остальных классов получат число первого',
  save: 'Сохранить расписание',
  reset: 'Вернуть как было',
  saved: ({ saved, removed }: { readonly saved: number; readonly removed: number }) =>
    `Расписание сохранено: изменено ${saved}, убрано ${removed}`,
  bad: 'Целое число от 1 до 20',
  noClasses: 'В этом учебном году ещё нет классов',
  noClassesHint: 'Загрузите контингент или добавьте классы.',
  toClasses: 'К классам',
  noSubjects: 'Предметов пока нет: добавьте первый.',
} as const;
