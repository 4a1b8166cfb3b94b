import { files } from './common.ts';

/** Sentences of a statement's card. */

export const card = {
  title: (kind: string, number: string): string => `${kind} № ${number}`,
  facts: 'Сведения',
  text: 'Текст заявления',
  number: 'Регистрационный номер',
  passport: 'Паспорт',
  passportShown: 'предъявлен',
  withdrawn: 'Отозвано',
  mistake: 'Ошибочная запись',
  because: (date: string, reason: string): string => `${date}: ${reason}`,
  correct: 'Исправить текст',
  letterReason: 'Литера',
  inForceFrom: 'Действует с',
  waits: 'ждёт подписи',
  himself: 'сам ученик',
  doubts: 'Нужно решение',
  print: 'Печать',
  byTemplate: 'По шаблону школы',
  more: 'Другие действия',
  sign: 'Отметить подпись',
  unsign: 'Снять отметку о подписи',
  withdrawMore: 'Отозвать…',
  cancelWithdrawal: 'Вернуть отозванное',
  annul: 'Аннулировать отказ',
  consent: 'Согласие ученика',
  annulMistake: 'Зарегистрировано по ошибке',
  unsigned: 'Отметка о подписи снята',
  withdrawalCancelled: 'Заявление снова действует',
  marked: 'Запись отмечена ошибочной',
} as const;

export const sign = {
  title: 'Отметка о подписи',
  on: 'Когда подписано',
  saved: 'Подпись отмечена',
} as const;

export const withdraw = {
  title: 'Отзыв заявления',
  on: 'Дата отзыва',
  reason: 'Причина',
  submit: 'Отозвать заявление',
  saved: 'Заявление отозвано',
} as const;

export const mistake = {
  title: 'Отметить запись ошибочной?',
  message:
    'Заявление будет считаться не поступившим, а его номер останется занятым. Вернуть запись нельзя.',
  confirm: 'Отметить ошибочной',
  reason: 'В чём ошибка',
} as const;

export const cancelling = {
  title: 'Вернуть отозванное заявление?',
  message: 'Отметка об отзыве будет снята, заявление снова будет действовать.',
  confirm: 'Вернуть',
} as const;

export const scan = {
  title: 'Скан подписанного заявления',
  none: 'Скан не приложен.',
  save: 'Сохранить скан на диск',
  replace: 'Заменить',
  remove: 'Удалить скан',
  removeTitle: 'Удалить скан?',
  removeMessage: 'Файл будет удалён из базы. Вернуть его нельзя.',
  attached: 'Скан приложен',
  removed: 'Скан удалён',
  facts: (name: string, size: number): string => `${name}, ${files.size(size)}`,
  sealed: 'Хранится в базе зашифрованным.',
} as const;

/** Where sealed data need the password of the program. */
export const vault = {
  notSet:
    'Эти данные хранятся зашифрованными, а ключ к ним даёт пароль программы. Он ещё не задан.',
  open: 'Задать пароль в разделе «Безопасность»',
} as const;
