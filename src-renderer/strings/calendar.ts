import { parallelTitle } from '../../src-main/domain/classes.ts';
/** Sentences of the school year's calendar. */

export const calendar = {
  title: 'Учебный год',
  year: 'Учебный год',
  newYear: (title: string): string => `${title} — новый`,
  current: 'идёт сейчас',
  notStored: 'ещё не сохранён',
  proposal:
    'Подставлены обычные даты этого года. Сверьте их с годовым календарным графиком школы и сохраните.',
  saved: 'Учебный год сохранён',
  prefill: 'Подставить обычные даты',
  prefillTitle: 'Подставить обычные даты?',
  prefillText:
    'Периоды, каникулы и переносы на экране заменятся обычными для этого года. В базу они попадут, только когда вы сохраните.',
  prefillConfirm: 'Подставить',
} as const;

export const parallels = {
  title: 'Учебные периоды по параллелям',
  parallel: 'Параллель',
  name: (parallel: number): string => `${parallelTitle(parallel)} класс`,
  shape: 'Неделя и деление года',
  week: 'Учебная неделя',
  weeks: { 5: '5 дней', 6: '6 дней' },
  kind: 'Деление года',
  kinds: { quarter: 'Четверти', trimester: 'Триместры', 'half-year': 'Полугодия' },
  term: (number: number): string => `Период ${number}, с – по`,
  startsOn: (parallel: string, number: number): string => `${parallel}, период ${number}, начало`,
  endsOn: (parallel: string, number: number): string => `${parallel}, период ${number}, окончание`,
  of: (parallel: string, what: string): string => `${parallel}: ${what}`,
  menu: (parallel: string): string => `Действия: ${parallel}`,
  copySame: 'Те же даты всем с таким делением',
  copyAll: 'Те же неделя и даты всем параллелям',
  addTerm: 'Добавить период',
  removeTerm: 'Убрать последний период',
  remove: 'Убрать параллель',
  add: (parallel: string): string => `Добавить ${parallel}`,
} as const;

export const holidays = {
  title: 'Каникулы и праздники',
  name: 'Название',
  kind: 'Вид',
  kinds: { vacation: 'Каникулы', public: 'Праздник', other: 'Другое' },
  whom: 'Кому',
  everyone: 'Вся школа',
  startsOn: 'С',
  endsOn: 'По',
  add: 'Добавить каникулы или праздник',
  remove: (name: string): string => `Удалить строку «${name}»`,
  row: (number: number, what: string): string => `Строка ${number}: ${what}`,
  empty: 'Каникул и праздников нет: все дни периодов, кроме выходных, учебные.',
} as const;

export const moved = {
  title: 'Переносы дней',
  hint: 'Рабочие субботы и дополнительные выходные по приказу или постановлению.',
  date: 'Дата',
  works: 'День становится',
  worksWords: { works: 'рабочим', off: 'выходным' },
  whom: 'Кого касается',
  whomWords: { all: 'Вся школа', 5: 'Пятидневка', 6: 'Шестидневка' },
  note: 'Основание',
  add: 'Добавить перенос',
  remove: (number: number): string => `Удалить перенос ${number}`,
  row: (number: number, what: string): string => `Перенос ${number}: ${what}`,
  empty: 'Переносов нет.',
} as const;

export const dayHelper = {
  title: 'Какой это день?',
  date: 'Дата',
  class: 'Класс',
  school: 'учебный',
  free: 'неучебный',
  hint: 'По сохранённому календарю',
} as const;
