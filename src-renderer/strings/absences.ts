import { counted } from './common.ts';

/** Sentences of the screens of absences. */

export const absences = {
  title: 'Пропуски',
  newAbsence: 'Новый пропуск',
  editAbsence: 'Пропуск',
  listTab: 'Все пропуски',
  overTab: 'Более двух недель',
  tabs: 'Разделы пропусков',
  overList: 'Пропустившие более двух недель',
  empty: 'Пропусков пока нет',
  emptyHint:
    'Записывайте сюда пропуски по болезни и другим причинам: программа сама посчитает, у кого вышло более двух недель.',
  noneOver: 'За этот период никто не пропустил более двух недель',
  noneOverHint: 'Измените период или проверьте, все ли пропуски записаны.',
  newHint: 'Новый пропуск (Ctrl+N или F2)',
  keysHint: 'Enter — открыть, F8 — закрыть пропуск, Delete — удалить',
} as const;

export const columns = {
  studentName: 'Обучающийся',
  className: 'Класс',
  from: 'С',
  to: 'По',
  calendarDays: 'Дней',
  schoolDays: 'Учебных',
  reason: 'Причина',
  document: 'Документ',
  excused: 'Уважительная',
  missedLessons: 'Уроков по журналу',
  twoWeeks: 'Две недели',
  why: 'Почему',
  note: 'Примечание',
  status: 'Вывод',
  days: 'Дней',
  unit: 'Каких дней',
} as const;

export const openness = { true: 'ещё отсутствует', false: 'вернулся' } as const;
export const excusedWords = { true: 'да', false: 'нет' } as const;
export const twoWeekWords = { true: 'более двух недель', false: 'меньше' } as const;
export const units = { 'calendar-days': 'календарные', 'school-days': 'учебные' } as const;
export const verdicts = { passes: 'более двух недель', nearly: 'приближается' } as const;

export const reasons = {
  illness: 'болезнь',
  family: 'семейные обстоятельства',
  sport: 'соревнования',
  olympiad: 'олимпиада, конкурс',
  treatment: 'лечение, санаторий',
  weather: 'погодные условия',
  unknown: 'не выяснена',
  other: 'другая',
} as const;

export const documents = {
  none: 'нет документа',
  'medical-organisation': 'справка медицинской организации',
  'school-medical': 'справка школьного медпункта',
  'parent-note': 'записка от родителей',
  'third-party-letter': 'письмо сторонней организации',
  administration: 'разрешение администрации',
  'class-teacher': 'разрешение классного руководителя',
  other: 'другой документ',
} as const;

const calendarDays = (n: number): string =>
  counted(n, 'календарный день', 'календарных дня', 'календарных дней');
const schoolDays = (n: number): string => counted(n, 'учебный день', 'учебных дня', 'учебных дней');

export const form = {
  student: 'Обучающийся',
  from: 'Первый день',
  to: 'Последний день',
  toHint: 'Пусто, если ещё не вернулся',
  reason: 'Причина',
  document: 'Документ',
  documentHint: 'Диагноз не указывается',
  excused: 'Причина уважительная',
  note: 'Примечание',
  saved: 'Пропуск сохранён',
  deleted: 'Пропуск удалён',
  count: (calendar: number, school: number, open: boolean): string =>
    open
      ? `На сегодня: ${calendarDays(calendar)}, из них ${schoolDays(school)}`
      : `${calendarDays(calendar)}, из них ${schoolDays(school)}`,
  missed: (words: string): string => `По журналу пропущено: ${words}.`,
  twoWeeks: 'Две недели',
} as const;

export const closing = {
  title: 'Закрыть пропуск',
  who: (name: string, className: string | null, from: string): string =>
    className === null
      ? `${name}: отсутствует с ${from}`
      : `${name}, ${className}: отсутствует с ${from}`,
  lastDay: 'Последний день пропуска',
  submit: 'Закрыть пропуск',
  closed: 'Пропуск закрыт',
  button: 'Закрыть',
  buttonFor: (name: string): string => `Закрыть пропуск: ${name}`,
} as const;

export const deleting = {
  title: 'Удалить пропуск?',
  message: (name: string, period: string): string => `${name}, ${period}. Удаление можно отменить.`,
  button: 'Удалить пропуск',
} as const;

export const over = {
  print: 'Печать списка',
  printBlank: 'Пустой бланк',
  thisYear: 'Учебный год',
  rule: (measure: string): string => `Правило: ${measure}`,
  rules: {
    span: 'одно отсутствие подряд дольше 14 календарных дней (выходные и каникулы внутри не прерывают)',
    'school-days-in-row': 'больше 10 (пятидневка) или 12 (шестидневка) учебных дней подряд',
    cumulative: 'больше 10 (пятидневка) или 12 (шестидневка) учебных дней за период в сумме',
  },
  excusedOnly: 'учитываются только уважительные причины',
} as const;
