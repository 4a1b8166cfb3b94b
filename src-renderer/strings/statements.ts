import { counted, percent } from './common.ts';

/** Sentences shared by the screens of statements about the electronic diary. */

export const statements = {
  title: 'Заявления',
  newStatement: 'Новое заявление',
  newHint: 'Новое заявление (Ctrl+N или F2)',
  statement: 'Заявление',
  correction: 'Исправление заявления',
  tabs: 'Разделы заявлений',
  listTab: 'Журнал заявлений',
  paperTab: 'Обслуживание на бумаге',
  sharesTab: 'Доля отказов',
  blanks: 'Бланки',
  blanksLabel: 'Печать пустых бланков',
  printSelected: (n: number): string => `Печать выбранных (${n.toLocaleString('ru')})`,
  empty: 'Заявлений пока нет',
  emptyHint:
    'Здесь регистрируются отказы от электронного дневника, заявления о невозможности, аннулирования и согласия учеников с 14 лет.',
} as const;

export const kinds = {
  refusal: 'Отказ от услуги',
  impossibility: 'Невозможность получения',
  annulment: 'Аннулирование отказа',
  'consent-14': 'Согласие ученика (14+)',
  'permission-18': 'Разрешение совершеннолетнего',
} as const;

/** The adult student's own statements have texts of their own. */
export const formKinds = {
  ...kinds,
  'own-refusal': 'Отказ (ученик 18+)',
  'own-impossibility': 'Невозможность (ученик 18+)',
  'own-annulment': 'Аннулирование (ученик 18+)',
} as const;

export const kindHints = {
  refusal: 'Родитель не желает получать услугу в электронном виде',
  impossibility: 'Дома нет компьютера с доступом к сети интернет',
  annulment: 'Родитель возвращается к электронному дневнику',
  'consent-14': 'Родитель отказался, а ученик с паспортом просит услугу для себя',
  'permission-18': 'Ученику 18 лет, и он разрешает школе информировать родителя',
} as const;

export const states = {
  standing: 'действует',
  waiting: 'ждёт подписи',
  ended: 'прекращено',
  withdrawn: 'отозвано',
  mistake: 'ошибочная запись',
} as const;

export const modes = {
  electronic: 'электронно',
  'paper-impossibility': 'на бумаге: невозможность',
  'paper-refusal': 'на бумаге: отказ',
  'own-consent': 'электронно: согласие ученика',
  'student-of-age': 'прекращено: ученику 18 лет',
} as const;

/** What a person has to decide. */
export const doubts = {
  waits: 'ждёт подписи',
  'worked-unsigned': 'действует без подписи',
  'worked-before-signature': 'действует раньше подписи',
  'student-of-age': 'ученику есть 18 лет',
  'not-representative': 'подано не представителем',
  impossible: 'не могло быть принято',
  'access-disputed': 'родители расходятся',
} as const;

export const doubtsTab = {
  title: 'Требуют решения',
  hint: 'Здесь то, что программа не решает сама: заявления без подписи, оставшиеся от прежних версий, и семьи, где родители расходятся.',
  doubt: 'Что решить',
  what: 'Подробнее',
  since: 'С какого дня',
  empty: 'Решать нечего',
  emptyHint: 'Все заявления подписаны и действуют по правилам.',
} as const;

export const settle = {
  keep: 'Оставить как есть',
  byRule: 'Применить правило',
  kept: 'Заявление действует как прежде',
  ruled: 'К заявлению применено правило',
} as const;

export const access = {
  title: 'Логин ученика',
  decide: 'Решение школы',
  allow: 'Выдавать логин ученику',
  allowHint: 'Отказ касается только родителя, который его подал',
  withhold: 'Не выдавать',
  decision: 'Решение',
  reason: 'Основание',
  reasonHint: 'Например: педсовет, протокол № 3; беседа с родителями 12.09.2026',
  saved: 'Решение записано',
} as const;

export const paperModes = {
  'paper-impossibility': 'невозможность',
  'paper-refusal': 'отказ родителя',
} as const;

export const columns = {
  number: '№',
  year: 'Год',
  registeredOn: 'Зарегистрировано',
  registration: 'Регистрация',
  date: 'Дата заявления',
  kind: 'Вид',
  studentName: 'Обучающийся',
  guardianName: 'Родитель',
  className: 'Класс',
  state: 'Состояние',
  signedOn: 'Подписано',
  signed: 'Подпись',
  hasScan: 'Скан',
  withdrawnOn: 'Отозвано',
  withdrawReason: 'Причина отзыва',
} as const;

export const signedWords = { true: 'подписано', false: 'без подписи' } as const;
export const scanWords = { true: 'есть', false: 'нет' } as const;

export const paper = {
  on: 'На дату',
  onHint: 'Кто в этот день получает распечатки вместо электронного дневника и почему',
  mode: 'Основание',
  since: 'С какого дня',
  reason: 'Почему',
  consented: 'Сам ученик',
  consentedWords: { true: 'электронно', false: 'на бумаге' },
  empty: 'На бумаге никого не обслуживают',
  emptyHint:
    'На эту дату нет ни действующих отказов, ни заявлений о невозможности получения услуги.',
  badDate: 'Укажите дату, на которую показать список.',
} as const;

const students = (n: number): string => counted(n, 'обучающийся', 'обучающихся', 'обучающихся');

export const shares = {
  title: 'Доля отказов по классам',
  chart: 'Доля обучающихся, родители которых отказались от электронного дневника, по классам',
  overall: 'Всего по школе',
  summary: (refusals: number, all: number): string =>
    `${percent(refusals, all)}: отказ действует у ${counted(refusals, 'обучающегося', 'обучающихся', 'обучающихся')} из ${all.toLocaleString('ru')}.`,
  others: (impossible: number, consents: number): string =>
    `Невозможность получения услуги: ${students(impossible)}. Получают услугу по собственному согласию: ${students(consents)}.`,
  advice:
    'Управление образования ориентирует родителей на получение услуги, а не на отказ от неё: в классах с высокой долей отказов поговорите с родителями ещё раз.',
  className: 'Класс',
  students: 'Обучающихся',
  refusals: 'Отказов',
  share: 'Доля',
  impossible: 'Невозможность',
  consents: 'Согласия 14+',
  barValue: (refusals: number, all: number): string =>
    `${percent(refusals, all)} (${refusals} из ${all})`,
  empty: 'В классах пока никого нет',
  emptyHint: 'Доля отказов считается среди обучающихся, зачисленных в классы этого учебного года.',
} as const;

export const home = {
  title: 'Доля отказов',
  caption: (refusals: number, all: number): string =>
    `от электронного дневника: ${refusals.toLocaleString('ru')} из ${all.toLocaleString('ru')} обучающихся`,
  impossible: (n: number): string => `Невозможность получения услуги: ${students(n)}`,
  open: 'По классам',
} as const;

export const service = {
  tab: 'Заявления и режим',
  title: 'Заявления и режим обслуживания',
  mode: 'Режим обслуживания',
  on: 'На дату',
  who: 'Кто',
  how: 'Как обслуживается',
  why: 'Почему',
  since: 'С',
  student: 'Сам ученик',
  noParents:
    'В карточке нет родителей (законных представителей). Добавьте их во вкладке «Сведения».',
  chain: (name: string): string => `Заявления: ${name}`,
  unlinked: 'сейчас не связан(а) с учеником',
  noStatements: 'Заявлений не было: услуга предоставляется в электронном виде.',
  notRepresentative: 'не представляет ребёнка: заявлений не подаёт',
  ofStudent: 'Заявления самого ученика',
  noOwn: 'Согласий и собственных заявлений ученика нет.',
  ageUnknown:
    'Дата рождения не указана: ученик считается несовершеннолетним, не достигшим 14 лет. Впишите её в карточке.',
  ofAge: 'Ученику есть 18 лет: он действует сам.',
  next: 'Новое заявление',
  history: 'Как менялся режим',
  from: 'С какого дня',
  parentMode: 'Родитель',
  studentMode: 'Ученик',
  beginning: 'до первого заявления',
  impossible: 'По сегодняшним данным это заявление не могло быть принято',
  badDate: 'Укажите дату.',
} as const;
