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

export const form = {
  create: 'Новый родитель',
  edit: 'Изменить сведения',
  child: 'Ребёнок',
  saved: 'Сведения сохранены',
  created: 'Карточка создана',
} as const;
