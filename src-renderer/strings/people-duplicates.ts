/** Suspected duplicates of people. */

export const screen = {
  title: 'Дубликаты',
  kind: 'Среди кого искать',
  intro:
    'Программа только показывает похожие карточки. Объединяет их человек, и объединение можно отменить.',
  names: 'Похожие карточки',
  reason: 'Почему похожи',
  emptyTitle: 'Похожих карточек нет',
  emptyHint: 'Здесь появятся карточки, которые могли быть заведены дважды на одного человека',
} as const;

export const kinds = {
  student: 'Обучающиеся',
  guardian: 'Родители',
  teacher: 'Педагоги',
} as const;

export const reasons = {
  'same-name-same-birth': 'совпадают ФИО и дата рождения',
  'same-name-no-birth': 'совпадают ФИО, дата рождения указана не у всех',
  'swapped-name': 'фамилия, имя и отчество переставлены',
  spelling: 'ФИО отличаются написанием',
  'no-middle-name': 'у одного не указано отчество',
  'same-name': 'совпадают ФИО',
  'same-name-same-phone': 'совпадают ФИО и телефон',
  'same-name-no-phone': 'совпадают ФИО, телефон указан не у всех',
} as const;

export const compare = {
  title: 'Это один человек?',
  field: 'Сведения',
  card: (n: number) => `Карточка ${n}`,
  openCard: 'Открыть карточку',
  keep: 'Оставить',
  keepOf: (n: number) => `Оставить карточку ${n}`,
  join: 'Присоединить',
  joinOf: (n: number) => `Присоединить карточку ${n}`,
  keepRow: 'Какую карточку оставить',
  joinRow: 'Какую к ней присоединить',
  take: (field: string, n: number) => `${field}: взять из карточки ${n}`,
  hint: 'Если сведения расходятся, отметьте верные. Всё, что записано на присоединяемую карточку (классы, родители, пропуски, обращения), перейдёт к оставленной.',
  merge: 'Объединить',
  merged: 'Карточки объединены',
  distinct: 'Это разные люди',
  distinctDone: 'Отмечено: это разные люди',
} as const;

export const fields = {
  lastName: 'Фамилия',
  firstName: 'Имя',
  middleName: 'Отчество',
  birthDate: 'Дата рождения',
  sex: 'Пол',
  className: 'Класс',
  phone: 'Телефон',
  email: 'Электронная почта',
  address: 'Адрес',
  position: 'Должность',
} as const;

/** What else helps to tell people of a kind apart. */
export const details = {
  student: 'Родители',
  guardian: 'Дети',
  teacher: 'Предметы',
} as const;
