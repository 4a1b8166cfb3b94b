/** Sentences of the page shown beside a form. */

export const livePreview = {
  title: 'Так будет напечатано',
  waiting: 'Готовим лист…',
  full: 'На весь экран',
} as const;
