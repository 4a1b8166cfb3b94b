/**
 * Wording of the forms about the electronic diary: their fields, the default text of each, what a
 * school may change (S2 §7, domain.md §10).
 */
import type { Relation, Sex } from '../contract/people-fields.ts';
import { ADULT_PHRASE, OBLIGATORY_PHRASE } from './statement-texts.ts';
import type { FormKind } from './statement-texts.ts';
import { fieldsOf, fillWording, wordingProblems } from './wording.ts';
import type { WordingProblem, WordingRules } from './wording.ts';

const LOCKED_FIELD = 'обязательная фраза';

/** Values of the fields; null is left blank for handwriting. Names stand in the case they name. */
export interface StatementFields {
  readonly 'фио родителя': string | null;
  readonly 'фио ученика': string | null;
  /** «Иванова Петра Ильича» */
  readonly 'фио ученика род': string | null;
  /** «моего ребёнка», «моего подопечного» */
  readonly 'моего ребёнка': string;
  /** «ученик», «ученица» or both; the words below agree likewise. */
  readonly ученик: string;
  readonly ученика: string;
  readonly достиг: string;
  readonly получил: string;
  readonly проинформирован: string;
  readonly класс: string | null;
  /** «БАРС.Электронная школа» */
  readonly система: string | null;
  readonly причина: string | null;
  /** `OFFER_REMARK`, or '' to leave the line out. */
  readonly 'предложение услуги': string | null;
  /** Of the refusal that is annulled or that a consent rests on. */
  readonly 'дата отказа': string | null;
  readonly 'номер отказа': string | null;
  /** The day from which the service starts again. */
  readonly 'дата возобновления': string | null;
  /** «да» or «нет» */
  readonly 'выдать логин': string | null;
  readonly 'дата рождения': string | null;
  /** «предъявлен» */
  readonly паспорт: string | null;
}

type FieldKey = keyof StatementFields;
type Agreeing = Pick<
  StatementFields,
  'ученик' | 'ученика' | 'достиг' | 'получил' | 'проинформирован'
>;

const bySex = (sex: Sex | null, male: string, female: string, both: string): string => {
  if (sex === null) return both;
  return sex === 'male' ? male : female;
};

/** Words that agree with the student: one form when the sex is known, else both. */
export const agreeing = (sex: Sex | null): Agreeing => ({
  ученик: bySex(sex, 'ученик', 'ученица', 'ученик (ученица)'),
  ученика: bySex(sex, 'ученика', 'ученицы', 'ученика (ученицы)'),
  достиг: bySex(sex, 'достиг', 'достигла', 'достиг(ла)'),
  получил: bySex(sex, 'получил', 'получила', 'получил(а)'),
  проинформирован: bySex(sex, 'проинформирован', 'проинформирована', 'проинформирован(а)'),
});

/** What the one who states calls the child: «моего ребёнка», of a guardian «моего подопечного». */
export const childWord = (relation: Relation | null, sex: Sex | null): string => {
  if (relation === 'guardian')
    return bySex(
      sex,
      'моего подопечного',
      'моей подопечной',
      'моего подопечного (моей подопечной)',
    );
  if (relation === 'organisation')
    return bySex(sex, 'воспитанника', 'воспитанницы', 'воспитанника (воспитанницы)');
  if (relation === 'proxy') return 'представляемого мною по доверенности ребёнка';
  return 'моего ребёнка';
};

const ABOUT_CHILD =
  'в отношении {{моего ребёнка}} {{фио ученика род}}, {{ученика}} {{класс}} класса';
const SERVICE = 'услуги «Электронный журнал и дневник» (система «{{система}}»)';
const WEEKLY =
  'Прошу информировать меня о результатах обучения с использованием распечатки результатов не реже одного раза в неделю.';
const RESUMED = [
  'Прошу предоставлять услугу в электронном виде с {{дата возобновления}}.',
  'Логин и пароль для входа в систему выдать: {{выдать логин}}.',
];
const SELF = 'Я, {{фио ученика}}, дата рождения {{дата рождения}}, {{ученик}} {{класс}} класса';

/** Paragraphs of the default wording, one a line. */
export const DEFAULT_WORDING: Readonly<Record<FormKind, string>> = {
  refusal: [
    `Отказываюсь от получения в электронном виде ${SERVICE} ${ABOUT_CHILD}.`,
    'Причина отказа: {{причина}}.',
    'Настоящим подтверждаю, что {{обязательная фраза}}.',
    '{{предложение услуги}}',
  ].join('\n'),
  impossibility: [
    `Сообщаю о невозможности получения в электронном виде ${SERVICE} ${ABOUT_CHILD}.`,
    'Причина: {{причина}}.',
    WEEKLY,
  ].join('\n'),
  annulment: [
    `Прошу считать аннулированным моё заявление от {{дата отказа}} № {{номер отказа}} об отказе от получения в электронном виде ${SERVICE} ${ABOUT_CHILD}.`,
    ...RESUMED,
  ].join('\n'),
  'consent-14': [
    `${SELF}, {{достиг}} 14-летнего возраста и {{получил}} паспорт (паспорт предъявлен: {{паспорт}}).`,
    'Мой родитель (законный представитель) отказался от получения услуги в электронном виде (заявление от {{дата отказа}} № {{номер отказа}}).',
    'Заявляю о намерении самостоятельно получать услугу «Электронный журнал и дневник» (система «{{система}}») в электронном виде и даю на это согласие.',
  ].join('\n'),
  'permission-18': [
    `${SELF}, {{достиг}} 18 лет.`,
    'Разрешаю школе сообщать сведения о моей успеваемости и посещаемости, в том числе с использованием услуги «Электронный журнал и дневник» (система «{{система}}»), следующему лицу: {{фио родителя}}.',
    'Разрешение действует до его отзыва мною в письменном виде.',
  ].join('\n'),
  'own-refusal': [
    `${SELF}, {{достиг}} 18 лет. Отказываюсь от получения в электронном виде ${SERVICE}.`,
    'Причина отказа: {{причина}}.',
    'Настоящим подтверждаю, что {{обязательная фраза}}.',
    '{{предложение услуги}}',
  ].join('\n'),
  'own-impossibility': [
    `${SELF}, {{достиг}} 18 лет. Сообщаю о невозможности получения в электронном виде ${SERVICE}.`,
    'Причина: {{причина}}.',
    WEEKLY,
  ].join('\n'),
  'own-annulment': [
    `${SELF}, {{достиг}} 18 лет. Прошу считать аннулированным моё заявление от {{дата отказа}} № {{номер отказа}} об отказе от получения в электронном виде ${SERVICE}.`,
    ...RESUMED,
  ].join('\n'),
};

const COMMON: readonly FieldKey[] = [
  'фио родителя',
  'фио ученика',
  'фио ученика род',
  'моего ребёнка',
  'ученик',
  'ученика',
  'класс',
  'система',
];
const OF_STUDENT: readonly FieldKey[] = [
  'фио ученика',
  'фио ученика род',
  'ученик',
  'ученика',
  'достиг',
  'получил',
  'проинформирован',
  'класс',
  'система',
  'дата рождения',
];
const OF_REFUSAL: readonly FieldKey[] = ['причина', 'предложение услуги'];
const OF_ANNULMENT: readonly FieldKey[] = [
  'дата отказа',
  'номер отказа',
  'дата возобновления',
  'выдать логин',
];

/** Which fields a school may use in the wording of a form, which must stay, which are locked. */
export const WORDING_RULES: Readonly<Record<FormKind, WordingRules>> = {
  refusal: {
    allowed: [...COMMON, ...OF_REFUSAL],
    required: ['фио ученика род', 'класс', 'система'],
    locked: [LOCKED_FIELD],
  },
  impossibility: {
    allowed: [...COMMON, 'причина'],
    required: ['фио ученика род', 'класс', 'причина'],
    locked: [],
  },
  annulment: {
    allowed: [...COMMON, ...OF_ANNULMENT],
    required: ['дата отказа', 'номер отказа'],
    locked: [],
  },
  'consent-14': {
    allowed: [...OF_STUDENT, 'фио родителя', 'дата отказа', 'номер отказа', 'паспорт'],
    required: ['фио ученика', 'дата рождения', 'дата отказа', 'номер отказа'],
    locked: [],
  },
  'permission-18': {
    allowed: [...OF_STUDENT, 'фио родителя'],
    required: ['фио ученика', 'фио родителя'],
    locked: [],
  },
  'own-refusal': {
    allowed: [...OF_STUDENT, ...OF_REFUSAL],
    required: ['фио ученика', 'система'],
    locked: [LOCKED_FIELD],
  },
  'own-impossibility': {
    allowed: [...OF_STUDENT, 'причина'],
    required: ['фио ученика', 'причина'],
    locked: [],
  },
  'own-annulment': {
    allowed: [...OF_STUDENT, ...OF_ANNULMENT],
    required: ['дата отказа', 'номер отказа'],
    locked: [],
  },
};

/** What keeps a school's wording of a form from being saved (S2 §7: the phrase cannot go). */
export const statementWordingProblems = (
  form: FormKind,
  wording: string,
): readonly WordingProblem[] => wordingProblems(wording, WORDING_RULES[form]);

/** Fields whose line goes when they are empty; a blank form (null) keeps the line. */
const OPTIONAL: readonly FieldKey[] = ['причина', 'предложение услуги', 'выдать логин'];

const isLeftOut = (form: FormKind, line: string, fields: StatementFields): boolean => {
  if (form === 'impossibility' || form === 'own-impossibility') return false;
  const found = fieldsOf(line);
  return OPTIONAL.some((field) => fields[field] === '' && found.includes(field));
};

/**
 * Paragraphs of a form. A null field is left to be filled by hand; an empty optional one (reason of a
 * refusal, remark on the offer, login) drops its line. `wording` is the school's own text, checked
 * when it was saved; a refusal whose text has lost the phrase is printed in the default wording.
 */
export const statementParagraphs = (
  form: FormKind,
  fields: StatementFields,
  wording: string = DEFAULT_WORDING[form],
): readonly string[] => {
  const sound = statementWordingProblems(form, wording).every(
    (one) => one.code !== 'locked-text-missing',
  );
  const phrase = form === 'own-refusal' ? ADULT_PHRASE : OBLIGATORY_PHRASE;
  const values = { ...fields, [LOCKED_FIELD]: phrase };
  return (sound ? wording : DEFAULT_WORDING[form])
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !isLeftOut(form, line, fields))
    .map((line) => fillWording(line, values));
};
