import { counted } from './common.ts';

/** The desk where credentials are handed over, and their import. */

export const desk = {
  search: 'Кто пришёл: фамилия ребёнка или родителя',
  hint: 'Стрелки — выбрать получателя, Enter — выдать, Esc — к поиску',
  results: 'Найденные семьи',
  start: 'Начните вводить фамилию',
  startHint: 'Подойдут первые буквы фамилии ребёнка или родителя',
  nothing: 'Никого не нашли',
  nothingHint: 'Проверьте фамилию или найдите человека в списках',
  noCredentials: 'Для этой семьи данных нет',
  noGuardians: 'Родители этого ученика в базе не записаны',
  student: 'ученик',
  own: (kind: string) => `свои: ${kind}`,
  child: (kind: string) => `ребёнка: ${kind}`,
  nothingToGive: 'выдать нечего',
  issued: (what: string, on: string) => `${what} — уже выдано ${on}`,
  revoked: (what: string) => `${what} — отозвано`,
  refused: (what: string, reason: string) => `${what} — нельзя. ${reason}`,
  give: (what: string) => `Можно выдать: ${what}`,
  panel: 'Выдача',
  choose: 'Выберите получателя слева и нажмите Enter',
  receiver: 'Получает',
  what: 'Что выдаётся',
  login: (login: string) => `логин ${login}`,
  on: 'Дата',
  signed: 'Подпись в ведомости получена',
  wipe: 'После подписи пароль сотрётся',
  submit: 'Выдано (Enter)',
  back: 'К поиску (Esc)',
  none: 'Отметьте, что выдаётся',
  done: (name: string, n: number) =>
    `${name}: ${counted(n, 'выдача отмечена', 'выдачи отмечены', 'выдач отмечено')}`,
} as const;

export const load = {
  intro:
    'Подходят выгрузки логинов из электронного дневника: текстовый файл «логин пароль ФИО класс» и таблица CSV или XLSX с логином и паролем. Программа сама узнаёт, что в файле, и ничего не записывает, пока вы не нажмёте «Применить».',
  after:
    'После загрузки удалите файл с паролями с компьютера: в программе они хранятся зашифрованными.',
  owner: 'Чьи данные',
  owners: { student: 'учеников', guardian: 'родителей' },
  acceptSpelling: (n: number) =>
    `Принять ${counted(n, 'совпадение', 'совпадения', 'совпадений')}, где отличается только написание (ё/е, дефис)`,
  another: 'Другой человек',
  remove: 'Убрать файл',
  next: 'Загрузить другой файл',
  toList: 'К списку',
  toCards: 'Печать карточек',
} as const;
