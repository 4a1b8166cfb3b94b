/** Sentences of the registration of a statement. */

export const chooseKind = {
  title: 'Какое заявление принимаете?',
} as const;

export const benefits = {
  proceed: 'Родитель настаивает на отказе: продолжить',
  impossibility: 'Оформить невозможность',
  changedMind: 'Родитель передумал',
  note: 'Отказ оформляется письменно и начинает действовать со дня регистрации подписанного заявления.',
} as const;

export const form = {
  kind: 'Вид заявления',
  student: 'Обучающийся',
  studentHint: 'Две буквы фамилии',
  guardian: 'Родитель (законный представитель)',
  guardianOfConsent: 'На чей отказ ссылается согласие',
  guardianOfPermission: 'Кого ученик разрешает информировать',
  author: 'Кто подаёт заявление',
  himself: 'Сам ученик',
  himselfHint: 'Ему есть 18 лет: он действует сам',
  corrected: 'Заявление исправлено',
  correctTitle: 'Исправление заявления',
  correct: 'Сохранить исправление',
  correctHint:
    'Номер, ученик, заявитель и вид заявления не меняются. После подписи текст исправить нельзя.',
  guardianFacts: (relation: string, mode: string): string => `${relation}, обслуживание ${mode}.`,
  chooseStudent: 'Сначала выберите ученика.',
  noGuardians: 'В карточке ученика нет родителей (законных представителей).',
  openStudent: 'Открыть карточку ученика',
  facts: (className: string | null, age: string | null): string =>
    [className ?? 'не числится ни в одном классе', age ?? 'дата рождения не указана'].join(', '),
  date: 'Дата на заявлении',
  registeredOn: 'Дата регистрации',
  refusal: (number: string, date: string): string => `Отказ № ${number} от ${date}`,
  refusalLabel: 'О каком отказе речь',
  address: 'Адрес',
  phone: 'Телефон',
  headerByHand:
    'Чего школа не хранит («Настройки» → «Какие сведения храним»), для того на бумаге оставлена строка: заявитель впишет сам.',
  reason: 'Причина',
  reasonOptional: 'Можно не указывать',
  offered: 'Напечатать, что услуга была предложена, но родитель не видит в ней необходимости',
  resumeOn: 'Возобновить услугу с',
  issueCredentials: 'Выдать логин и пароль',
  passportShown: 'Паспорт предъявлен',
  passportHint: 'Номер паспорта не записывается',
  signed: 'Заявление уже подписано',
  signedHint: 'Без подписи заявление ждёт: семья обслуживается как прежде',
  phrase: 'Обязательная фраза (изменить нельзя)',
  register: 'Зарегистрировать',
  registered: (number: string): string => `Заявление № ${number} зарегистрировано`,
  system: 'Название системы дневника не указано: в заявлении останется место для записи от руки.',
} as const;

export const names = {
  title: 'Имена в заявлении',
  hint: 'Программа поставила падежи сама. Проверьте и при необходимости исправьте.',
  position: 'Кому: должность (дательный падеж)',
  head: 'Кому: руководитель (дательный падеж)',
  applicantGenitive: 'От кого (родительный падеж)',
  studentGenitive: 'Ребёнок в тексте (родительный падеж)',
  check: 'проверьте',
  kept: 'сохранённая форма',
  cases: 'Падежи',
  casesOf: (name: string): string => `Падежи: ${name}`,
  confirmed: 'Имена проверены, падежи верны',
  confirmHint: 'Без этой отметки заявление с сомнительными падежами не регистрируется.',
  remember: 'Запомнить эти формы имён для следующих заявлений',
} as const;

export const cases = {
  title: (name: string): string => `Падежи: ${name}`,
  genitive: 'Родительный падеж (от кого?)',
  dative: 'Дательный падеж (кому?)',
  own: (text: string): string => `Программа предлагает: ${text}`,
  notDeclined: 'Не склонять',
  notDeclinedHint: 'Имя печатается в именительном падеже всюду',
  emptyHint: 'Пустое поле: падеж ставит программа.',
  saved: 'Падежи сохранены',
} as const;

export const preview = {
  blank: 'Пустой бланк: выберите ученика и родителя',
  sheet: 'Лист заявления',
} as const;
