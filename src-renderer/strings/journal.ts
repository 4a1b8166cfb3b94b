import type {
  JournalGapRow,
  JournalPeriodKeyChoice,
  JournalStateChoice,
} from '../../src-main/contract/journal.ts';
import { counted } from './common.ts';

export { gapText } from '../../src-main/domain/journal-gap-wording.ts';

/** Sentences of the printed journal: the register, printing, certification. */

/** The journal of a pupil taught at home. */
export const ownName = (studentName: string, className: string): string =>
  `${studentName}, ${className}, на дому`;

/** The extract for a pupil who left the class. */
export const extractName = (studentName: string, className: string): string =>
  `${studentName}, ${className}, выписка`;

export const screen = {
  title: 'Печать журнала',
  short: 'Журнал',
  register: 'Реестр',
  history: 'История печати',
  print: 'Напечатать журналы',
  printAction: 'Напечатать классный журнал',
  owed: (n: number): string =>
    `${counted(n, 'журнал', 'журнала', 'журналов')} не ${n % 10 === 1 && n % 100 !== 11 ? 'заверен' : 'заверены'}`,
  rule: 'Журнал печатают полностью и заверяют не реже одного раза в четверть (триместр) и по итогам года.',
  own: 'Журналы обучения на дому',
  extracts: 'Выписки для выбывших',
  extractsHint:
    'Выписка делается по запросу: за время, когда ученик был в классе. Заверить её можно в любой день.',
  noClasses: 'В этом учебном году нет классов',
  noClassesHint: 'Заведите классы или загрузите контингент, и здесь появится реестр печати.',
  toClasses: 'Открыть классы',
  noTerms: (classes: string): string =>
    `Нет учебных периодов: ${classes}. Укажите их в «Календаре».`,
  toCalendar: 'Открыть календарь',
} as const;

export const states: Readonly<Record<JournalStateChoice, string>> = {
  certified: 'Заверен',
  printed: 'Напечатан, не заверен',
  missing: 'Не напечатан',
  early: 'Напечатан до срока',
  running: 'Период идёт',
  future: 'Ещё не начался',
  offered: 'По запросу',
};

export const grid = {
  label: (titles: string): string => `Классы и периоды: ${titles}`,
  class: 'Класс',
  /** Read before the state by a screen reader only. */
  of: (className: string, title: string): string => `${className}, ${title}:`,
  leaves: (n: number): string => counted(n, 'лист', 'листа', 'листов'),
  until: (date: string): string => `до ${date}`,
  since: (date: string): string => `с ${date}`,
} as const;

const subjects = (n: number): string => counted(n, 'предмет', 'предмета', 'предметов');
const lessons = (n: number): string => counted(n, 'урок', 'урока', 'уроков');

const summaries: Readonly<Record<JournalGapRow['kind'], (n: number) => string>> = {
  'no-lessons': (n) => `${subjects(n)} без уроков`,
  'no-topics': (n) => `${subjects(n)} без тем`,
  'no-marks': (n) => `${subjects(n)} без отметок`,
  'no-final-marks': (n) => `${subjects(n)} без итоговых отметок`,
  'no-teacher': (n) => `${subjects(n)} без учителя`,
  'outside-terms': () => 'уроки вне учебных периодов',
  'days-off': () => 'уроки в нерабочие дни',
  'not-enrolled': () => 'отметки не числящихся в классе',
  'no-pupils': () => 'нет учеников',
  'no-subjects': () => 'нет предметов',
  'other-lessons': () => 'уроки класса без записи об ученике',
};

/** «3 предмета без тем, 1 предмет без отметок». */
export const gapsSummary = (gaps: readonly JournalGapRow[]): string => {
  const counts = new Map<JournalGapRow['kind'], number>();
  for (const { kind } of gaps) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => summaries[kind](count)).join(', ');
};

export const gaps = {
  title: 'Перед печатью',
  none: 'Всё внесено',
  count: (n: number): string => counted(n, 'замечание', 'замечания', 'замечаний'),
  ofClass: 'Класс',
  open: (subject: string): string => `Открыть уроки: ${subject}`,
  show: (n: number, className: string): string =>
    `${counted(n, 'замечание', 'замечания', 'замечаний')}: ${className}`,
  size: (subjectCount: number, lessonCount: number): string =>
    `${subjects(subjectCount)}, ${lessons(lessonCount)}`,
  kept: 'Предметы без уроков, тем и отметок тоже печатаются: в журнале остаётся место, чтобы дописать от руки.',
} as const;

export const print = {
  title: 'Печать журналов',
  period: 'Период',
  classes: 'Журналы',
  all: 'Выбрать все',
  noneChosen: 'Выберите хотя бы один журнал.',
  where: 'Куда',
  targets: {
    screen: 'Показать и напечатать',
    folder: 'Сохранить файлы Word в папку',
  },
  folder: 'Папка',
  folderNeeded: 'Укажите папку.',
  early: (date: string): string =>
    `Период закончится ${date}. Журнал, напечатанный раньше, не считается полным: после окончания периода его нужно напечатать ещё раз.`,
  preview: 'Посмотреть без печати',
  submit: (n: number): string => (n === 1 ? 'Напечатать журнал' : `Напечатать журналы (${n})`),
  running: 'Готовим журналы',
  writing: 'Записываем файлы',
  recording: 'Вносим в реестр',
  toRecord: (n: number): string =>
    `В реестр будет внесено: ${counted(n, 'журнал', 'журнала', 'журналов')}`,
  done: (n: number): string => `В реестр внесено: ${counted(n, 'журнал', 'журнала', 'журналов')}`,
  written: 'Файлы записаны:',
  duplex: 'Печатайте на обеих сторонах листа: поля для переплёта чередуются.',
  close: 'Закрыть',
} as const;

export const card = {
  title: (className: string, title: string): string => `${className}: ${title}`,
  dates: 'Даты',
  state: 'Состояние',
  prints: 'Печати этого журнала',
  noPrints: 'Этот журнал ещё не печатали.',
  printedOn: 'Напечатан',
  leaves: 'Листов',
  pages: 'Страниц',
  gaps: 'Замечаний',
  certified: 'Заверен',
  certify: 'Заверить',
  certifyOf: (date: string): string => `Заверить журнал, напечатанный ${date}`,
  early: 'до срока',
  print: 'Напечатать',
  preview: 'Посмотреть',
  by: (date: string, who: string): string => `${date}, ${who}`,
  allowed: (who: string, why: string): string => `С замечаниями разрешил: ${who}. Причина: ${why}`,
} as const;

export const certify = {
  title: 'Журнал заверен',
  about: (className: string, title: string, leaves: string): string =>
    `${className}, ${title}: ${leaves}`,
  on: 'Дата заверения',
  by: 'Кто заверил',
  byHint: 'Должность и фамилия с инициалами',
  gaps: 'В напечатанном журнале недостаёт уроков, тем или итоговых отметок',
  gapsHint:
    'Внесите недостающее и напечатайте журнал заново. Если это невозможно, его заверяют по решению директора: запишите, кто разрешил и почему.',
  allowedBy: 'Кто разрешил заверить',
  allowedReason: 'Причина',
  submit: 'Отметить',
  done: 'Журнал отмечен заверенным',
} as const;

export const history = {
  title: 'История печати журналов',
  class: 'Класс',
  own: 'Ученик',
  ownWords: { true: 'журналы обучения на дому', false: 'журналы классов' },
  extract: 'Выписка',
  extractWords: { true: 'выписки для выбывших', false: 'журналы' },
  allowed: 'Разрешение директора',
  period: 'Период',
  year: 'Учебный год',
  printedOn: 'Дата',
  leaves: 'Листов',
  pages: 'Страниц',
  gaps: 'Замечаний',
  early: 'До срока',
  certified: 'Заверен',
  by: 'Кем заверен',
  certifiedWords: { true: 'заверенные', false: 'не заверенные' },
  earlyWords: { true: 'до конца периода', false: 'после конца периода' },
  periods: {
    'term-1': '1-й период',
    'term-2': '2-й период',
    'term-3': '3-й период',
    'term-4': '4-й период',
    'term-5': '5-й период',
    'term-6': '6-й период',
    year: 'Учебный год',
  } satisfies Readonly<Record<JournalPeriodKeyChoice, string>>,
  empty: 'Журналы ещё не печатали',
  emptyHint: 'Напечатайте журнал класса за четверть или за год: он появится здесь.',
} as const;

export const home = {
  title: 'Печать журнала',
  late: (n: number): string => `не заверено: ${n}`,
  period: (title: string, schoolYear: string): string => `${title} ${schoolYear}`,
  classes: (names: readonly string[]): string =>
    names.length > 12
      ? `${names.slice(0, 12).join(', ')} и ещё ${names.length - 12}`
      : names.join(', '),
  ended: (date: string): string => `закончился ${date}`,
  none: 'Журналы за прошедшие периоды напечатаны и заверены.',
  open: 'Открыть реестр',
} as const;
