import { counted } from './common.ts';

/** Sentences of the screens of the information summary (S1 Приложение 2). */

export const summary = {
  title: 'Информационная справка',
  versionCard: 'Версия справки',
  versionsTitle: 'Зафиксированные справки',
  rowsTitle: 'Строки показателя',
  allVersions: 'Все версии',
  blank: 'Пустой бланк',
  draft: 'Печать черновика',
  presets: 'Готовые периоды',
  back: 'Справка',
  form: 'Показатели за период',
  formHint: 'Нажмите на число, чтобы увидеть строки, из которых оно получено.',
  rule: 'Правило счёта',
  upsideDown: 'Окончание периода раньше начала',
  choosePeriod: 'Укажите обе даты периода: показатели посчитаются сами.',
  beside: (value: string): string => `Не учтено: ${value}`,
  openBeside: (head: string, value: string): string =>
    `Не учтено ${value}. Показать строки и причины: ${head}`,
  openRows: (head: string, value: string): string => `${value}. Показать строки: ${head}`,
} as const;

/** Heads of the form, word for word from S1 Приложение 2. */
export const heads = {
  organisations: 'Количество общеобразовательных организаций в муниципалитете',
  studentsOverTwoWeeks:
    'Количество обучающихся пропустивших занятия более двух недель (без учета детей занимающихся на дому)',
  appeals: 'Количество зарегистрированных обращений',
  quarterHours: 'количество часов, затраченных учителями на организацию и предоставление помощи',
  resources:
    'Количество цифровых ресурсов размещенных на портале «Сетевой класс Белогорья» разработанных по темам уроков, заявленным в обращениях родителей',
} as const;

/** The figures in a word or two, where the heads of the form would not fit. */
export const shortHeads = {
  organisations: 'Организации',
  studentsOverTwoWeeks: 'Пропустили более двух недель',
  appeals: 'Обращения',
  quarterHours: 'Часы учителей',
  resources: 'Ресурсы (ЦОР)',
} as const;

export const presets = {
  spring: '1 марта – 15 мая',
  month: 'Текущий месяц',
  year: 'С начала учебного года',
} as const;

export const finalise = {
  button: (version: number): string => `Зафиксировать версию ${version}`,
  title: (version: number): string => `Зафиксировать версию ${version}?`,
  message:
    'Показатели и строки за ними запомнятся такими, как сейчас. Зафиксированную версию нельзя изменить или удалить; если данные потом поменяются, создаётся следующая версия.',
  confirm: 'Зафиксировать',
  done: (version: number): string => `Версия ${version} зафиксирована`,
  requisitesButton: (version: number): string => `Выпустить версию ${version} с новыми реквизитами`,
  requisitesTitle: (version: number): string => `Выпустить версию ${version} с новыми реквизитами?`,
  requisitesMessage:
    'Показатели и строки останутся теми же, в бланке и файлах будут реквизиты из настроек и пометка, взамен какой версии выпущена справка. Прежняя версия сохранится.',
  requisitesConfirm: 'Выпустить',
  same: (version: number): string => `С версии ${version} ничего не изменилось, новая не нужна`,
  first: 'За этот период справка ещё не зафиксирована.',
} as const;

export const difference = {
  title: (version: number): string => `Изменения после версии ${version}`,
  none: (version: number): string =>
    `После версии ${version} ничего не изменилось: показатели и строки те же.`,
  rule: 'Правило «более двух недель» с тех пор изменено в настройках.',
  counting:
    'Эта версия посчитана по прежнему правилу: какие обращения, часы и ресурсы учитываются, с тех пор изменено в программе. Числа версии остаются, какими были.',
  requisites: 'Реквизиты школы с тех пор изменены в настройках:',
  requisite: (name: string, was: string | null, now: string | null): string =>
    `${name}: ${was ?? 'не указано'} → ${now ?? 'не указано'}`,
  requisiteNames: {
    code: 'код организации',
    name: 'полное наименование',
    shortName: 'сокращённое наименование',
    municipality: 'муниципальное образование',
    directorPosition: 'должность руководителя',
    directorName: 'руководитель',
    executorName: 'исполнитель',
    executorPhone: 'телефон исполнителя',
  },
  rowsOnly: 'Числа те же, но строки за ними изменились.',
  figure: 'Показатель',
  was: 'Было',
  now: 'Стало',
  change: 'Что',
  row: 'Строка',
  hours: 'Часы',
  changes: { added: 'добавлено', removed: 'исключено', changed: 'изменено' },
  label: 'Изменившиеся показатели',
  rowsLabel: 'Изменившиеся строки',
  more: (n: number): string => `И ещё ${counted(n, 'строка', 'строки', 'строк')}.`,
  hoursChange: (was: string, now: string): string => `${was} → ${now}`,
} as const;

export const versions = {
  title: 'Версии за этот период',
  none: 'Зафиксированных версий пока нет.',
  version: 'Версия',
  number: (version: number): string => `Версия ${version}`,
  finalisedAt: 'Зафиксирована',
  from: 'С',
  to: 'По',
  period: 'Период',
  empty: 'Справок пока нет',
  emptyHint: 'Выберите период, проверьте показатели и зафиксируйте первую версию.',
  make: 'Перейти к справке',
  open: (version: number): string => `Открыть версию ${version}`,
} as const;

export const card = {
  title: (version: number, period: string): string => `Справка ${period}, версия ${version}`,
  latest: 'последняя версия',
  replaced: 'есть более новая',
  drifted: 'данные изменились',
  reissueOf: (version: number): string => `взамен версии ${version}: исправлены реквизиты`,
  uncounted: 'Версия сделана программой до 0.4.0: учтены все зарегистрированные обращения.',
  facts: 'О версии',
  finalisedAt: 'Зафиксирована',
  sha256: 'Контрольная сумма (SHA-256)',
  print: 'Просмотр и печать',
  current: 'Показатели сейчас',
} as const;

export const files = {
  title: 'Файлы для отправки',
  hint: 'Три файла с одними и теми же числами: бланк для печати, таблица и пакет для загрузки в свод.',
  remember: 'summary-export',
  folder: 'Папка для трёх файлов',
  folderNeeded: 'Укажите папку, куда записать файлы',
  write: 'Записать три файла',
  written: (names: readonly string[]): string =>
    `Записано ${counted(names.length, 'файл', 'файла', 'файлов')}`,
  writtenInto: 'Записаны в папку:',
  separately: 'По одному:',
  kinds: { docx: 'DOCX', xlsx: 'XLSX', json: 'JSON' },
  download: (kind: string): string => `Сохранить ${kind}`,
} as const;

/** Columns of the rows behind a figure: what the name and the detail are there. */
export const rowColumns = {
  organisations: { name: 'Организация', detail: 'Полное наименование', date: '' },
  studentsOverTwoWeeks: { name: 'Обучающийся', detail: 'Класс и причина учёта', date: '' },
  appeals: { name: 'Обращение', detail: 'Класс, предмет и тема', date: 'Дата обращения' },
  quarterHours: { name: 'Учитель', detail: 'Вид работы и обращение', date: 'Дата' },
  resources: { name: 'Ресурс', detail: 'Класс, предмет и тема', date: 'Размещён' },
} as const;

export const rows = {
  counting: 'Какие строки показать',
  counted: (value: string): string => `Учтено: ${value}`,
  beside: (value: string): string => `Не учтено: ${value}`,
  reason: 'Почему не учтено',
  besideNone: 'Всё, что есть за этот период, учтено.',
  hours: 'Часы',
  empty: 'Строк нет',
  emptyHint: 'За этот период в показатель ничего не вошло.',
  ofVersion: (version: number): string => `строки версии ${version}`,
  asNow: 'по данным на сейчас',
  openHint: 'Enter — открыть карточку',
  entryGone: 'Этой записи часов больше нет: её удалили после того, как справка была зафиксирована.',
} as const;

/** Quarter hours as the form prints them: 50 → «12,5». */
export const hoursNumber = (quarterHours: number): string =>
  String(quarterHours / 4).replace('.', ',');
