import { counted } from './common.ts';

/** Sentences of Ctrl+Z and Ctrl+Y. */

type Forms = readonly [one: string, few: string, many: string];

/** Rows of the tables people count; the others are not told of. The weightiest first. */
const tableForms: Readonly<Record<string, Forms>> = {
  students: ['обучающийся', 'обучающихся', 'обучающихся'],
  guardians: ['родитель', 'родителя', 'родителей'],
  teachers: ['педагог', 'педагога', 'педагогов'],
  classes: ['класс', 'класса', 'классов'],
  appeals: ['обращение', 'обращения', 'обращений'],
  statements: ['заявление', 'заявления', 'заявлений'],
  sheets: ['распечатка', 'распечатки', 'распечаток'],
  journal_prints: ['печать журнала', 'печати журнала', 'печатей журнала'],
  credentials: ['логин', 'логина', 'логинов'],
  absences: ['пропуск', 'пропуска', 'пропусков'],
  resources: ['ресурс', 'ресурса', 'ресурсов'],
  work_entries: ['запись учёта времени', 'записи учёта времени', 'записей учёта времени'],
  marks: ['оценка', 'оценки', 'оценок'],
  final_marks: ['итоговая оценка', 'итоговые оценки', 'итоговых оценок'],
  lessons: ['урок', 'урока', 'уроков'],
};

/** «635 обучающихся»; null for tables nobody counts. */
export const countedRows = (table: string, n: number): string | null => {
  const forms = tableForms[table];
  return forms ? counted(n, ...forms) : null;
};

export const countedTables: readonly string[] = Object.keys(tableForms);

/** «12 записей», where no better word is known. */
export const countedAny = (n: number): string => counted(n, 'запись', 'записи', 'записей');

export const undo = {
  undo: 'Отменить',
  redo: 'Вернуть',
  done: {
    undo: (what: string) => `Отменено: ${what}`,
    redo: (what: string) => `Возвращено: ${what}`,
  },
  nothing: {
    undo: 'Отменять нечего: в этом окне ничего не изменено или всё уже отменено',
    redo: 'Возвращать нечего: в этом окне ничего не отменяли',
  },
  already: {
    undo: (what: string) => `Уже отменено: ${what}`,
    redo: (what: string) => `Уже возвращено: ${what}`,
  },
  question: {
    undo: (what: string) => `Отменить ${what}?`,
    redo: (what: string) => `Вернуть ${what}?`,
  },
  confirm: { undo: 'Отменить действие', redo: 'Вернуть действие' },
  keep: { undo: 'Не отменять', redo: 'Не возвращать' },
  progress: { undo: 'Отмена действия', redo: 'Возврат действия' },
  made: (screen: string, time: string) => `Сделано на экране «${screen}» в ${time}.`,
  madeAt: (time: string) => `Сделано ${time}.`,
  file: (name: string) => `Файл «${name}».`,
  rows: (n: number) => `Всего записей в базе изменится: ${n.toLocaleString('ru')}.`,
  printed: {
    sheets: (n: number) =>
      `Напечатано на бумаге: ${counted(n, 'распечатка', 'распечатки', 'распечаток')}. Из учёта они исчезнут, бумага останется: уничтожьте её.`,
    'sheets-again': (n: number) =>
      `Прежние, которые они заменили, снова станут действительны: ${counted(n, 'распечатка', 'распечатки', 'распечаток')}.`,
    journals: () => 'Журнал напечатан на бумаге. Из учёта печать исчезнет, бумага останется.',
    'sheets-since': (n: number) =>
      `С этими оценками уже напечатано: ${counted(n, 'распечатка', 'распечатки', 'распечаток')}. Бумага разойдётся с журналом.`,
  },
  losesSecret: 'Пароли и сканы сотрутся, и вернуть их будет нельзя.',
  usedBy: (what: string) => `Ссылаются: ${what}.`,
  /** What a refusal is about, at the head of its sentence. */
  about: (what: string) => `${what.slice(0, 1).toUpperCase()}${what.slice(1)}.`,
  closeFirst: 'Сначала закройте открытую форму или вопрос (Esc), потом нажмите ещё раз',
  and: ' — ',
  week: (from: string, to: string) => `неделя ${from}–${to}`,
} as const;
