import { counted } from './common.ts';

/** Sentences of the home screen and of the first-run wizard. */

export const home = {
  title: 'Главная',
  noYear: 'Учебный год на сегодня не заведён',
  noYearHint:
    'Без него сроки отсутствия считаются по обычному календарю. Заведите год: даты уже подставлены.',
  openFolder: 'Папку данных могут читать другие пользователи компьютера',
  openFolderHint: (folder: string): string =>
    `В папке «${folder}» лежат данные детей и родителей. Попросите того, кто обслуживает компьютер, закрыть её: chmod -R go= '${folder}'.`,
  createYear: 'Завести учебный год',
  year: (title: string): string => `${title} учебный год`,
} as const;

export const actions = {
  appeal: 'Новое обращение',
  absence: 'Пропуск',
  import: 'Импорт',
  summary: 'Справка',
} as const;

export const counts = {
  label: 'Кто есть в базе',
  students: (n: number) => counted(n, 'обучающийся', 'обучающихся', 'обучающихся'),
  guardians: (n: number) => counted(n, 'родитель', 'родителя', 'родителей'),
  teachers: (n: number) => counted(n, 'педагог', 'педагога', 'педагогов'),
  classes: (n: number) => counted(n, 'класс', 'класса', 'классов'),
} as const;

export const appeals = {
  title: 'Просроченные обращения',
  none: 'Просроченных обращений нет.',
  inWork: (n: number): string => `В работе: ${n}`,
  openAll: 'Обращения в работе',
  openOverdue: 'Все просроченные',
  number: '№',
  student: 'Обучающийся',
  subject: 'Предмет',
  due: 'Срок',
  late: 'Опоздание',
  open: (number: string): string => `Открыть обращение № ${number}`,
  days: (n: number): string => counted(n, 'день', 'дня', 'дней'),
  more: (shown: number, total: number): string => `Показаны ${shown} из ${total}`,
} as const;

export const absences = {
  over: 'Отсутствовали более двух недель',
  nearly: 'Скоро две недели',
  overHint: (period: string): string => `За ${period}`,
  noOver: 'За последние 30 дней таких нет.',
  noNearly: 'Близких к двум неделям нет.',
  student: 'Обучающийся',
  days: 'Срок',
  absent: 'отсутствует',
  back: 'вернулся',
  registerFor: (name: string): string => `Зарегистрировать обращение: ${name}`,
  all: 'Открыть список',
  more: (shown: number, total: number): string => `Показаны ${shown} из ${total}`,
  units: {
    'calendar-days': (n: number) => counted(n, 'день', 'дня', 'дней'),
    'school-days': (n: number) => counted(n, 'учебный день', 'учебных дня', 'учебных дней'),
  },
} as const;

export const lastSummary = {
  title: 'Информационная справка',
  none: 'Справка ещё не зафиксирована.',
  make: 'Составить справку',
  open: 'Открыть версию',
  version: (version: number): string => `версия ${version}`,
  finalised: (time: string): string => `Зафиксирована ${time}`,
  same: 'данные не менялись',
  drifted: 'данные изменились',
  changed: (figures: string): string => `Изменились показатели: ${figures}.`,
  rowsChanged: 'Числа те же, но строки за ними изменились.',
  compare: 'Посмотреть изменения',
} as const;

export const duplicates = {
  title: 'Дубликаты',
  none: 'Похожих записей о людях нет.',
  some: (n: number): string =>
    `${counted(n, 'группа', 'группы', 'групп')} похожих записей ${n % 10 === 1 && n % 100 !== 11 ? 'ждёт' : 'ждут'} решения.`,
  open: 'Разобрать',
} as const;

export const standing = {
  title: 'Представители детей',
  none: 'Все связи родителей с детьми уточнены.',
  doubts: (n: number): string =>
    `${counted(n, 'связь', 'связи', 'связей')} из прежней версии («бабушка», «дедушка», «иное»): уточните, представляет ли этот человек ребёнка.`,
  openDoubts: 'Уточнить',
  statements: (n: number): string =>
    `${counted(n, 'вопрос', 'вопроса', 'вопросов')} по заявлениям: нет подписи, осталось от прежней версии или родители расходятся.`,
  openStatements: 'Решить',
  credentials: (n: number): string =>
    `${counted(n, 'логин', 'логина', 'логинов')} пора отозвать: получатель не представляет ребёнка, ученик совершеннолетний или действует отказ.`,
  openCredentials: 'Показать логины',
} as const;

export const setup = {
  title: 'Настройка не закончена',
  left: 'Осталось:',
  steps: {
    requisites: 'реквизиты школы',
    year: 'учебный год',
    people: 'списки обучающихся, родителей и педагогов',
  },
  resume: 'Продолжить настройку',
} as const;

export const wizard = {
  title: 'Первоначальная настройка',
  later: 'Продолжить позже',
  laterHint: 'Всё, что уже сохранено, останется. Вернуться можно с главной страницы.',
  steps: {
    level: 'Уровень',
    requisites: 'Реквизиты',
    year: 'Учебный год',
    people: 'Люди',
    done: 'Готово',
  },
  begin: 'Начать',
  next: 'Сохранить и продолжить',
  skip: 'Пропустить шаг',
} as const;

export const levelStep = {
  title: 'Где работает программа',
  school: 'Школа',
  schoolHint:
    'Канцелярия одной общеобразовательной организации: учёт обучающихся, пропусков, обращений родителей, ресурсов и справка для муниципалитета.',
  need: 'Что понадобится',
  needs: [
    'Реквизиты: наименования, муниципальное образование, руководитель и исполнитель.',
    'Годовой календарный график: четверти, каникулы, рабочие субботы. Обычные даты уже подставлены, их можно поправить.',
    'Файлы со списками: контингент, родители, педагоги — XLSX, XLS, CSV или HTML из вашей системы учёта. Этот шаг можно отложить.',
  ],
  offline: 'Программа не выходит в интернет: все данные остаются в папке на этом компьютере.',
} as const;

export const peopleStep = {
  title: 'Списки людей',
  hint: 'Загрузите контингент, родителей и педагогов. Списки можно загрузить и позже, в разделе «Импорт людей».',
  byHand: 'Внести вручную',
  filled: 'В базе уже есть:',
} as const;

export const doneStep = {
  title: 'Можно работать',
  partly: 'Настройка почти закончена',
  school: 'Реквизиты школы',
  year: 'Учебный год',
  people: 'Люди',
  missing: 'ещё не заполнено',
  finish: 'На главную',
  next: 'С чего начать',
  hints: [
    'Alt+1…Alt+0 — разделы, Ctrl+K — найти раздел или действие, F1 — все сочетания клавиш.',
    'Реквизиты, правило «более двух недель» и вид документов меняются в «Настройках».',
  ],
} as const;
