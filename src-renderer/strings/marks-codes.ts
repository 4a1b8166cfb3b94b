import { counted } from './common.ts';

/** Tables of codes of marks. */

export const meanings = {
  absent: 'Отсутствие, причина не указана',
  unexcused: 'Отсутствие без уважительной причины',
  ill: 'Отсутствие по болезни',
  excused: 'Отсутствие по уважительной причине',
  late: 'Опоздание',
  present: 'Присутствие',
  exempt: 'Освобождение',
  credit: 'Зачёт',
  'no-credit': 'Незачёт',
  'not-assessed': 'Не аттестован',
  pending: 'Оценка будет позже',
} as const;

export const codes = {
  tables: 'Таблицы кодов',
  intro:
    'У каждой системы свои буквы: «П» в одной — уважительная причина, в другой — присутствие. Для каждого источника можно завести свою таблицу и выбрать её при загрузке и вводе.',
  name: 'Название таблицы',
  nameHint: 'Например, название электронного дневника',
  newTable: 'Новая таблица',
  newName: 'Коды источника',
  code: 'Код',
  codeOf: (n: number) => `Код ${n}`,
  meaning: 'Значение',
  meaningOf: (n: number) => `Значение кода ${n}`,
  addCode: 'Добавить код',
  removeCode: (code: string) => `Убрать код «${code}»`,
  empty: 'Кодов пока нет',
  saved: (n: number) =>
    n === 0
      ? 'Таблица сохранена'
      : `Таблица сохранена, ${counted(n, 'оценка прочитана', 'оценки прочитаны', 'оценок прочитано')} заново`,
  remove: 'Удалить таблицу',
  removed: 'Таблица удалена',
  removeTitle: 'Удалить таблицу кодов?',
  removeQuestion: (name: string) => `Таблица «${name}» удалится. Это можно будет отменить.`,
  notDeletable: 'Таблицу нельзя удалить: по ней прочитаны оценки или это обычная таблица',
  used: (n: number) =>
    n === 0 ? 'по ней ничего не прочитано' : `прочитано: ${n.toLocaleString('ru')}`,
  unknownTitle: 'Неизвестные коды',
  unknownHint:
    'Записи, в которых есть код, которого нет в таблице. Добавьте код — и они прочтутся заново.',
  unknownEmpty: 'Неизвестных кодов нет',
  record: 'Запись',
  count: 'Ячеек',
  example: 'Пример',
  exampleOf: (name: string, className: string, subject: string, date: string) =>
    `${name}, ${className}, ${subject}, ${date}`,
  add: (code: string) => `Добавить «${code}»`,
  more: (n: number) => `Показаны первые ${n.toLocaleString('ru')} записей с неизвестными кодами`,
} as const;
