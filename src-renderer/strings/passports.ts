import { counted } from './common.ts';

/** Sentences of passport data of class 11. */

export const passports = {
  title: 'Паспорта 11 класса',
  hint: 'Только для информирования о результатах ЕГЭ. Данные хранятся зашифрованными и уничтожаются после экзаменов.',
  studentName: 'Обучающийся',
  className: 'Класс',
  birthDate: 'Дата рождения',
  hasPassport: 'Данные',
  has: { true: 'введены', false: 'не введены' },
  savedAt: 'Когда записаны',
  empty: 'Учеников 11 (12) класса нет',
  emptyHint: 'Паспортные данные вводятся только для 11 класса (12-го, если он есть).',
  purge: 'Уничтожить данные…',
  purges: 'Акты об уничтожении',
} as const;

export const form = {
  title: (name: string): string => `Паспорт: ${name}`,
  series: 'Серия',
  number: 'Номер',
  issuedOn: 'Дата выдачи',
  issuedBy: 'Кем выдан',
  saved: 'Паспортные данные сохранены',
  remove: 'Удалить данные',
  removeTitle: 'Удалить паспортные данные?',
  removeMessage: (name: string): string => `${name}. Вернуть их будет нельзя.`,
  removed: 'Паспортные данные удалены',
} as const;

export const purge = {
  title: 'Уничтожение паспортных данных',
  warning: (n: number): string =>
    `Будут уничтожены данные: ${counted(n, 'обучающийся', 'обучающихся', 'обучающихся')}. Вернуть их нельзя ни паролем, ни из журнала действий. После этого откроется акт об уничтожении.`,
  nothing: 'Уничтожать нечего: паспортные данные не введены.',
  on: 'Дата уничтожения',
  reason: 'Основание',
  reasonDefault: 'Информирование о результатах ЕГЭ завершено',
  submit: 'Уничтожить',
  done: (n: number): string =>
    `Данные уничтожены: ${counted(n, 'обучающийся', 'обучающихся', 'обучающихся')}`,
  none: 'Данные ещё не уничтожались.',
  students: 'Обучающихся',
  protocol: 'Акт',
  printOf: (date: string): string => `Акт об уничтожении от ${date}`,
} as const;
