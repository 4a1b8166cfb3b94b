/** Sentences of the page shown beside a form. */

export const livePreview = {
  title: 'Так будет напечатано',
  waiting: 'Готовим лист…',
  full: 'На весь экран',
} as const;

/** The one question of a run whose prints are recorded. */
export const printed = {
  title: 'Распечаталось?',
  yes: 'Да, распечаталось',
  no: 'Нет, ничего не записывать',
  nothing: 'Ничего не записано: эти листы не считаются напечатанными. Напечатать можно ещё раз.',
  about: (what: string): string =>
    `${what}. «Нет» — если бумагу зажевало или файл не сохранён: ничего не запишется, и напечатать можно ещё раз.`,
} as const;
