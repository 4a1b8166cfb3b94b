import { counted } from './common.ts';

/** Screens of students. */

export const list = {
  title: 'Обучающиеся',
  add: 'Новый обучающийся',
  shown: 'Кого показать',
  guardianCount: 'Родители',
  withoutGuardians: 'не указаны',
  withGuardians: 'указаны',
  birthMissing: 'не указана',
  birthKnown: 'указана',
  homeSchooled: 'Обучение на дому',
  status: 'Состояние',
  address: 'Адрес',
  emptyTitle: 'Обучающихся пока нет',
  emptyHint:
    'Загрузите выгрузку контингента или списки классов из файла либо внесите первого вручную',
  noGuardians: 'нет',
} as const;

export const statuses = { enrolled: 'учится', left: 'выбыл' } as const;
export const shown = { enrolled: 'Учатся', left: 'Выбыли', all: 'Все' } as const;

export const card = {
  tabs: 'Разделы карточки',
  facts: 'Сведения',
  absences: 'Пропуски',
  appeals: 'Обращения',
  main: 'Основные сведения',
  programme: 'Программа',
  appeal: 'Обращение',
  absence: 'Пропуск',
  more: 'Другие действия',
  remove: 'Удалить карточку',
  removeQuestion: (name: string) =>
    `${name}: карточка, класс, связи с родителями и периоды обучения на дому будут удалены. Карточку, на которую ссылаются обращения или пропуски, удалить нельзя.`,
  removed: 'Карточка удалена',
  homeSchooled: 'обучение на дому',
} as const;

export const form = {
  create: 'Новый обучающийся',
  edit: 'Изменить сведения',
  enrolInto: 'Зачислить в класс',
  enrolFrom: 'Дата зачисления',
  saved: 'Сведения сохранены',
  created: 'Карточка создана',
  noSex: 'не указан',
} as const;

export const history = {
  title: 'Классы',
  year: 'Учебный год',
  class: 'Класс',
  from: 'С',
  to: 'По',
  reason: 'Причина',
  goesOn: 'учится',
  empty: 'Ещё не зачислен ни в один класс',
  enrol: 'Зачислить',
  transfer: 'Перевести',
  repeat: 'Повторный год',
  leave: 'Выбытие',
  edit: (className: string) => `Исправить запись: ${className}`,
  editTitle: 'Исправить запись',
  remove: (className: string) => `Удалить запись: ${className}`,
  removeTitle: 'Удалить запись?',
  removeQuestion: (className: string) =>
    `Запись о классе ${className} исчезнет из карточки. Если обучающийся действительно перешёл в другой класс или выбыл, оформите перевод или выбытие.`,
  removed: 'Запись удалена',
  newClass: 'В какой класс',
  firstDay: 'Первый день в классе',
  lastDay: 'Последний день в классе',
  lastDayHint: 'Пусто, пока обучение продолжается',
  lastSchoolDay: 'Последний день в школе',
  leaveReason: 'Причина',
  corrected: 'Запись исправлена',
} as const;

export const moves = {
  enrol: { title: 'Зачислить в класс', done: 'Обучающийся зачислен' },
  transfer: { title: 'Перевести в другой класс', done: 'Обучающийся переведён' },
  repeat: { title: 'Оставить на повторный год', done: 'Оставлен на повторный год' },
  leave: { title: 'Оформить выбытие', done: 'Выбытие оформлено' },
} as const;

export const leaveReasons = {
  transferred: 'переведён',
  left: 'выбыл',
  graduated: 'окончил школу',
  promoted: 'переведён в следующий класс',
  repeats: 'оставлен на повторный год',
} as const;

export const leaveChoices = {
  transferred: 'Переведён в другую школу',
  left: 'Выбыл',
  graduated: 'Окончил школу',
} as const;

export const studyForms = {
  'full-time': 'очная',
  'part-time': 'очно-заочная',
  extramural: 'заочная',
  family: 'семейное образование',
  'self-education': 'самообразование',
} as const;

export const studyPlaces = {
  school: 'в школе',
  home: 'на дому',
  medical: 'в медицинской организации',
} as const;

export const studyPeriods = {
  title: 'Форма и место обучения',
  add: 'Добавить период',
  addTitle: 'Форма и место обучения',
  form: 'Форма',
  place: 'Место',
  what: 'Как учится',
  whatOf: (form: keyof typeof studyForms, place: keyof typeof studyPlaces): string =>
    place === 'school' ? studyForms[form] : `${studyForms[form]}, ${studyPlaces[place]}`,
  period: 'Период',
  from: 'С какого дня',
  to: 'По какой день',
  toHint: 'Пусто, если срок не определён',
  empty: 'Учится очно, в школе',
  saved: 'Период сохранён',
  edit: (period: string) => `Изменить период ${period}`,
  remove: (period: string) => `Удалить период ${period}`,
  removed: 'Период удалён',
} as const;

export const guardians = {
  title: 'Родители (законные представители)',
  add: 'Добавить родителя',
  addTitle: 'Добавить родителя',
  how: 'Откуда взять',
  existing: 'Уже есть в базе',
  create: 'Новый',
  empty: 'Родители не указаны',
  changeRelation: (name: string) => `Изменить, кем приходится: ${name}`,
  relationTitle: 'Кем приходится',
  unlink: (name: string) => `Убрать из карточки: ${name}`,
  unlinkTitle: 'Убрать родителя из карточки?',
  unlinkQuestion: (name: string) =>
    `${name} больше не будет связан с этим обучающимся. Карточка родителя останется.`,
  unlinkConfirm: 'Убрать',
  unlinked: 'Связь убрана',
  linked: 'Родитель добавлен',
  relationSaved: 'Сохранено, кем приходится',
} as const;

export const absences = {
  title: 'Пропуски обучающегося',
  period: 'Период',
  days: 'Календарных дней',
  schoolDays: 'Учебных дней',
  reason: 'Причина',
  excused: 'Уважительная',
  twoWeeks: 'Более двух недель',
  empty: 'Пропусков нет',
  shownOf: (shownRows: number, total: number) =>
    `Показаны последние ${shownRows.toLocaleString('ru')} из ${counted(total, 'записи', 'записей', 'записей')}`,
} as const;

export const appeals = {
  title: 'Обращения по обучающемуся',
  guardianTitle: 'Обращения родителя',
  student: 'Обучающийся',
  studentOf: (name: string, className: string) => `${name}, ${className}`,
  number: '№',
  date: 'Дата',
  guardian: 'Родитель',
  subject: 'Предмет',
  topic: 'Тема урока',
  status: 'Состояние',
  empty: 'Обращений нет',
} as const;
