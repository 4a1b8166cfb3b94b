import { counted } from './common.ts';

/** Sentences of the card of an appeal. */

export const card = {
  back: 'Журнал обращений',
  title: (printed: string, year: number): string => `Обращение № ${printed} / ${year}`,
  overdue: 'просрочено',
  facts: 'Обращение',
  path: 'Ход работы',
  guardian: 'Родитель',
  student: 'Обучающийся',
  programme: 'Программа, класс',
  subject: 'Предмет',
  lessonTopic: 'Тема урока',
  date: 'Дата обращения',
  registeredOn: 'Зарегистрировано',
  letterReason: 'Литера',
  corrections: 'Исправления',
  channel: 'Как обратились',
  dueOn: 'Ответить до',
  responsible: 'Ответственный',
  result: 'Результат',
  annulReason: 'Причина аннулирования',
  counting: 'В справке',
  counts: (why: string): string => `Учитывается. ${why}`,
  countsNot: (why: string): string => `Не учитывается. ${why}`,
  edit: 'Изменить',
  correct: 'Исправить ребёнка или дату',
  print: 'Печать талона',
  annul: 'Аннулировать',
  reopen: 'Открыть снова',
  reopened: 'Обращение открыто снова',
  annulled: 'Обращение аннулировано',
  annulTitle: (number: string): string => `Аннулировать обращение ${number}?`,
  annulText: 'Номер останется занятым, запись останется в журнале с причиной.',
  annulReasonLabel: 'Причина',
  reopenTitle: (number: string): string => `Открыть обращение ${number} снова?`,
  reopenText: 'Отметка о результатах и дата закрытия будут сняты.',
  saved: 'Обращение изменено',
  editTitle: 'Изменить обращение',
  unlinked: 'связи с учеником больше нет',
  refresh: 'Обновить ФИО, класс и программу по картотеке на дату обращения',
  unknown: 'не указан',
} as const;

export const correction = {
  title: 'Исправить ребёнка или дату обращения',
  intro:
    'Номер, часы и ресурсы останутся. В журнале под записью будет напечатано, что исправлено и почему.',
  student: 'Ребёнок',
  guardian: 'Кто обратился',
  date: 'Дата обращения',
  dateHint: (day: string): string => `Не позже регистрации (${day}); срок сдвинется вместе с датой`,
  reason: 'Причина исправления',
  submit: 'Исправить',
  saved: 'Обращение исправлено',
  instead: (was: string, became: string): string => `вместо «${was}» — «${became}»`,
  because: (reason: string): string => `Причина: ${reason}`,
} as const;

export const steps = {
  registered: 'Обращение зарегистрировано',
  registeredIs: (date: string, channel: string, responsible: string | null): string =>
    responsible === null
      ? `${date}, ${channel}. Ответственный не указан.`
      : `${date}, ${channel}. Ответственный: ${responsible}.`,
  portal: 'Портал проверен',
  preparer: 'Педагогу поручено подготовить ресурс',
  work: 'Работа педагога',
  resource: 'Ресурс передан родителю',
  closed: 'Результат отмечен, обращение закрыто',
  annulled: 'Обращение аннулировано',
  state: { done: 'выполнено', now: 'сейчас', later: 'впереди', skipped: 'не потребовалось' },
  portalWait: (portal: string): string =>
    `Поищите на портале «${portal}» ресурс по теме урока и отметьте, нашёлся ли он.`,
  portalFound: (date: string): string => `Проверен ${date}: ресурс найден.`,
  portalMissing: (date: string): string => `Проверен ${date}: ресурса нет.`,
  portalUnchecked: 'Проверка портала не отмечена.',
  preparerWait: 'Если ресурса на портале нет, поручите его подготовку педагогу.',
  preparerIs: (name: string): string => `Готовит: ${name}.`,
  workWait: 'Часы педагога ещё не записаны.',
  workIs: (hours: string, entries: number): string =>
    `Записано ${hours} (${counted(entries, 'запись', 'записи', 'записей')}).`,
  resourceWait: 'Ссылка родителю ещё не передана.',
  resourceIs: (count: number, date: string): string =>
    count === 1 ? `Передан ${date}.` : `Передано: ${count}, последний ${date}.`,
  closeWait: 'Когда помощь оказана, отметьте результат и закройте обращение.',
  closedIs: (date: string, result: string): string => `${date}: ${result}`,
} as const;

export const portal = {
  button: 'Отметить проверку портала',
  again: 'Проверить ещё раз',
  title: 'Проверка портала',
  on: 'Дата проверки',
  answer: 'Нашёлся ли ресурс по теме',
  answers: { missing: 'Не найден', known: 'Найден, есть в списке', fresh: 'Найден новый' },
  resource: 'Ресурс',
  resourceHint: 'Название, предмет или тема',
  submit: 'Записать',
  savedFound: 'Ресурс найден, ссылка передана',
  savedMissing: 'Отмечено: ресурса на портале нет',
} as const;

export const preparer = {
  button: 'Поручить педагогу',
  change: 'Поручить другому',
  title: 'Кто подготовит ресурс',
  teacher: 'Педагог',
  submit: 'Поручить',
  saved: 'Подготовка поручена педагогу',
} as const;

export const give = {
  button: 'Передать ресурс',
  title: 'Передать ресурс родителю',
  source: 'Какой ресурс',
  sources: { fresh: 'Новый, только что размещён', known: 'Уже есть в списке' },
  kind: 'Откуда ресурс',
  kinds: { prepared: 'Подготовлен по этому обращению', ready: 'Готовый ресурс' },
  kindHint:
    'В справку входят ресурсы, которые педагог школы подготовил по обращению; готовый ресурс портала не входит.',
  isPrepared: 'подготовлен по обращению',
  isReady: 'готовый ресурс',
  isUnknown: 'не указано, подготовлен или готовый',
  markPrepared: 'Подготовлен по обращению',
  markReady: 'Готовый ресурс',
  markFor: (mark: string, title: string): string => `${mark}: ${title}`,
  marked: 'Отметка о ресурсе изменена',
  givenOn: 'Передан',
  submit: 'Передать',
  saved: 'Ресурс передан',
  remove: 'Убрать из обращения',
  removeFor: (title: string): string => `Убрать из обращения: ${title}`,
  removed: 'Ресурс убран из обращения',
  panel: 'Ресурсы',
  none: 'Ресурс ещё не передан.',
  given: (date: string): string => `передан ${date}`,
} as const;

export const workPanel = {
  title: 'Часы педагогов',
  add: 'Записать часы',
  none: 'Часы ещё не записаны.',
  editFor: (name: string, date: string): string => `Изменить часы: ${name}, ${date}`,
  total: (hours: string): string => `Всего ${hours}`,
} as const;

export const closing = {
  button: 'Закрыть обращение',
  title: 'Результат работы по обращению',
  on: 'Дата',
  result: 'Отметка о результатах',
  resultHint: 'Попадёт в журнал обращений',
  given: (title: string): string => `Передана ссылка на ресурс «${title}»`,
  withoutResource: 'Закрыть без ресурса: помощь оказана иначе',
  submit: 'Закрыть обращение',
  saved: 'Обращение закрыто',
} as const;

export const absencesPanel = {
  title: 'Пропуски ребёнка',
  none: 'Пропуски ребёнка не записаны.',
  add: 'Записать пропуск',
  editFor: (period: string): string => `Изменить пропуск: ${period}`,
} as const;

export const history = {
  title: 'История изменений',
  empty: 'Изменений не было.',
  nothing: '—',
  change: (column: string, before: string, after: string): string =>
    `${column}: ${before} → ${after}`,
  set: (column: string, after: string): string => `${column}: ${after}`,
  operations: {
    'appeals.register': 'Обращение зарегистрировано',
    'appeals.update': 'Запись изменена',
    'appeals.correct': 'Исправлены ребёнок или дата обращения',
    'appeals.recordPortalCheck': 'Отмечена проверка портала',
    'appeals.assignPreparer': 'Поручена подготовка ресурса',
    'appeals.linkResource': 'Передан ресурс',
    'appeals.postResource': 'Размещён и передан ресурс',
    'appeals.unlinkResource': 'Ресурс убран из обращения',
    'appeals.setPrepared': 'Отмечено, подготовлен ли ресурс',
    'appeals.close': 'Обращение закрыто',
    'appeals.reopen': 'Обращение открыто снова',
    'appeals.annul': 'Обращение аннулировано',
    'resources.saveWorkEntry': 'Записаны часы педагога',
    'resources.deleteWorkEntry': 'Удалены часы педагога',
    'people.mergeGuardians': 'Объединены карточки родителей',
    'people.mergeStudents': 'Объединены карточки обучающихся',
    'audit.undo': 'Отменено действие',
  } as Readonly<Record<string, string>>,
  otherOperation: 'Другое действие',
  columns: {
    status: 'состояние',
    guardian_id: 'родитель (номер карточки)',
    guardian_name: 'родитель',
    student_name: 'обучающийся',
    class_name: 'класс',
    programme: 'программа',
    subject: 'предмет',
    lesson_topic: 'тема урока',
    channel: 'как обратились',
    dated: 'дата обращения',
    due_on: 'срок',
    portal_checked_on: 'портал проверен',
    result: 'результат',
    closed_on: 'закрыто',
    annul_reason: 'причина аннулирования',
  } as Readonly<Record<string, string>>,
} as const;
