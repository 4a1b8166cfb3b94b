/** Sentences of the printed journal and of the page of the responsible worker (S1). */

export const journalPrint = {
  title: 'Печать журнала обращений',
  kind: 'Что печатать',
  kinds: { filled: 'Журнал с записями', blank: 'Пустой журнал для записи от руки' },
  period: 'Период',
  year: (year: number): string => `${year} год`,
  byRegistration:
    'Период считается по дням регистрации: журнал идёт по номерам, а номер даётся в день регистрации.',
  rows: 'Строк в журнале',
  sheets: 'Листов в книге',
  sheetsHint: 'Для последнего листа; пусто — впишете от руки после подсчёта',
  submit: 'Показать и напечатать',
} as const;

export const worker = {
  title: 'Ответственный работник',
  intro:
    'Документы о назначении ответственного за работу с родителями и показатели его работы за период.',
  back: 'Журнал обращений',
  number: 'Номер',
  date: 'Дата',
  print: 'Печать',
  blank: 'Пустой бланк',
  order: 'Приказ о назначении',
  orderHint:
    'Назначает ответственных по работе с родителями детей, пропустивших более двух недель.',
  teachers: 'Ответственные',
  addTeacher: 'Добавить ответственного',
  removeTeacher: (name: string): string => `Убрать: ${name}`,
  control: 'Контроль исполнения',
  controlHint: 'Пусто — контроль за директором',
  duties: 'Дополнение к должностной инструкции',
  dutiesHint: 'Три обязанности ответственного слово в слово из письма.',
  teacher: 'Работник',
  criterion: 'Критерий для стимулирующих выплат',
  criterionHint: 'Дополнение к «Положению по распределению стимулирующей части оплаты труда».',
  points: [
    'Баллы: обращения',
    'Баллы: закрыто в срок',
    'Баллы: размещено ресурсов',
    'Баллы: часы работы',
  ],
  indicators: 'Показатели за период',
  printIndicators: 'Печать ведомости',
  thisYear: 'Учебный год',
  thisMonth: 'Этот месяц',
  none: 'За этот период показателей нет: обращений, ресурсов и часов не записано.',
  percent: (n: number): string => `${n} %`,
  noPercent: '—',
  columns: {
    teacherName: 'Работник',
    position: 'Должность',
    appeals: 'Обращений',
    closed: 'Закрыто',
    closedInTime: 'В срок',
    inTimePercent: '% в срок',
    resources: 'ЦОР',
    quarterHours: 'Часы',
  },
} as const;
