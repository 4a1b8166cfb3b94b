/** Screens of parents. */

export const list = {
  title: 'Родители',
  add: 'Новый родитель',
  children: 'Дети',
  childCount: 'Детей',
  noPhone: 'не указан',
  hasPhone: 'указан',
  noChildren: 'нет',
  hasChildren: 'есть',
  email: 'Эл. почта',
  representation: 'Представитель',
  inDoubt: 'уточнить, представляет ли ребёнка',
  settled: 'уточнено',
  toSettle: 'уточнить',
  emptyTitle: 'Родителей пока нет',
  emptyHint: 'Загрузите таблицу родителей из файла или добавьте родителя в карточке обучающегося',
} as const;

export const card = {
  main: 'Контакты',
  more: 'Другие действия',
  remove: 'Удалить карточку',
  removeQuestion: (name: string) =>
    `${name}: карточка и связи с детьми будут удалены. Карточку, на которую ссылаются обращения, удалить нельзя.`,
  removed: 'Карточка удалена',
} as const;

export const children = {
  title: 'Дети',
  add: 'Добавить ребёнка',
  empty: 'С этим родителем не связан ни один обучающийся',
  unlinkTitle: 'Убрать ребёнка из карточки?',
  unlinkQuestion: (name: string) =>
    `${name} больше не будет связан с этим родителем. Карточка обучающегося останется.`,
} as const;

/** The right to act for the child. */
export const link = {
  basis: 'Документ-основание',
  basisHint: 'Например, «постановление от 12.03.2026 № 45». Можно не указывать',
  livesApart: 'Живёт отдельно от другого родителя: своя распечатка оценок',
  afterMajority: 'Опека продолжается после 18 лет',
  notRepresentative: 'Не подписывает заявлений и не получает логинов. Причина не хранится',
  apart: 'живёт отдельно',
  goesOn: 'опека продолжается после 18 лет',
  noMore: 'с 18 лет ученик действует сам',
  inDoubt: 'уточните, представляет ли ребёнка',
} as const;

export const form = {
  create: 'Новый родитель',
  edit: 'Изменить сведения',
  child: 'Ребёнок',
  saved: 'Сведения сохранены',
  created: 'Карточка создана',
} as const;
