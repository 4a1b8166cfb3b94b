import { counted } from './common.ts';

/** Sentences of the screens of digital resources and of the teachers' hours. */

export const resources = {
  title: 'Ресурсы (ЦОР)',
  short: 'Ресурс (ЦОР)',
  newResource: 'Новый ресурс',
  newHint: 'Новый ресурс (Ctrl+N или F2)',
  editResource: 'Изменить ресурс',
  empty: 'Ресурсов пока нет',
  emptyHint:
    'Здесь собираются цифровые образовательные ресурсы: найденные на портале и подготовленные педагогами школы.',
  back: 'Ресурсы (ЦОР)',
  saved: 'Ресурс сохранён',
  deleted: 'Ресурс удалён',
} as const;

export const fields = {
  title: 'Название',
  subject: 'Предмет',
  parallel: 'Класс',
  topic: 'Тема',
  author: 'Автор',
  authorHint: 'Пусто, если ресурс найден на портале готовым',
  url: 'Адрес на портале',
  urlHint: 'Полный адрес, начинается с https:// или http://',
  postedOn: 'Размещён',
  appealCount: 'Обращений',
  linked: 'Применение',
} as const;

export const linkedWords = { true: 'дан по обращениям', false: 'ещё не давали' } as const;

export const card = {
  prepared: 'Откуда',
  preparedIs: (prepared: boolean | null): string => {
    if (prepared === null) return 'не указано: отметьте в обращении';
    return prepared ? 'подготовлен по обращению' : 'готовый ресурс';
  },
  facts: 'Сведения',
  found: 'готовый ресурс портала',
  copy: 'Скопировать',
  copied: 'Адрес скопирован',
  copyFailed: 'Скопировать не удалось. Выделите адрес и нажмите Ctrl+C.',
  networkHint: 'Программа не выходит в интернет: скопируйте адрес и откройте его в браузере.',
  appeals: 'По каким обращениям дан',
  noAppeals: 'Ни по одному обращению ресурс ещё не давали.',
  number: '№',
  date: 'Дата обращения',
  student: 'Обучающийся',
  className: 'Класс',
  topic: 'Тема урока',
  givenOn: 'Дан',
  status: 'Состояние',
  appealNumber: (number: string, year: number): string => `${number} / ${year}`,
} as const;

export const deleting = {
  title: 'Удалить ресурс?',
  message: (title: string): string => `«${title}» будет удалён из списка. Удаление можно отменить.`,
  button: 'Удалить ресурс',
} as const;

export const work = {
  title: 'Часы педагогов',
  newEntry: 'Записать часы',
  newHint: 'Записать часы (Ctrl+N или F2)',
  editEntry: 'Часы педагога',
  listTab: 'Записи',
  totalsTab: 'Итоги по педагогам',
  tabs: 'Разделы часов педагогов',
  empty: 'Записей о работе пока нет',
  emptyHint: 'Записывайте часы, затраченные педагогами на помощь родителям и подготовку ресурсов.',
  saved: 'Часы записаны',
  deleted: 'Запись удалена',
  keysHint: 'Enter — открыть, Delete — удалить',
  teacher: 'Педагог',
  workedOn: 'Дата',
  quarterHours: 'Часы',
  quarterHoursHint: 'С шагом 15 минут: 1,5 или 1:30',
  kind: 'Вид работы',
  appeal: 'Обращение',
  appealHint: 'Необязательно: номер, ребёнок или тема',
  note: 'Примечание',
} as const;

export const workKinds = {
  preparation: 'подготовка ресурса',
  posting: 'размещение на портале',
  consultation: 'консультация',
  search: 'поиск ресурса',
  other: 'другое',
} as const;

export const workDeleting = {
  title: 'Удалить запись о часах?',
  message: (teacher: string, date: string, hours: string): string =>
    `${teacher}, ${date}, ${hours}. Удаление можно отменить.`,
  button: 'Удалить запись',
} as const;

export const totals = {
  teacher: 'Педагог',
  hours: 'Часы',
  entries: 'Записей',
  none: 'За этот период часов не записано.',
  thisYear: 'Учебный год',
  thisMonth: 'Этот месяц',
  caption: 'Часы педагогов за период',
  count: (n: number): string => counted(n, 'педагог', 'педагога', 'педагогов'),
  sum: (hours: string, teachers: string): string => `Итого ${hours}, ${teachers}`,
} as const;
