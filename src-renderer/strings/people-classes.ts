/** Screens of classes. */

export const list = {
  title: 'Классы',
  add: 'Новый класс',
  year: 'Учебный год',
  programme: 'Программа',
  programmeName: 'Адаптированная программа',
  classTeacher: 'Классный руководитель',
  studentCount: 'Обучающихся',
  emptyTitle: 'В этом учебном году классов нет',
  emptyHint: 'Загрузите списки классов из файла или создайте первый класс',
} as const;

export const card = {
  title: (className: string) => `${className} класс`,
  main: 'Сведения о классе',
  members: 'Обучающиеся',
  membersEmpty:
    'В классе пока никого нет. Зачислите обучающихся из их карточек или загрузите списки',
  on: (date: string) => `на ${date}`,
  number: '№',
  guardians: 'Родители',
  guardianOf: (relation: string, name: string, phone: string | null) =>
    phone === null ? `${relation}: ${name}` : `${relation}: ${name}, ${phone}`,
  homeSchooled: 'обучение на дому',
  print: 'Напечатать список',
  more: 'Другие действия',
  remove: 'Удалить класс',
  removeQuestion: (name: string) =>
    `Класс ${name} будет удалён. Класс, в котором кто-либо учится или учился, удалить нельзя.`,
  removed: 'Класс удалён',
} as const;

export const form = {
  create: 'Новый класс',
  edit: 'Изменить класс',
  parallel: 'Параллель (1–12)',
  parallelHint: '0 — «1 дополнительный»',
  letter: 'Буква',
  programmeName: 'Название адаптированной программы',
  programmeHint: 'Пусто для обычной программы: НОО, ООО, СОО определяется по параллели',
  classTeacher: 'Классный руководитель',
  saved: 'Класс сохранён',
  created: 'Класс создан',
} as const;

export const printing = {
  title: 'Список класса для печати',
  columns: 'Столбцы',
  birthDate: 'Дата рождения',
  sex: 'Пол',
  address: 'Адрес',
  guardians: 'Родители',
  phones: 'Телефоны родителей',
  blank: 'Пустые столбцы для отметок',
  blankHint: 'Название можно не указывать и вписать от руки',
  blankTitle: (n: number) => `Название пустого столбца ${n}`,
  addBlank: 'Добавить пустой столбец',
  removeBlank: (n: number) => `Убрать пустой столбец ${n}`,
  open: 'Показать документ',
} as const;
