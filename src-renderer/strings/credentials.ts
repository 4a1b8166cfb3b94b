import { counted } from './common.ts';

/** Logins and passwords of the electronic diary: list, card, forms, print, report. */

export const screen = {
  title: 'Логины и пароли',
  tabs: 'Разделы логинов и паролей',
  list: 'Список',
  desk: 'Выдача',
  print: 'Карточки и ведомости',
  report: 'Отчёт',
  import: 'Загрузка из файла',
  add: 'Внести вручную',
  card: 'Данные для входа',
  new: 'Новые данные для входа',
} as const;

export const kinds = {
  password: 'логин и пароль',
  invitation: 'код приглашения',
  esia: 'вход через ЕСИА',
} as const;

/** For the narrow column of the list. */
export const shortKinds = { password: 'пароль', invitation: 'код', esia: 'ЕСИА' } as const;

export const owners = { student: 'ученик', guardian: 'родитель' } as const;

export const states = { new: 'не выдано', issued: 'выдано', revoked: 'отозвано' } as const;

export const secrets = { true: 'хранится', false: 'нет' } as const;

export const signs = { true: 'да', false: 'нет' } as const;

export const list = {
  name: 'ФИО',
  className: 'Класс',
  owner: 'Чьи',
  kind: 'Вид',
  login: 'Логин',
  state: 'Состояние',
  secret: 'Пароль',
  receivedOn: 'Внесено',
  issuedOn: 'Выдано',
  receiver: 'Получил',
  signed: 'Подпись',
  right: 'Право получать',
  barrier: 'Что мешает получить',
  reveal: 'Показать пароль или код',
  emptyTitle: 'Логинов и паролей пока нет',
  emptyHint: 'Загрузите выгрузку из электронного дневника или внесите данные вручную',
  printSelected: (n: number) => `Карточки выбранных (${n.toLocaleString('ru')})`,
} as const;

/** Whether it may be handed over today, and what stands against it. */
export const rights = { revoke: 'отозвать', withheld: 'не выдавать', has: 'есть' } as const;

export const barriers = {
  'not-representative': 'не представитель',
  'of-age': 'ученик совершеннолетний',
  refusal: 'действует отказ',
  disputed: 'родители расходятся',
  'school-decision': 'решение школы',
} as const;

export const rightOf = (right: keyof typeof rights, barrier: keyof typeof barriers | null) =>
  barrier === null ? rights[right] : `${rights[right]}: ${barriers[barrier]}`;

export const card = {
  facts: 'Данные для входа',
  owner: 'Владелец',
  children: 'Дети',
  child: (name: string, className: string | null) =>
    className === null ? name : `${name}, ${className}`,
  history: 'История',
  noHistory: 'Отметок пока нет',
  on: 'Дата',
  event: 'Что произошло',
  receiver: 'Кто получил',
  reason: 'Причина',
  reveal: 'Показать',
  print: 'Карточка',
  reissue: 'Повторная выдача…',
  revoke: 'Отозвать…',
  remove: 'Удалить',
  removeTitle: 'Удалить данные для входа?',
  removeText: 'Пароль или код пропадёт без возврата. Удаляют только внесённое по ошибке.',
  removed: 'Данные для входа удалены',
  revokeTitle: 'Отозвать данные для входа?',
  revokeText: 'Пароль сотрётся, выдать эти данные будет нельзя. История останется.',
  revokeReason: 'Причина отзыва',
  revoked: 'Данные для входа отозваны',
} as const;

export const events = {
  received: 'внесено',
  issued: 'выдано',
  reissued: 'повторная выдача',
  revoked: 'отозвано',
  wiped: 'пароль стёрт',
  revealed: 'пароль просмотрен на экране',
} as const;

export const eventNotes = {
  signed: 'подпись получена',
  unsigned: 'подписи нет',
  takenBack: (on: string) => `взято назад ${on}`,
} as const;

export const reveal = {
  title: 'Пароль на экране',
  login: 'Логин',
  secret: 'Пароль или код',
  note: 'Просмотр записан в историю. Окно закроется само через полминуты.',
} as const;

export const form = {
  edit: 'Изменить данные для входа',
  owner: 'Чьи данные',
  student: 'Обучающийся',
  guardian: 'Родитель',
  kind: 'Вид',
  login: 'Логин',
  secret: 'Пароль',
  invitation: 'Код приглашения',
  keep: 'Пусто — останется прежний',
  saved: 'Данные для входа сохранены',
} as const;

export const reissue = {
  title: 'Повторная выдача',
  hint: 'Прежний пароль будет потерян. Новые данные ждут выдачи под подпись.',
  newLogin: 'Новый логин',
  newLoginHint: 'Пусто — логин прежний',
  on: 'Дата',
  reason: 'Причина',
  submit: 'Записать',
  done: 'Новые данные записаны и ждут выдачи',
} as const;

export const print = {
  cards: 'Карточки для выдачи',
  cardsHint:
    'По восемь карточек на листе А4, с линиями разреза. На карточках напечатаны пароли: выдавайте лично, лишние листы уничтожайте. Печать ничего не отмечает как выданное.',
  className: 'Класс',
  allClasses: 'Все классы',
  owner: 'Кому',
  owners: { all: 'Всем', guardian: 'Родителям', student: 'Ученикам' },
  onlyNew: 'Только не выданные',
  count: (n: number) => `Подходит ${counted(n, 'запись', 'записи', 'записей')}`,
  make: 'Просмотр и печать карточек',
  making: 'Готовим карточки',
  skipped: (n: number) =>
    `${counted(n, 'запись', 'записи', 'записей')} без карточки: отозваны или пароль стёрт`,
  withheld: (
    reasons: readonly { readonly barrier: keyof typeof barriers; readonly count: number }[],
  ) =>
    `Не вошли, выдавать сегодня нельзя: ${reasons
      .map(({ barrier, count }) => `${barriers[barrier]} — ${count.toLocaleString('ru')}`)
      .join('; ')}. Они видны в списке по отбору «Право получать».`,
  ledgers: 'Ведомости выдачи',
  ledgersHint: 'Приложение № 6: родители и ученики, для подписей. Паролей в ведомости нет.',
  table: 'Ведомость',
  tables: { '1': 'Таблица 1 — родители', '2': 'Таблица 2 — ученики' },
  who: 'Кто в ведомости',
  states: { all: 'Все', new: 'Не получившие', issued: 'Получившие' },
  blank: 'Пустой бланк для заполнения от руки',
  blankRows: 'Строк в бланке',
  makeLedger: 'Просмотр и печать ведомости',
} as const;

export const report = {
  title: 'Выдача по классам',
  students: 'Ученики',
  guardians: 'Родители',
  chart: (who: string) => `Выдано и не выдано по классам: ${who}`,
  series: ['выдано', 'не выдано', 'отозвано'],
  bar: (issued: number, total: number) =>
    `${issued.toLocaleString('ru')} из ${total.toLocaleString('ru')}`,
  table: 'Выдача по классам, числа',
  className: 'Класс',
  issued: (who: string) => `${who}: выдано`,
  notIssued: (who: string) => `${who}: не выдано`,
  revoked: (who: string) => `${who}: отозвано`,
  without: 'Учеников без данных',
  total: (issued: number, total: number) =>
    `Выдано ${issued.toLocaleString('ru')} из ${total.toLocaleString('ru')}`,
  withoutHint: 'Родитель с детьми в разных классах считается в каждом классе, в итоге — один раз.',
  noClass: 'без класса',
  empty: 'Показывать пока нечего',
  emptyHint: 'Отчёт появится, когда будут внесены логины и пароли',
  print: 'Печать отчёта',
} as const;

export const rules = {
  tab: 'Электронный дневник',
  title: 'Система электронного дневника',
  system: 'Система',
  systems: ['БАРС', 'АВЕРС'] as readonly string[],
  other: 'другая',
  name: 'Название системы',
  site: 'Адрес сайта',
  siteHint: 'Печатается на карточках вместе с QR-кодом',
  issue: 'Выдача',
  personalFrom: 'Ученик получает данные лично с класса',
  personalHint: 'До этого класса данные ребёнка получает родитель (рекомендация — с 7-го)',
  wipe: 'Стирать пароль, когда за него расписались',
  takeBack: 'Сколько минут выдачу можно взять назад',
  takeBackHint:
    'Столько после подписи пароль ещё хранится зашифрованным, потом программа стирает его сама. 0 — стирать сразу',
  wipeHint: 'Логин и отметки остаются. Забытый пароль оформляется как повторная выдача.',
} as const;
