/** Screens of teachers and classes. */

export const list = {
  title: 'Педагоги',
  add: 'Новый педагог',
  shown: 'Кого показать',
  position: 'Должность',
  subjects: 'Предметы',
  classNames: 'Классы',
  classTeacherOf: 'Классный руководитель',
  state: 'Состояние',
  emptyTitle: 'Педагогов пока нет',
  emptyHint: 'Загрузите справочник педагогов из файла или внесите первого вручную',
} as const;

export const shown = { active: 'Работают', inactive: 'Не работают', all: 'Все' } as const;
export const states = { true: 'работает', false: 'не работает' } as const;

export const card = {
  main: 'Сведения',
  duties: 'Учебная нагрузка',
  subject: 'Предмет',
  classes: 'Классы',
  classTeacherOf: 'Классный руководитель',
  dutiesEmpty: 'За этот учебный год предметы и классы не указаны',
  year: 'Учебный год',
  more: 'Другие действия',
  remove: 'Удалить карточку',
  removeQuestion: (name: string) =>
    `${name}: карточка и нагрузка будут удалены. Педагога, на которого ссылаются обращения, ЦОР или часы, удалить нельзя: снимите отметку «Работает» в его карточке.`,
  removed: 'Карточка удалена',
} as const;

export const form = {
  create: 'Новый педагог',
  edit: 'Изменить сведения',
  active: 'Работает',
  duties: (year: string) => `Нагрузка на ${year} учебный год`,
  addSubject: 'Добавить предмет',
  removeSubject: (subject: string) => `Убрать предмет: ${subject}`,
  subject: 'Предмет',
  classes: 'Классы',
  classesHint: 'Выберите классы',
  classTeacherOf: 'Классный руководитель в классах',
  saved: 'Сведения сохранены',
  created: 'Карточка создана',
} as const;
