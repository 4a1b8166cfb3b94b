import { counted } from './common.ts';

/** Marks and lessons: the screen, the typing grids, a lesson's form. */

export const screen = {
  title: 'Оценки и уроки',
  tabs: 'Разделы экрана «Оценки и уроки»',
  byClass: 'Ввод по классу',
  byStudent: 'Ввод по ученику',
  marks: 'Оценки',
  lessons: 'Уроки',
  finals: 'Итоговые',
  import: 'Загрузка',
  codes: 'Коды',
  byClassAction: 'Ввести оценки по классу',
  byStudentAction: 'Ввести оценки одного ученика',
  lessonsAction: 'Уроки, темы и домашние задания',
  finalsAction: 'Итоговые оценки',
  importAction: 'Загрузить оценки и уроки',
  codesAction: 'Коды оценок',
  newLesson: 'Добавить урок',
  newLessonHint: 'Добавить урок (Insert, Ctrl+N)',
  toImport: 'Загрузить из файла',
} as const;

export const periods = {
  label: 'Период',
  month: [
    'Январь',
    'Февраль',
    'Март',
    'Апрель',
    'Май',
    'Июнь',
    'Июль',
    'Август',
    'Сентябрь',
    'Октябрь',
    'Ноябрь',
    'Декабрь',
  ],
  term: {
    quarter: (n: number) => `${n} четверть`,
    trimester: (n: number) => `${n} триместр`,
    'half-year': (n: number) => `${n} полугодие`,
  },
  year: 'Весь учебный год',
} as const;

const monthsShort = [
  'янв',
  'фев',
  'мар',
  'апр',
  'мая',
  'июн',
  'июл',
  'авг',
  'сен',
  'окт',
  'ноя',
  'дек',
] as const;

export const days = {
  short: ['вс', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб'],
  /** `2026-03-24` → «24», «мар». */
  monthOf: (iso: string): string => monthsShort[Number(iso.slice(5, 7)) - 1] ?? '',
  second: (ordinal: number): string => (ordinal > 1 ? `${ordinal}-й урок` : ''),
  week: (from: string, to: string) => `${from} – ${to}`,
} as const;

export const grid = {
  class: 'Класс',
  subject: 'Предмет',
  student: 'Ученик',
  week: 'Неделя',
  previousWeek: 'Предыдущая неделя (Alt+←)',
  nextWeek: 'Следующая неделя (Alt+→)',
  codeTable: 'Таблица кодов',
  labelClass: (className: string, subject: string) => `Оценки: ${className}, ${subject}`,
  labelStudent: (name: string) => `Оценки за неделю: ${name}`,
  students: 'Ученики',
  subjects: 'Предметы',
  average: 'Средний',
  cellOf: (row: string, column: string, value: string) =>
    `${row}, ${column}: ${value === '' ? 'пусто' : value}`,
  boxOf: (row: string, column: string) => `Оценка: ${row}, ${column}`,
  noCell: 'В этот день ученик не числится в классе',
  noLesson: 'Урока в этот день нет. Insert — добавить урок',
  saving: 'Сохраняется…',
  notSaved: (why: string) => `Не сохранено. ${why}`,
  unknownCode: (value: string) => `Код в ячейке «${value}» не найден в таблице кодов`,
  ordinal: (n: number) => `${n}-й`,
  lessonTitle: (date: string, ordinal: number) =>
    ordinal > 1 ? `${date}, ${ordinal}-й урок за день` : date,
  dayOff: 'вых.',
  dayOffTitle: (lesson: string) =>
    `${lesson} — нерабочий день по календарю: отметки не входят в средний балл`,
  chooseTitle: 'Выберите класс и предмет',
  chooseHint: 'Появится таблица: ученики в строках, уроки в столбцах',
  chooseStudentTitle: 'Выберите ученика',
  chooseStudentHint: 'Появится его неделя: предметы в строках, дни в столбцах',
  emptyTitle: 'Уроков за этот период нет',
  emptyHint: 'Добавьте урок клавишей Insert или загрузите файл из электронного дневника',
  noStudents: 'В этот период в классе нет учеников',
  noClassTitle: 'Классов пока нет',
  noClassHint: 'Загрузите контингент или добавьте класс, чтобы вводить оценки',
  toClasses: 'К списку классов',
  noSubjects: 'Уроков у этого класса пока нет',
  hint: 'Enter — вниз, Tab — вправо, F2 — исправить, Del — стереть, Ctrl+Z — отменить, F4 — урок, F8 — история',
  unsaved: (n: number) =>
    `Не сохранено: ${counted(n, 'ячейка', 'ячейки', 'ячеек')}. Исправьте отмеченное или нажмите Esc в ячейке`,
  weekHidden: 'Записан другой период: переключите его, чтобы увидеть урок',
} as const;

export const keyHelp = {
  title: 'Клавиши и коды',
  keys: 'Клавиши',
  key: 'Клавиша',
  action: 'Что делает',
  rows: [
    ['Цифры и буквы', 'заменяют содержимое ячейки'],
    ['Enter, Shift+Enter', 'сохранить и перейти вниз, вверх'],
    ['Tab, Shift+Tab', 'сохранить и перейти вправо, влево'],
    ['Стрелки, PgUp, PgDn', 'сохранить и перейти'],
    ['Home, End', 'к краю строки, с Ctrl — таблицы'],
    ['F2', 'исправить содержимое'],
    ['Esc', 'бросить правку ячейки'],
    ['Delete, Backspace', 'стереть'],
    ['Ctrl+S', 'сохранить ячейку, не уходя из неё'],
    ['Ctrl+Z', 'отменить последнее изменение'],
    ['Ctrl+Y', 'вернуть отменённое'],
    ['F4', 'тема, задание и учитель урока'],
    ['F8', 'история ячейки'],
    ['Insert, Ctrl+N', 'добавить урок'],
  ],
  note: 'В ячейке может стоять несколько оценок и отметка о посещении: «5/4», «Б 3», «О 4/5». Регистр букв не важен. Неизвестный код сохраняется и подчёркивается красным.',
  codes: 'Коды таблицы',
  noCodes: 'В таблице кодов нет',
  code: 'Код',
  meaning: 'Значение',
} as const;

export const lesson = {
  new: 'Новый урок',
  edit: 'Урок',
  title: (className: string, subject: string, date: string) => `${className}, ${subject}, ${date}`,
  class: 'Класс',
  subject: 'Предмет',
  date: 'Дата',
  ordinal: 'Урок за день',
  topic: 'Тема',
  homework: 'Домашнее задание',
  teacher: 'Учитель',
  saved: 'Урок сохранён',
  remove: 'Удалить урок',
  removed: 'Урок удалён',
  removeTitle: 'Удалить урок?',
  removeQuestion: (what: string) =>
    `Урок «${what}» удалится вместе с темой и заданием. Если на нём стоят оценки, программа откажет.`,
  noTopic: 'темы нет',
  noHomework: 'задания нет',
  unknown: 'не сообщалось',
} as const;

export const history = {
  title: 'История ячейки',
  of: (student: string, subject: string, date: string) => `${student}, ${subject}, ${date}`,
  text: 'Запись',
  codes: 'Прочитано как',
  entered: 'Выставлена',
  seen: 'Впервые видна',
  unseen: 'Ещё не было',
  ended: 'До какого времени',
  reason: 'Почему',
  stands: 'действует',
  empty: 'В этой ячейке ничего не записывали',
  reasons: { changed: 'изменена', vanished: 'пропала из выгрузки', erased: 'стёрта' },
} as const;

export const marks = {
  title: 'Оценки',
  list: 'Какие оценки показать',
  lists: { standing: 'Действуют', history: 'История', unknown: 'Неизвестные коды' },
  date: 'Дата',
  class: 'Класс',
  student: 'Ученик',
  anyStudent: 'Весь класс',
  subject: 'Предмет',
  anySubject: 'Все предметы',
  text: 'Как в источнике',
  shown: 'Запись',
  entered: 'Выставлена',
  seen: 'Впервые видна',
  ended: 'Снята',
  state: 'Что случилось',
  emptyTitles: {
    standing: 'Оценок за этот период нет',
    history: 'Изменённых и пропавших оценок нет',
    unknown: 'Неизвестных кодов нет',
  },
  emptyHints: {
    standing: 'Загрузите выгрузку электронного дневника или введите оценки по классу',
    history:
      'Здесь остаются оценки, которые исправили, стёрли или которых не оказалось в новой выгрузке',
    unknown: 'Все записи прочитаны по таблицам кодов',
  },
} as const;

export const lessons = {
  title: 'Уроки',
  topicState: 'Тема',
  homeworkState: 'Домашнее задание',
  teacher: 'Учитель',
  absent: 'нет',
  unknown: 'не сообщалось',
  marks: 'Оценок',
  missingLabel: 'Чего не хватает',
  missing: {
    description: 'Тема и задание не сообщались',
    topic: 'Нет темы',
    homework: 'Нет домашнего задания',
    marks: 'Нет оценок',
  },
  emptyTitle: 'Таких уроков за этот период нет',
  emptyHint: 'Загрузите таблицу уроков или отчёт об успеваемости, либо добавьте урок вручную',
} as const;

export const finals = {
  title: 'Итоговые оценки',
  view: 'Как показать',
  views: { subject: 'По предмету', period: 'По периоду' },
  period: 'Период',
  labelOf: (className: string, what: string) => `Итоговые оценки: ${className}, ${what}`,
  cellOf: (student: string, column: string) => `${student} · ${column}`,
  periods: {
    'term-1': '1 четверть',
    'term-2': '2 четверть',
    'term-3': '3 четверть',
    'term-4': '4 четверть',
    'term-5': '5 период',
    'term-6': '6 период',
    year: 'Годовая',
    exam: 'Экзамен',
    'state-exam': 'Гос. экзамен',
    final: 'Итоговая',
  },
  hint: 'Enter — вниз, Tab — вправо, F2 — исправить, Del — стереть, Ctrl+Z — отменить',
  emptyTitle: 'Предметов у этого класса пока нет',
  emptyHint: 'Загрузите табель, отчёт об успеваемости или укажите педагогам нагрузку',
} as const;

export const card = {
  tab: 'Успеваемость',
  title: 'Оценки по предметам',
  subject: 'Предмет',
  marks: 'Оценки и пропуски по дням',
  markOf: (shown: string, date: string) => `${shown}, ${date}`,
  missed: 'Пропущено уроков',
  missedTotal: (words: string) => `Пропущено всего: ${words}.`,
  dayOff: (date: string) => `${date} — нерабочий день по календарю: в средний балл не входит`,
  average: 'Средний',
  empty: 'За этот период оценок нет',
  hint: 'Дата видна при наведении на оценку; щелчок открывает неделю ученика.',
  toWeek: 'Открыть неделю',
} as const;
