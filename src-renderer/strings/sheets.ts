import { counted } from './common.ts';

/** Sentences of the weekly grade sheets: the week's run, handing over, the register. */

const sheetsCount = (n: number): string => counted(n, 'распечатка', 'распечатки', 'распечаток');

export const screen = {
  title: 'Распечатки недели',
  issued: 'Журнал распечаток',
  sheet: 'Распечатка',
  toIssued: 'Журнал распечаток',
  toPaper: 'Кто обслуживается на бумаге',
  settings: 'Настройки распечаток',
} as const;

export const week = {
  label: 'Неделя распечаток',
  previous: 'Предыдущая неделя (Alt+PgUp)',
  next: 'Следующая неделя (Alt+PgDn)',
  name: (number: number, period: string): string => `Неделя ${number}: ${period}`,
  choose: 'Выбрать неделю',
  toThis: 'Эта неделя',
  isThis: 'текущая',
  done: 'всё выдано',
  nothing: 'никому не положено',
  left: (n: number): string => `осталось ${n.toLocaleString('ru')}`,
  late: (n: number): string => `просрочено ${n.toLocaleString('ru')}`,
} as const;

export const statuses = {
  owed: 'ждёт печати',
  'not-printed': 'печать просрочена',
  printed: 'ждёт выдачи',
  'not-handed': 'выдача просрочена',
  handed: 'выдана',
  free: 'не положена',
} as const;

/** Buttons above the list: one status each. */
export const counts = {
  label: 'Состояние распечаток недели',
  all: 'Положено',
  owed: 'Ждут печати',
  'not-printed': 'Печать просрочена',
  printed: 'Ждут выдачи',
  'not-handed': 'Выдача просрочена',
  handed: 'Выданы',
} as const;

export const modes = {
  electronic: 'электронно',
  'paper-impossibility': 'невозможность',
  'paper-refusal': 'отказ',
} as const;

export const layouts = {
  a4: 'Лист А4',
  a5: 'Две А5 на листе',
  strips: 'Полоски для дневника',
} as const;

export const layoutHints = {
  a4: 'Один ученик на странице',
  a5: 'Два ученика на странице А4, между ними линия разреза',
  strips: 'Узкие полоски, чтобы вклеить в бумажный дневник',
} as const;

export const classes = {
  label: 'Классы',
  all: 'Вся школа',
  of: (handed: number, owed: number): string => `выдано ${handed} из ${owed}`,
  option: (name: string, handed: number, owed: number): string =>
    owed === 0 ? name : `${name}: выдано ${handed} из ${owed}`,
  late: (n: number): string => `просрочено: ${n}`,
} as const;

export const list = {
  title: 'Распечатки недели',
  student: 'Обучающийся',
  class: 'Класс',
  week: 'Неделя',
  mode: 'Основание',
  status: 'Состояние',
  due: 'Срок',
  handBy: 'Выдать до',
  printedOn: 'Напечатана',
  handedOn: 'Выдана',
  copies: 'Копий',
  sheets: 'Листов',
  guardians: 'Кому',
  consented: 'Сам ученик',
  consentedWords: { true: 'электронно', false: 'на бумаге' },
  everyone: 'Все ученики',
  everyoneHint: 'Показать и тех, кого обслуживают электронно: им печатают по просьбе',
  earlier: (n: number): string => `Долги прошлых недель (${n.toLocaleString('ru')})`,
  withCopies: (date: string, n: number): string => `${date} +${n.toLocaleString('ru')}`,
  copiesHint: (n: number): string => `Копий: ${n.toLocaleString('ru')}`,
} as const;

export const empty = {
  nobody: 'За эту неделю распечатки никому не положены',
  nobodyHint:
    'Распечатка положена, когда родитель отказался от электронного дневника или заявил о невозможности его получать. Остальным печатают по просьбе.',
  status: 'Таких распечаток на этой неделе нет',
  statusHint: 'Выберите другое состояние или другой класс',
  all: 'Показать все',
  notBegun: 'Эта неделя ещё не началась: распечатки за неё печатают после уроков.',
  holidays: 'Каникулы: уроков на этой неделе нет',
  holidaysHint: 'За неделю без учебных дней распечатки не положены.',
  toWork: 'К последней учебной неделе',
  statements: 'Открыть заявления',
} as const;

export const actions = {
  printDue: 'Напечатать положенные',
  printHint: 'Печать (Ctrl+P)',
  handHint: 'Отметить выдачу (F8)',
  printDueCount: (n: number): string => `Напечатать положенные (${n.toLocaleString('ru')})`,
  printDueOf: (name: string, n: number): string => `Напечатать ${name} (${n.toLocaleString('ru')})`,
  printChosen: (n: number): string => `Напечатать выбранные (${n.toLocaleString('ru')})`,
  hand: 'Отметить выдачу',
  handCount: (n: number): string => `Отметить выдачу (${n.toLocaleString('ru')})`,
  more: 'Другие действия',
  wholeClass: (name: string): string => `Листы всему классу ${name}…`,
  wholeSchool: 'Листы всей школе…',
  onRequest: 'Лист ученику по просьбе… (F2)',
  reprint: (n: number): string => `Копии выбранных (${n.toLocaleString('ru')})…`,
  show: (n: number): string => `Просмотр напечатанных (${n.toLocaleString('ru')})`,
  clearHanded: (n: number): string => `Снять отметку о выдаче (${n.toLocaleString('ru')})`,
  cleared: 'Отметка о выдаче снята',
} as const;

export const request = {
  title: 'Лист ученику по просьбе',
  student: 'Обучающийся',
  week: 'За неделю',
  recipient: 'Для кого',
  everybody: 'Каждому своя распечатка',
  household: 'Для семьи',
  hint: 'Семье на электронном обслуживании печатают по просьбе сколько угодно раз; отказавшейся после выдачи другой лист за ту же неделю не печатают.',
  next: 'Далее',
  noWeeks: 'В этом учебном году учебных недель ещё не было.',
} as const;

export const hand = {
  title: 'Отметка о выдаче',
  chosen: (n: number): string => `Выбрано: ${sheetsCount(n)}, напечатанных и не выданных.`,
  class: (name: string, n: number): string =>
    `Класс ${name}: ${sheetsCount(n)}, напечатанных и не выданных.`,
  school: (n: number): string => `Вся школа: ${sheetsCount(n)}, напечатанных и не выданных.`,
  on: 'Дата выдачи',
  submit: 'Отметить',
  done: (n: number): string => `Выдача отмечена: ${sheetsCount(n)}`,
} as const;

const sheetStates = {
  valid: 'действует',
  corrected: 'исправленная',
  void: 'недействительна',
} as const;

export const issued = {
  number: 'Лист',
  layout: 'Вид',
  printedAt: 'Напечатана',
  handed: 'Выдана',
  handedWords: { true: 'выдана', false: 'не выдана' },
  state: 'Состояние',
  states: sheetStates,
  numbered: (n: number, state: keyof typeof sheetStates): string =>
    state === 'valid' ? `№ ${n}` : `№ ${n} ${sheetStates[state]}`,
  replacedBy: (number: number | null): string =>
    number === null ? 'недействительна' : `недействительна, заменена № ${number}`,
  empty: 'Ничего ещё не печаталось',
  recipient: 'Для кого',
  household: 'для семьи',
  forWhom: (name: string): string => `для кого: ${name}`,
  emptyHint: 'Здесь останется каждый напечатанный лист, таким, каким его выдали.',
  toWeek: 'К распечаткам недели',
} as const;

export const card = {
  title: (student: string): string => `Распечатка: ${student}`,
  facts: 'Сведения о распечатке',
  student: 'Обучающийся',
  class: 'Класс',
  week: 'За неделю',
  number: 'Лист за эту неделю',
  mode: 'Как обслуживалась семья',
  layout: 'Вид',
  printedAt: 'Напечатана',
  copies: 'Копий',
  noCopies: 'не печатались',
  handedOn: 'Выдана',
  notHanded: 'ещё не выдана',
  notToHand: 'не выдаётся',
  state: 'Состояние',
  replacedBy: (number: number, day: string): string =>
    `Недействительна, заменена распечаткой № ${number} от ${day}`,
  correct: 'Исправленная…',
  correctTitle: (name: string): string => `Исправленный лист: ${name}`,
  page: 'Как напечатано',
  pageLabel: 'Напечатанный лист',
  changes: 'Что изменилось с тех пор',
  same: 'Ничего не изменилось: в журнале те же оценки, что на листе.',
  changed: (n: number): string =>
    `Лист хранится таким, каким его напечатали. Сейчас отличается ${counted(n, 'запись', 'записи', 'записей')}.`,
  subject: 'Предмет',
  on: 'День',
  what: 'Что',
  was: 'На листе',
  now: 'Сейчас',
  kinds: { mark: 'оценка', average: 'средний балл', homework: 'домашнее задание' },
  reprint: 'Копия…',
  hand: 'Отметить выдачу',
  clear: 'Снять отметку о выдаче',
  full: 'Просмотр',
} as const;

export const student = {
  tab: 'Распечатки',
  title: 'Распечатки за неделю',
  empty: 'Этому ученику листов ещё не печатали.',
  print: 'Напечатать лист…',
  shown: (shown: number, total: number): string => `Показаны ${shown} из ${total}`,
  all: 'Все в журнале',
} as const;

export const home = {
  title: 'Распечатки недели',
  week: (title: string): string => `Неделя ${title}`,
  waiting: (n: number): string => `Ждут печати: ${n.toLocaleString('ru')}`,
  notPrinted: (n: number): string => `Не напечатаны в срок: ${n.toLocaleString('ru')}`,
  notHanded: (n: number): string => `Не выданы в срок: ${n.toLocaleString('ru')}`,
  done: 'Все положенные распечатки напечатаны и выданы.',
  open: 'Открыть распечатки',
} as const;

export const rules = {
  tab: 'Распечатки',
  title: 'Распечатки оценок',
  layout: 'Обычный вид',
  homework: 'Печатать домашние задания, если родитель не отказывался',
  homeworkHint:
    'Семьям, у которых нет возможности получать дневник, и на листах по просьбе. При печати можно выбрать иначе',
  homeworkOnRefusal: 'Печатать домашние задания семьям, которые отказались',
  homeworkOnRefusalHint:
    'По плану собрания (п. 7) при отказе ученик записывает задания сам на каждом занятии, поэтому обычно выключено',
  averages: 'Печатать средний балл за четверть',
  perHousehold: 'Одна семья – одна распечатка',
  perHouseholdHint:
    'Родители, живущие вместе, получают одну распечатку; кто живёт отдельно – свою. Без отметки каждый родитель на бумаге получает свою',
  countFrom: 'Считать долги с даты',
  countFromHint:
    'Недели до этой даты не считаются положенными здесь: их печатали в другой программе. Пусто — с начала учебного года',
} as const;
