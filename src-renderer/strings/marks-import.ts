import { counted } from './common.ts';

/** Import of marks, lessons and homework: files, plan, codes, mapping wizard, history. */

export const tab = {
  view: 'Раздел загрузки',
  views: { files: 'Файлы', history: 'История загрузок' },
  intro:
    'Подходят отчёт об успеваемости и посещаемости, табель, распечатка классного журнала и любая таблица оценок или уроков. Можно выбрать сразу несколько файлов или папку. Программа сама узнаёт, что в файле, и ничего не записывает, пока вы не нажмёте «Применить».',
  namesOf: (names: readonly string[]) =>
    names.length > 1
      ? `${names[0] ?? ''} и ещё ${(names.length - 1).toLocaleString('ru')}`
      : (names[0] ?? ''),
  stage: (words: string, step: string) => `${words}: ${step.toLowerCase()}`,
  done: 'Оценки и уроки загружены',
  skipBroken: (n: number) =>
    `Загрузить без ${counted(n, 'непрочитанного файла', 'непрочитанных файлов', 'непрочитанных файлов')}`,
  helpTitle: (name: string) => `Что можно сделать с файлом «${name}»`,
  help: {
    'columns-unknown':
      'Если это таблица, где строка — одна оценка или один урок, укажите, что в каком столбце. Программа запомнит ответ для таких таблиц.',
    'class-needed': 'В файле не назван класс. Выберите класс, чьи это оценки.',
    'class-unknown':
      'Такого класса в этом учебном году нет. Выберите класс или сначала загрузите контингент.',
  },
  helpOther:
    'Откройте файл в Excel, сохраните его заново и загрузите ещё раз. Либо выберите другой файл.',
} as const;

export const kinds = {
  'marks-report': 'Отчёт об успеваемости и посещаемости',
  'report-card': 'Табель успеваемости',
  'class-journal': 'Распечатка классного журнала',
  'mark-rows': 'Таблица оценок',
  'lesson-rows': 'Таблица уроков',
} as const;

export const files = {
  title: (n: number) => `Файлы: ${n.toLocaleString('ru')}`,
  label: 'Выбранные файлы',
  clear: 'Убрать все',
  add: 'Добавить файлы…',
  name: 'Файл',
  kind: 'Что узнали',
  classes: 'Классы',
  period: 'За какие дни',
  year: 'Учебный год',
  yearOf: (year: string, assumed: boolean) => (assumed ? `${year}?` : year),
  rejected: 'Не принято',
  refusedName: 'Не принят',
  refusedLabel: 'Непринятые файлы',
  why: 'Почему',
  noneTaken: 'Ни один файл не прочитан',
  remove: (name: string) => `Убрать файл: ${name}`,
  map: 'Указать столбцы…',
  classOf: (name: string) => `Класс для файла ${name}`,
  chooseClass: 'Выберите класс',
  assumedYear: 'В файле нет года, только числа и месяцы. Проверьте учебный год:',
} as const;

interface Counts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly vanished?: number;
}

interface Pupils {
  readonly matched: number;
  readonly remembered: number;
  readonly asked: number;
  readonly unknown: number;
}

const parts = (items: readonly (readonly [number, string])[]): string =>
  items
    .filter(([n]) => n > 0)
    .map(([n, words]) => `${words} ${n.toLocaleString('ru')}`)
    .join(', ');

export const classes = {
  title: 'По классам',
  class: 'Класс',
  classOf: (className: string, year: string) => `${className}, ${year}`,
  pupils: 'Ученики',
  pupilsOf: ({ matched, remembered, asked, unknown }: Pupils) =>
    parts([
      [matched, 'найдено'],
      [remembered, 'по прежним ответам'],
      [asked, 'вопросов'],
      [unknown, 'нет в школе'],
    ]) || 'нет',
  marks: 'Оценки и пропуски',
  lessons: 'Уроки',
  finals: 'Итоговые оценки',
  countsOf: ({ new: added, changed, same, vanished = 0 }: Counts) =>
    parts([
      [added, 'новых'],
      [changed, 'изменено'],
      [same, 'без изменений'],
      [vanished, 'пропало'],
    ]) || 'нет',
  newSubjects: 'Новые предметы',
  codes: 'Неизв. коды',
  rejected: 'Не принято',
  empty: 'Ни для одного класса ничего не нашлось',
} as const;

export const codes = {
  title: 'Коды оценок',
  table: 'Читать по таблице',
  legend: 'Пояснения из файлов',
  noLegend: 'В файлах нет пояснений к кодам',
  code: 'Код',
  inFile: 'Сказано в файле',
  read: 'Прочитаем как',
  notUnderstood: 'не поняли, останется по таблице',
  instead: (meaning: string, known: string) => `${meaning} (в таблице — ${known.toLowerCase()})`,
  unknown: 'Неизвестные коды',
  noUnknown: 'Все коды известны',
  unknownHint:
    'Такие записи загрузятся как есть и будут подчёркнуты. Добавьте коды в таблицу на вкладке «Коды» — записи прочтутся заново.',
  cells: 'Ячеек',
  where: 'Где встретился впервые',
  placeOf: (file: string, sheet: string, address: string) => `${file}, ${sheet}, ${address}`,
} as const;

export const rowStatuses = {
  question: 'Вопросы',
  rejected: 'Не приняты',
  changed: 'Изменённые',
  vanished: 'Пропавшие',
  warning: 'Замечания',
  new: 'Новые',
} as const;

export const rowKinds = {
  pupil: 'ученик',
  mark: 'оценка',
  final: 'итоговая',
  lesson: 'урок',
  cell: 'ячейка',
  code: 'код',
  subject: 'предмет',
  warning: 'замечание',
} as const;

export const rows = {
  title: 'Что изменится',
  class: 'Класс',
  kind: 'Что это',
  place: 'Место в файле',
  placeOf: (file: string, sheet: string, address: string) =>
    [file, sheet, address].filter((part) => part !== '').join(', '),
  who: 'Ученик',
  whoOf: (name: string, className: string) =>
    [name, className].filter((part) => part !== '').join(', '),
  lesson: 'Предмет и день',
  lessonOf: (subject: string, when: string) =>
    [subject, when].filter((part) => part !== '').join(', '),
  whatTitles: {
    question: 'Вопрос и ответ',
    rejected: 'Почему не принято',
    changed: 'Было → станет',
    vanished: 'Было',
    warning: 'На что посмотреть',
    new: 'Что запишется',
  },
  change: (was: string | null, becomes: string | null) =>
    `${was ?? 'пусто'} → ${becomes ?? 'пусто'}`,
  reasonOf: (reason: string, value: string) => `${reason} (${value})`,
  whoIs: (name: string, className: string) => `Кто это: ${name}, ${className}`,
  candidate: (name: string, className: string | null, birthDate: string | null) =>
    [name, className, birthDate && `род. ${birthDate}`].filter(Boolean).join(', '),
  skip: 'Не загружать этого ученика',
  another: 'Другой ученик',
  skipRest: 'Остальных не загружать',
  empty: 'Таких строк нет',
  total: (n: number) => counted(n, 'строка', 'строки', 'строк'),
  pages: 'Страницы плана',
} as const;

export const result = {
  skipped: 'Учеников пропущено',
  toGrid: 'Открыть оценки класса',
  toLessons: 'К списку уроков',
  next: 'Загрузить ещё',
} as const;

export const history = {
  title: 'История загрузок оценок и уроков',
  marksNew: 'Новых оценок',
  marksChanged: 'Изменено',
  marksVanished: 'Пропало',
  marksSame: 'Без изменений',
  lessonsNew: 'Новых уроков',
  lessonsChanged: 'Уроков изменено',
  finalsNew: 'Итоговых',
} as const;

export const mapping = {
  title: (name: string) => `Столбцы таблицы «${name}»`,
  opening: 'Столбцы таблицы',
  table: 'Таблица файла',
  sourceOf: (sheet: string, row: number) => `Лист «${sheet}», заголовки в строке ${row}`,
  source: 'Строки файла',
  noRows: 'Под заголовками строк нет',
  columnOf: (letters: string, title: string) => (title === '' ? letters : `${letters}: ${title}`),
  holds: 'Одна строка таблицы — это',
  kinds: { 'mark-rows': 'одна оценка', 'lesson-rows': 'один урок' },
  remembered: 'Подставлены столбцы, выбранные для такой таблицы раньше',
  none: 'нет в таблице',
  fields: {
    student: 'Ученик (ФИО)',
    lastName: 'Фамилия',
    firstName: 'Имя',
    middleName: 'Отчество',
    className: 'Класс',
    subject: 'Предмет',
    date: 'Дата урока',
    lessonNumber: 'Номер урока',
    mark: 'Оценка',
    enteredOn: 'Дата выставления',
    topic: 'Тема',
    homework: 'Домашнее задание',
    teacher: 'Учитель',
  },
  result: 'Так прочтёт программа',
  missing: (names: readonly string[]) => `Укажите столбцы: ${names.join(', ')}`,
  apply: 'Прочитать так',
} as const;
