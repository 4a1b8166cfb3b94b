import { counted } from './common.ts';

/** Sentences of the appeals journal; the card and the printed forms have files beside this one. */

export const appeals = {
  title: 'Обращения',
  journal: 'Журнал обращений',
  newAppeal: 'Новое обращение',
  newHint: 'Новое обращение (Ctrl+N или F2)',
  worker: 'Ответственный работник',
  card: 'Карточка обращения',
  printJournal: 'Печать журнала',
  empty: 'Обращений пока нет',
  emptyHint:
    'Зарегистрируйте первое обращение родителя: достаточно двух букв фамилии ребёнка, остальное подставится.',
  number: (printed: string, year: number): string => `№ ${printed} / ${year}`,
  show: 'Какие обращения показать',
  overdueList: 'Просроченные обращения',
  emptyShow: 'Таких обращений нет',
} as const;

export const shows = {
  all: 'Все',
  open: 'В работе',
  overdue: 'Просроченные',
  closed: 'Закрытые',
} as const;

export const statuses = {
  registered: 'зарегистрировано',
  'resource-found': 'ресурс передан',
  'in-preparation': 'ресурс готовится',
  closed: 'закрыто',
  annulled: 'аннулировано',
} as const;

export const channels = {
  visit: 'лично',
  phone: 'по телефону',
  email: 'по электронной почте',
  portal: 'через портал',
  letter: 'письмом',
} as const;

export const columns = {
  number: '№',
  year: 'Год',
  date: 'Дата обращения',
  registeredOn: 'Зарегистрировано',
  guardianName: 'Родитель',
  studentName: 'Обучающийся',
  programme: 'Программа, класс',
  subject: 'Предмет',
  lessonTopic: 'Тема пропущенного урока',
  status: 'Состояние',
  dueOn: 'Срок',
  responsibleName: 'Ответственный',
  preparerName: 'Готовит ресурс',
  quarterHours: 'Часы',
  resourceCount: 'ЦОР',
  channel: 'Способ',
  result: 'Результат',
  closedOn: 'Закрыто',
} as const;

export const overdueWords = { true: 'просроченные', false: 'в срок' } as const;

export const form = {
  student: 'Ребёнок',
  studentHint: 'Две буквы фамилии или имени',
  date: 'Дата обращения',
  otherDay: 'Зарегистрировано другим днём',
  registeredOn: 'Дата регистрации',
  registeredHint: 'День, которым даётся номер; обычно сегодня',
  channel: 'Как обратились',
  guardian: 'Кто обратился',
  programme: 'Программа и класс',
  notCounted: 'В информационную справку не войдёт.',
  notCountedHint:
    'Обращение всё равно можно зарегистрировать: оно останется в журнале. Если пропуск будет записан или станет длиннее двух недель, оно войдёт в справку само.',
  notEnrolled: 'На эту дату ребёнок не числится ни в одном классе. Проверьте дату обращения.',
  subject: 'Предмет',
  lessonTopic: 'Тема пропущенного урока',
  responsible: 'Ответственный работник',
  dueOn: 'Ответить до',
  register: 'Зарегистрировать',
  chooseStudent: 'Выберите ребёнка, и здесь появятся класс, программа и родители.',
  noGuardians: 'У ребёнка не записан ни один родитель (законный представитель).',
  addGuardian: 'Добавить родителя',
  guardianSaved: 'Родитель добавлен',
  guardianFor: (student: string): string => `Ребёнок: ${student}`,
  back: 'Журнал обращений',
  lately: 'Прежние обращения ребёнка',
  latelyNone: 'Раньше по этому ребёнку не обращались.',
  childAbsences: 'Пропуски ребёнка',
  absencesNone: 'Пропуски ребёнка не записаны.',
  more: (n: number): string => `и ещё ${counted(n, 'пропуск', 'пропуска', 'пропусков')}`,
} as const;

export const guardianForm = {
  source: 'Откуда взять родителя',
  sources: { fresh: 'Новый', known: 'Уже есть в картотеке' },
  lastName: 'Фамилия',
  firstName: 'Имя',
  middleName: 'Отчество',
  relation: 'Кем приходится',
  phone: 'Телефон',
  email: 'Электронная почта',
  namesake: 'Это другой человек: такой родитель с этим телефоном уже есть в базе',
} as const;

export const registered = {
  title: 'Обращение зарегистрировано',
  number: 'Регистрационный номер',
  due: (date: string): string => `Ответить до ${date}`,
  next: 'Что дальше',
  steps: [
    'Проверьте, есть ли нужный ресурс на портале.',
    'Если есть, передайте родителю ссылку; если нет, поручите педагогу подготовить ресурс.',
    'Запишите результат и закройте обращение.',
  ],
  open: 'Перейти к проверке портала',
  print: 'Печать талона',
  another: 'Ещё одно обращение',
  journal: 'В журнал',
} as const;

export const sources = {
  label: (number: string, date: string, student: string): string =>
    `№ ${number} от ${date}, ${student}`,
} as const;

export const childColumns = {
  number: '№',
  date: 'Дата',
  topic: 'Тема',
  status: 'Состояние',
  period: 'Период',
  rule: 'Правило',
  twoWeeks: 'более 2 недель',
  less: 'меньше 2 недель',
  daysReason: (days: number, reason: string): string =>
    `${counted(days, 'день', 'дня', 'дней')}, ${reason}`,
} as const;
