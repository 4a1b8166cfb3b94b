import { counted } from './common.ts';

/** Import of people: files, preview, questions, result, history. */

export const screen = {
  title: 'Импорт людей',
  tabs: 'Разделы импорта',
  files: 'Загрузка файлов',
  history: 'История загрузок',
  intro:
    'Подходят выгрузка контингента, списки классов, справочник педагогов и таблица родителей. Программа сама узнаёт, что в файле, и ничего не записывает, пока вы не нажмёте «Применить».',
  queue: 'Файлы',
  remove: (name: string) => `Убрать файл из списка: ${name}`,
  clear: 'Очистить список',
} as const;

export const states = {
  waiting: 'ждёт',
  reading: 'читается',
  refused: 'не разобран',
  ready: 'готов к загрузке',
  applied: 'загружен',
} as const;

export const reading = {
  title: (name: string) => `Читаем файл «${name}»`,
  stop: 'Остановить',
  again: 'Прочитать ещё раз',
  refused: 'Файл не принят, в базе ничего не изменено',
} as const;

export const recognised = {
  title: 'Что узнали в файле',
  kind: 'Содержание',
  file: 'Файл',
  format: (format: string, encoding: string | null) =>
    encoding === null ? format : `${format}, кодировка ${encoding}`,
  formatTitle: 'Вид файла',
  sheets: 'Листы',
  year: 'Учебный год',
  onDate: 'День переводов',
  onDateHint: 'Если в файле сменился класс, перевод запишется этим днём',
  recalculate: 'Пересчитать',
  creates: 'Появится в базе',
  appeared: 'Появилось в базе',
  nothingNew: 'новых записей нет',
  newClasses: 'Новые классы',
  notInFile: 'Нет в файле',
  notInFileText: (n: number) =>
    `${counted(n, 'обучающийся', 'обучающихся', 'обучающихся')} — останутся как есть`,
  warnings: 'Замечания',
  warningsText: (n: number) =>
    `${counted(n, 'значение не принято', 'значения не приняты', 'значений не принято')}, остальное в этих строках загрузится`,
} as const;

export const relationWords = {
  title: 'Кем приходится ребёнку',
  hint: 'По этим словам нельзя понять, представляет ли человек ребёнка. Только представитель подписывает заявления и получает логин. Выберите для каждого слова, программа сама ничего не решит.',
  word: 'Написано в файле',
  emptyCell: 'пустая ячейка',
  rows: 'Строк',
  means: 'Значит',
  meansOf: (word: string) =>
    word === '' ? 'Кем считать при пустой ячейке' : `Кем считать: «${word}»`,
  probably: (relation: string) => `Вероятно, ${relation}`,
  apply: 'Принять выбор',
} as const;

export const created = {
  students: (n: number) => counted(n, 'обучающийся', 'обучающихся', 'обучающихся'),
  guardians: (n: number) => counted(n, 'родитель', 'родителя', 'родителей'),
  teachers: (n: number) => counted(n, 'педагог', 'педагога', 'педагогов'),
  classes: (n: number) => counted(n, 'класс', 'класса', 'классов'),
  links: (n: number) =>
    counted(
      n,
      'связь родителя с ребёнком',
      'связи родителей с детьми',
      'связей родителей с детьми',
    ),
} as const;

export const statuses = {
  new: 'Новые',
  changed: 'Изменённые',
  same: 'Без изменений',
  question: 'Вопросы',
  rejected: 'Не приняты',
} as const;

export const rows = {
  title: 'Строки файла',
  tabOf: (status: string, n: number) => `${status} (${n.toLocaleString('ru')})`,
  search: 'Поиск по строкам',
  place: 'Место в файле',
  placeOf: (sheet: string, address: string) => `${sheet}, ${address}`,
  name: 'ФИО',
  details: 'Сведения',
  changes: 'Было → станет',
  values: 'Что запишется',
  reason: 'Почему не принята',
  question: 'Вопрос и ответ',
  change: (title: string, was: string, becomes: string) => `${title}: ${was} → ${becomes}`,
  value: (title: string, becomes: string) => `${title}: ${becomes}`,
  nothing: 'пусто',
  empty: 'Таких строк в файле нет',
  pages: 'Страницы строк',
  previousPage: 'Предыдущая страница',
  nextPage: 'Следующая страница',
  firstPage: 'Первая страница',
  lastPage: 'Последняя страница',
} as const;

export const questions = {
  answer: (name: string) => `Кто это: ${name}`,
  new: 'Новый человек',
  skip: 'Пропустить строку',
  candidate: (name: string, about: string) => (about === '' ? name : `${name} — ${about}`),
  birthDate: (date: string) => `род. ${date}`,
  noBirthDate: 'без даты рождения',
  children: (names: string) => `дети: ${names}`,
  allNew: 'Остальные — новые люди',
  allSkip: 'Остальные пропустить',
  clear: 'Снять ответы',
  open: (n: number) => counted(n, 'вопрос без ответа', 'вопроса без ответа', 'вопросов без ответа'),
  skipOpen: 'Строки без ответа пропустить',
} as const;

export const apply = {
  button: 'Применить',
  progress: 'Загрузка файла',
  nothing: 'Загружать нечего: новых и изменённых строк нет',
  saveRejected: 'Сохранить непринятые строки в файл',
  done: (name: string) => `Файл «${name}» загружен`,
  result: 'Загрузка завершена',
  resultNew: 'Новых',
  resultChanged: 'Изменено',
  resultSame: 'Без изменений',
  resultRejected: 'Не принято',
  resultSkipped: 'Пропущено',
  undo: 'Отменить импорт',
  undoTitle: 'Отменить импорт?',
  undoQuestion: (name: string) =>
    `Всё, что записано из файла «${name}», вернётся к прежнему виду. Если эти карточки после загрузки меняли, программа откажет и скажет, что мешает.`,
  undoProgress: 'Отмена импорта',
  undone: 'Импорт отменён, данные вернулись к прежнему виду',
  undoneState: 'отменён',
  next: 'Следующий файл',
  toStudents: 'К списку обучающихся',
} as const;

export const history = {
  title: 'История загрузок',
  at: 'Когда',
  actor: 'Кто',
  kind: 'Содержание',
  file: 'Файл',
  new: 'Новых',
  changed: 'Изменено',
  same: 'Без изменений',
  rejected: 'Не принято',
  skipped: 'Пропущено',
  state: 'Состояние',
  emptyTitle: 'Загрузок пока не было',
  emptyHint: 'Здесь появится каждая загрузка с её итогом, и её можно будет отменить',
} as const;

export const undoneStates = { true: 'отменена', false: 'действует' } as const;

export const kinds = {
  contingent: 'контингент',
  'class-lists': 'списки классов',
  teachers: 'педагоги',
  guardians: 'родители',
} as const;
