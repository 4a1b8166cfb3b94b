/** Sentences of the shell: menu, header, shortcuts, failures of a screen. */

export const shell = {
  program: 'Школьная канцелярия',
  noSchool: 'Школа не указана',
  top: 'Школа и поиск',
  skip: 'Перейти к содержанию',
  menu: 'Разделы программы',
  collapse: 'Свернуть меню',
  expand: 'Развернуть меню',
  find: 'Найти и перейти',
  findHint: 'Перейти к разделу или действию…',
  nothingFound: 'Ничего не найдено',
  shortcuts: 'Сочетания клавиш',
  theme: 'Оформление',
  notFound: 'Такого раздела нет',
  notFoundHint: 'Возможно, ссылка устарела. Выберите раздел в меню слева.',
  version: (version: string, folder: string) => `Версия ${version} · данные: ${folder}`,
} as const;

export const themes = { light: 'Светлое', dark: 'Тёмное', system: 'Как в системе' } as const;

export const groups = {
  main: 'Работа',
  people: 'Люди',
  progress: 'Успеваемость',
  diary: 'Электронный дневник',
  service: 'Служебное',
} as const;

export const spotlight = { screens: 'Разделы', actions: 'Действия' } as const;

export const screenFailure = {
  title: 'Этот экран не смог открыться',
  text: 'Остальные разделы работают. Обновите экран; если ошибка повторится, скопируйте подробности и передайте их тому, кто сопровождает программу.',
} as const;

export const shortcuts = {
  title: 'Сочетания клавиш',
  print: 'Напечатать список',
  groups: {
    common: 'Везде',
    lists: 'В списках',
    forms: 'В формах',
    week: 'В распечатках недели',
    preview: 'В просмотре документа',
    screens: 'Переход к разделам',
  },
  spotlight: 'Найти и перейти',
  help: 'Этот список',
  undo: 'Отменить последнее действие этого окна',
  redo: 'Вернуть отменённое',
  lock: 'Заблокировать программу, если задан пароль',
  search: 'Поиск по списку',
  rowMove: 'Предыдущая и следующая строка',
  rowEnds: 'Первая и последняя строка',
  rowPage: 'Страница вверх и вниз',
  rowOpen: 'Открыть строку',
  rowSelect: 'Отметить строку',
  save: 'Сохранить',
  cancel: 'Закрыть без сохранения',
  next: 'Следующее поле',
  calendar: 'Открыть календарь в поле даты',
  dayMove: 'Следующий и предыдущий день в поле даты',
  space: 'Пробел',
  weekPrint: 'Напечатать положенные или выбранные',
  weekHand: 'Отметить выдачу',
  weekRequest: 'Лист ученику по просьбе',
  weekMove: 'Предыдущая и следующая неделя',
  printDocument: 'Печать',
  pages: 'Предыдущая и следующая страница',
  closePreview: 'Закрыть просмотр',
} as const;
