/** The four forms about the electronic diary: default wording and the locked phrase (S2 §7, domain.md §10). */
import type { StatementKind } from './statements.ts';
import { fieldsOf, fillWording, wordingProblems } from './wording.ts';
import type { WordingProblem, WordingRules } from './wording.ts';

/** S2 §7, word for word (white space apart). Nobody edits it; a test compares it with the source. */
export const OBLIGATORY_PHRASE =
  'родитель проинформирован о том, что отказ от получения данной услуги в электронном виде влечет за собой ' +
  'предоставление информации о текущей успеваемости не чаще 1 раза в неделю, а также невозможность получения ' +
  'информации о домашних заданиях с помощью сети Интернет (в этом случае информацию о домашних заданиях ' +
  'ученик записывает самостоятельно на каждом занятии)';

/** S2 §7: the only reason of impossibility it names. */
export const IMPOSSIBILITY_REASON = 'отсутствие домашнего компьютера с доступом к сети интернет';

/** The optional remark of a refusal: the office offered the service (S2, closing note). */
export const OFFER_REMARK =
  'Получить услугу в электронном виде мне было предложено, необходимости в ней не вижу.';

export const STATEMENT_TITLES: Readonly<Record<StatementKind, string>> = {
  refusal: 'Отказ от получения услуги в электронном виде',
  impossibility: 'Заявление о невозможности получения услуги в электронном виде',
  annulment: 'Аннулирование отказа',
  'consent-14': 'Согласие ученика, достигшего 14 лет',
};

/** The word printed in the middle of the sheet. */
export const FORM_HEADINGS: Readonly<Record<StatementKind, string>> = {
  refusal: 'ЗАЯВЛЕНИЕ',
  impossibility: 'ЗАЯВЛЕНИЕ',
  annulment: 'ЗАЯВЛЕНИЕ',
  'consent-14': 'СОГЛАСИЕ',
};

const LOCKED_FIELD = 'обязательная фраза';

/** Values of the fields; null is left blank for handwriting. Names stand in the case they name. */
export interface StatementFields {
  readonly 'фио родителя': string | null;
  readonly 'фио ученика': string | null;
  /** «Иванова Петра Ильича» */
  readonly 'фио ученика род': string | null;
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

/** Paragraphs of the default wording, one a line. */
export const DEFAULT_WORDING: Readonly<Record<StatementKind, string>> = {
  refusal: [
    'Отказываюсь от получения в электронном виде услуги «Электронный журнал и дневник» (система «{{система}}») в отношении моего ребёнка {{фио ученика род}}, ученика (ученицы) {{класс}} класса.',
    'Причина отказа: {{причина}}.',
    'Настоящим подтверждаю, что {{обязательная фраза}}.',
    '{{предложение услуги}}',
  ].join('\n'),
  impossibility: [
    'Сообщаю о невозможности получения в электронном виде услуги «Электронный журнал и дневник» (система «{{система}}») в отношении моего ребёнка {{фио ученика род}}, ученика (ученицы) {{класс}} класса.',
    'Причина: {{причина}}.',
    'Прошу информировать меня о результатах обучения с использованием распечатки результатов не реже одного раза в неделю.',
  ].join('\n'),
  annulment: [
    'Прошу считать аннулированным моё заявление от {{дата отказа}} № {{номер отказа}} об отказе от получения в электронном виде услуги «Электронный журнал и дневник» (система «{{система}}») в отношении моего ребёнка {{фио ученика род}}, ученика (ученицы) {{класс}} класса.',
    'Прошу предоставлять услугу в электронном виде с {{дата возобновления}}.',
    'Логин и пароль для входа в систему выдать: {{выдать логин}}.',
  ].join('\n'),
  'consent-14': [
    'Я, {{фио ученика}}, дата рождения {{дата рождения}}, ученик (ученица) {{класс}} класса, достиг(ла) 14-летнего возраста и получил(а) паспорт (паспорт предъявлен: {{паспорт}}).',
    'Мой родитель (законный представитель) отказался от получения услуги в электронном виде (заявление от {{дата отказа}} № {{номер отказа}}).',
    'Заявляю о намерении самостоятельно получать услугу «Электронный журнал и дневник» (система «{{система}}») в электронном виде и даю на это согласие.',
  ].join('\n'),
};

const COMMON: readonly FieldKey[] = [
  'фио родителя',
  'фио ученика',
  'фио ученика род',
  'класс',
  'система',
];

/** Which fields a school may use in the wording of a form, which must stay, which are locked. */
export const WORDING_RULES: Readonly<Record<StatementKind, WordingRules>> = {
  refusal: {
    allowed: [...COMMON, 'причина', 'предложение услуги'],
    required: ['фио ученика род', 'класс', 'система'],
    locked: [LOCKED_FIELD],
  },
  impossibility: {
    allowed: [...COMMON, 'причина'],
    required: ['фио ученика род', 'класс', 'причина'],
    locked: [],
  },
  annulment: {
    allowed: [...COMMON, 'дата отказа', 'номер отказа', 'дата возобновления', 'выдать логин'],
    required: ['дата отказа', 'номер отказа'],
    locked: [],
  },
  'consent-14': {
    allowed: [...COMMON, 'дата отказа', 'номер отказа', 'дата рождения', 'паспорт'],
    required: ['фио ученика', 'дата рождения', 'дата отказа', 'номер отказа'],
    locked: [],
  },
};

/** What keeps a school's wording of a form from being saved (S2 §7: the phrase cannot go). */
export const statementWordingProblems = (
  kind: StatementKind,
  wording: string,
): readonly WordingProblem[] => wordingProblems(wording, WORDING_RULES[kind]);

/** Fields whose line goes when they are empty; a blank form (null) keeps the line. */
const OPTIONAL: readonly FieldKey[] = ['причина', 'предложение услуги', 'выдать логин'];

const isLeftOut = (kind: StatementKind, line: string, fields: StatementFields): boolean => {
  if (kind === 'impossibility') return false;
  const found = fieldsOf(line);
  return OPTIONAL.some((field) => fields[field] === '' && found.includes(field));
};

/**
 * Paragraphs of a form. A null field is left to be filled by hand; an empty optional one (reason of a
 * refusal, remark on the offer, login) drops its line. `wording` is the school's own text, checked when it was saved; a
 * refusal whose text has lost the phrase is printed in the default wording.
 */
export const statementParagraphs = (
  kind: StatementKind,
  fields: StatementFields,
  wording: string = DEFAULT_WORDING[kind],
): readonly string[] => {
  const sound = statementWordingProblems(kind, wording).every(
    (one) => one.code !== 'locked-text-missing',
  );
  const values = { ...fields, [LOCKED_FIELD]: OBLIGATORY_PHRASE };
  return (sound ? wording : DEFAULT_WORDING[kind])
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !isLeftOut(kind, line, fields))
    .map((line) => fillWording(line, values));
};
