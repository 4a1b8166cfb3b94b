import { plural } from '../../src-main/domain/russian.ts';

/** Sentences shared by all screens. */

export const connection = {
  unreachable:
    'Программа не отвечает. Проверьте, что она не закрыта, и обновите страницу (F5). Введённое на экране пока не сохранено.',
  sessionOver:
    'Эта страница больше не связана с программой: её закрыли или запустили заново. Откройте последний адрес, который она напечатала.',
  cancelled: 'Остановлено по вашей просьбе. Ничего не изменено.',
} as const;

export const toasts = {
  undo: 'Отменить',
  failed: 'Не получилось',
  unexpected: 'Непредвиденная ошибка на экране. Обновите страницу (F5) и повторите.',
  saved: 'Сохранено',
  fileSaved: (name: string) => `Файл «${name}» сохранён`,
} as const;

export const buttons = {
  save: 'Сохранить',
  cancel: 'Отмена',
  close: 'Закрыть',
  add: 'Добавить',
  edit: 'Изменить',
  remove: 'Удалить',
  back: 'Назад',
  next: 'Далее',
  finish: 'Готово',
  yes: 'Да',
  no: 'Нет',
  reload: 'Обновить экран',
  retry: 'Повторить',
  copyDetails: 'Скопировать подробности',
  copied: 'Скопировано',
  clear: 'Очистить',
  choose: 'Выбрать…',
  print: 'Печать',
} as const;

export const states = {
  loading: 'Загрузка…',
  nothing: '—',
  yes: 'да',
  no: 'нет',
} as const;

/** «1 запись», «2 записи», «5 записей». */
export const counted = (n: number, one: string, few: string, many: string): string =>
  `${n.toLocaleString('ru')} ${plural(n, one, few, many)}`;

/** «3,2 %»; of nothing it is nought. */
export const percent = (part: number, whole: number): string =>
  `${(whole === 0 ? 0 : (part / whole) * 100).toLocaleString('ru', { maximumFractionDigits: 1 })} %`;

export const table = {
  search: 'Поиск по списку',
  searchHint: 'Поиск (Ctrl+F)',
  filters: 'Отбор',
  filterOf: (column: string) => `Отбор по столбцу «${column}»`,
  clearFilters: 'Сбросить отбор',
  columns: 'Столбцы',
  exportXlsx: 'Экспорт в XLSX',
  exporting: (title: string) => `Экспорт списка «${title}»`,
  views: 'Виды списка',
  saveView: 'Сохранить вид…',
  viewName: 'Название вида',
  viewSaved: 'Вид сохранён',
  viewDeleted: 'Вид удалён',
  deleteView: (name: string) => `Удалить вид «${name}»`,
  noViews: 'Сохранённых видов пока нет',
  resetView: 'Вид по умолчанию',
  rows: (n: number) => counted(n, 'запись', 'записи', 'записей'),
  selected: (n: number) => `выбрано: ${n.toLocaleString('ru')}`,
  empty: 'Записей пока нет',
  nothingFound: 'Ничего не найдено',
  nothingFoundHint: 'Измените слова поиска или сбросьте отбор',
  any: 'Все',
  from: 'с',
  to: 'по',
  selectAll: 'Выбрать показанные',
  selectRow: 'Выбрать строку',
  resize: (column: string) => `Изменить ширину столбца «${column}»`,
  openHint: 'Enter — открыть',
} as const;

export const fields = {
  date: 'ДД.ММ.ГГГГ',
  badDate: 'Такой даты нет. Укажите дату в виде ДД.ММ.ГГГГ',
  openCalendar: 'Открыть календарь',
  calendar: {
    nextMonth: 'Следующий месяц',
    previousMonth: 'Предыдущий месяц',
    nextYear: 'Следующий год',
    previousYear: 'Предыдущий год',
    nextDecade: 'Следующие десять лет',
    previousDecade: 'Предыдущие десять лет',
  },
  hours: '1,5 или 1:30',
  badHours: 'Укажите время с шагом 15 минут: «1,5», «1:30» или «1 ч 30 мин»',
  periodFrom: 'С',
  periodTo: 'По',
  typeTwoLetters: 'Введите две буквы',
  nothingFound: 'Ничего не найдено',
  searching: 'Идёт поиск…',
  folder: 'Папка',
  folderHint: 'Полный путь к папке на этом компьютере',
  chooseFolder: 'Выбрать папку…',
  useFolder: 'Применить',
  required: 'Заполните поле',
} as const;

export const forms = {
  checkFields: 'Проверьте отмеченные поля',
  leaveTitle: 'Есть несохранённые изменения',
  leaveText: 'Если уйти сейчас, введённое на этом экране пропадёт.',
  stay: 'Остаться',
  leave: 'Уйти без сохранения',
  reason: 'Причина',
} as const;

export const stale = {
  title: 'Запись изменили в другом окне',
  field: 'Поле',
  mine: 'У вас',
  stored: 'Сейчас в базе',
  both: 'изменено с обеих сторон',
  onlyStored: 'изменили там, будет взято из базы',
  onlyMine: 'изменили вы',
  empty: 'пусто',
  other: 'Другое поле',
  secret: '••••••',
  row: (label: string, n: number) => `${label}, строка ${n}`,
  hint: '«Сохранить моё» запишет ваши изменения; поля, которых вы не трогали, останутся такими, как сейчас в базе.',
  take: 'Взять из базы',
  save: 'Сохранить моё',
  back: 'Вернуться к форме',
} as const;

export const files = {
  drop: 'Перетащите файл сюда',
  dropMany: 'Перетащите файлы сюда',
  or: 'или',
  chooseFile: 'Выбрать файл…',
  chooseFiles: 'Выбрать файлы…',
  chooseFolder: 'Выбрать папку…',
  accepts: (extensions: readonly string[]) => `Подходят файлы: ${extensions.join(', ')}`,
  sending: 'Файл загружается…',
  size: (bytes: number): string =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('ru')} КБ`
      : `${(bytes / 1024 / 1024).toLocaleString('ru', { maximumFractionDigits: 1 })} МБ`,
} as const;

export const job = {
  cancel: 'Остановить',
  cancelling: 'Останавливаем…',
  starting: 'Подготовка…',
  step: (done: number, total: number | null) =>
    total === null
      ? `Обработано ${done.toLocaleString('ru')}`
      : `${done.toLocaleString('ru')} из ${total.toLocaleString('ru')}`,
  /** Russian words of the stages the core reports; an unknown stage is shown as it is. */
  stages: {
    undo: 'Возвращаем прежние значения',
    read: 'Читаем файл',
    parse: 'Разбираем файл',
    compare: 'Сравниваем с базой',
    plan: 'Готовим изменения',
    save: 'Сохраняем',
    write: 'Записываем',
    export: 'Записываем файл',
    reading: 'Читаем файл',
    comparing: 'Сравниваем с базой',
    students: 'Записываем обучающихся',
    enrolments: 'Записываем классы',
    guardians: 'Записываем родителей',
    links: 'Связываем родителей с детьми',
    teachers: 'Записываем педагогов',
    lessons: 'Записываем уроки и нагрузку',
    checking: 'Проверяем данные',
    rows: 'Разбираем строки',
    writing: 'Записываем',
    recoding: 'Читаем записи заново',
    credentials: 'Записываем логины',
    secrets: 'Шифруем пароли',
    changes: 'Записываем изменения',
    issue: 'Отмечаем выдачу',
    cards: 'Готовим карточки',
    sheets: 'Собираем распечатки',
    layout: 'Размещаем на листах',
    store: 'Сохраняем распечатки',
    journal: 'Составляем журналы',
    'journal-check': 'Проверяем журналы',
  } as Readonly<Record<string, string>>,
} as const;

export const preview = {
  page: (n: number, total: number) => `Страница ${n} из ${total}`,
  previous: 'Предыдущая страница (PgUp)',
  next: 'Следующая страница (PgDn)',
  zoom: 'Масштаб',
  fitWidth: 'По ширине',
  fitPage: 'Страница целиком',
  actual: '100 %',
  print: 'Печать (Ctrl+P)',
  saveDocx: 'Сохранить DOCX',
  savePdf: 'Сохранить PDF',
  preparing: 'Готовим документ…',
  close: 'Закрыть просмотр (Esc)',
  frame: (title: string) => `Документ «${title}»`,
} as const;

export const wizard = {
  step: (n: number, total: number) => `Шаг ${n} из ${total}`,
} as const;

/** A paper forgotten between two numbers of a register. */
export const letterNumber = {
  withLetter: (number: string): string => `Зарегистрировать с литерой ${number}`,
  number: (number: string): string => `Номер ${number}`,
  reason: 'Почему с литерой',
  hint: 'Причина печатается в журнале под записью',
  withoutLetter: 'Без литеры',
} as const;
