import { counted } from './common.ts';

/** Sentences of printing weekly sheets and their copies. */

const sheetsCount = (n: number): string => counted(n, 'распечатка', 'распечатки', 'распечаток');

const families = (n: number): string => counted(n, 'ученику', 'ученикам', 'ученикам');

export const run = {
  due: 'Печать положенных распечаток',
  chosen: 'Печать выбранных распечаток',
  class: (name: string): string => `Листы классу ${name}`,
  school: 'Листы всей школе',
  one: (name: string): string => `Лист: ${name}`,
  layout: 'Вид',
  content: 'Что печатать',
  homework: 'Домашние задания',
  homeworkChoices: { settings: 'По настройкам', all: 'Всем', none: 'Никому' },
  /** Who gets homework by the settings of the school (S2 §7). */
  homeworkBySettings: (others: boolean, refusing: boolean): string => {
    if (others === refusing) return others ? 'По настройкам – всем.' : 'По настройкам – никому.';
    return refusing
      ? 'По настройкам – только семьям, которые отказались.'
      : 'По настройкам – всем, кроме семей, которые отказались: ученик записывает задания сам.';
  },
  averages: 'Средний балл за четверть',
  fresh: 'Новых листов',
  corrected: 'Исправленных листов',
  correctedHint: (n: number): string =>
    n === 1
      ? 'Сведения изменились, а прежний лист не выдан: напечатается исправленный, прежний станет недействительным. Уберите его и не выдавайте.'
      : 'Сведения изменились, а прежние листы не выданы: напечатаются исправленные, прежние станут недействительными. Уберите их и не выдавайте.',
  copies: 'Копий тех же листов',
  copiesHint: 'С печати ничего не изменилось: лист тот же, на нём будет написано, что это копия.',
  refused: 'Второй лист не положен',
  refusedTitle: (n: number): string =>
    `${families(n)} лист за эту неделю уже выдан: второй, другой не положен`,
  why: 'Почему',
  more: (n: number): string => `и ещё ${families(n)}`,
  what: 'Что напечатать вместо него',
  copy: 'Копия выданного листа, без новых оценок',
  skip: 'Ничего не печатать: остальные листы напечатаются',
  unfinished:
    'Уроки этой недели ещё не закончились: оценки, поставленные позже, в лист не попадут. До выдачи лист можно исправить; после выдачи семье, которая отказалась от электронного дневника, другой лист за эту неделю напечатать нельзя.',
  first: 'Первый лист',
  page: 'Лист с оценками',
  notYet: 'Откроется просмотр всех листов. Записано будет после печати, когда вы подтвердите её.',
  print: (n: number): string => `Напечатать (${n.toLocaleString('ru')})`,
  printCopy: (n: number): string => `Напечатать копию (${n.toLocaleString('ru')})`,
  printHint: 'Печать (Ctrl+P)',
  nothing: 'Печатать нечего',
  preparing: 'Готовим распечатки',
  recording: 'Записываем распечатки',
  toRecord: (fresh: number, corrected: number, copies: number): string =>
    `Будет записано: ${[
      fresh > 0 && sheetsCount(fresh),
      corrected > 0 &&
        `${counted(corrected, 'исправленная', 'исправленные', 'исправленных')} (прежние недействительны)`,
      copies > 0 && counted(copies, 'копия', 'копии', 'копий'),
    ]
      .filter(Boolean)
      .join(', ')}`,
  withoutData: 'Нет данных за неделю',
  withoutDataTitle: (n: number): string =>
    `Нет данных за неделю: ${counted(n, 'ученик', 'ученика', 'учеников')}`,
  withoutDataHint:
    'Ни уроков, ни оценок этой недели в программе нет. Загрузите их или введите, затем печатайте: пустой лист займёт единственную распечатку недели.',
  toImport: 'Загрузить оценки',
  printEmpty: (className: string, weekTitle: string, n: number): string =>
    `Всё равно напечатать пустые листы: ${className}, ${weekTitle} (${n.toLocaleString('ru')})`,
  forWhom: (student: string, recipient: string): string => `${student} (для кого: ${recipient})`,
  counting: 'Считаем…',
  done: (issued: number, copies: number): string =>
    [
      issued > 0 && `Напечатано: ${sheetsCount(issued)}`,
      copies > 0 && `копий: ${copies.toLocaleString('ru')}`,
    ]
      .filter(Boolean)
      .join(', '),
} as const;

export const reprint = {
  title: (n: number): string => (n === 1 ? 'Напечатать копию?' : 'Напечатать копии?'),
  message: (n: number): string =>
    `${sheetsCount(n)}: листы напечатаются такими же, как в первый раз, даже если оценки с тех пор изменились. На каждом будет написано «Копия» и её номер, каждая останется в журнале.`,
  confirm: (n: number): string =>
    n === 1 ? 'Напечатать копию' : `Напечатать копии (${n.toLocaleString('ru')})`,
  sheets: 'Что напечатается',
  copy: 'Копия',
  copyNumber: (n: number): string => `копия № ${n.toLocaleString('ru')}`,
  page: 'Так выглядит копия',
  making: 'Готовим копии',
  recording: 'Записываем копии',
  toRecord: (n: number): string => `Будет записано: ${counted(n, 'копия', 'копии', 'копий')}`,
  done: (n: number): string =>
    `Напечатано: ${counted(n, 'копия', 'копии', 'копий')}, записано в журнал`,
} as const;
