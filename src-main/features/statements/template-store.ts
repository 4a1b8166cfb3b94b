import type { Knex } from 'knex';
import type { StatementContent, StatementFormName } from '../../contract/statements-fields.ts';
import { formatRegistrationNumber } from '../../domain/numbering.ts';
import type { RegistrationNumber } from '../../domain/numbering.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { russianDate, shortDate } from '../../domain/russian.ts';
import { ADULT_PHRASE, OBLIGATORY_PHRASE } from '../../domain/statement-texts.ts';
import { WORDING_RULES } from '../../domain/statement-wording.ts';
import type { WordingRules } from '../../domain/wording.ts';
import { filledFields, signedName, spacedPhone } from './content.ts';

/** Fields of the forms and the school's own DOCX that hold them. */

export const formName = (kind: StatementFormName): string => `statements.${kind}`;

export interface TemplateField {
  readonly name: string;
  /** Russian: what is put there. */
  readonly description: string;
  /** May stand in the editable text; the others only in a DOCX of the school's own. */
  readonly inWording: boolean;
}

const texts: Readonly<Record<string, string>> = {
  'фио родителя': 'ФИО родителя, именительный падеж',
  'фио ученика': 'ФИО ученика, именительный падеж',
  'фио ученика род': 'ФИО ученика, родительный падеж',
  'моего ребёнка': '«моего ребёнка» или «моего подопечного», по связи заявителя',
  ученик: '«ученик» или «ученица»; пол не известен: оба слова',
  ученика: '«ученика» или «ученицы»; пол не известен: оба слова',
  достиг: '«достиг» или «достигла», по полу ученика',
  получил: '«получил» или «получила», по полу ученика',
  проинформирован: '«проинформирован» или «проинформирована», по полу ученика',
  класс: 'Класс: 8А',
  система: 'Название системы электронного дневника из настроек',
  причина: 'Причина; пустая строка убирается',
  'предложение услуги': 'Строка о том, что услуга была предложена; может не печататься',
  'обязательная фраза': 'Фраза из п. 7 плана собрания, слово в слово; изменить её нельзя',
  'дата отказа': 'Дата отказа, о котором идёт речь',
  'номер отказа': 'Регистрационный номер отказа',
  'дата возобновления': 'День, с которого услуга возобновляется',
  'выдать логин': 'Выдать логин и пароль: да или нет',
  'дата рождения': 'Дата рождения ученика',
  паспорт: 'Паспорт предъявлен: да или нет',
};

const templateTexts: Readonly<Record<string, string>> = {
  организация: 'Краткое название школы',
  'должность директора дат': 'Должность руководителя, дательный падеж',
  'директор дат': 'Фамилия и инициалы руководителя, дательный падеж',
  'фио заявителя род': 'ФИО того, кто подаёт заявление, родительный падеж',
  адрес: 'Адрес заявителя',
  телефон: 'Телефон заявителя',
  'дата заявления': 'Дата, стоящая на заявлении',
  'вх номер': 'Регистрационный номер',
  'вх дата': 'Дата регистрации',
  'классный руководитель': 'ФИО классного руководителя',
  'родитель кратко': 'Фамилия и инициалы родителя, для расшифровки подписи',
  'ученик кратко': 'Фамилия и инициалы ученика, для расшифровки подписи',
  'классный руководитель кратко': 'Фамилия и инициалы классного руководителя',
};

/** Everything that may be written between «{{» and «}}» in a form of the kind. */
export const templateFields = (kind: StatementFormName): readonly TemplateField[] => {
  const { allowed, locked } = WORDING_RULES[kind];
  return [
    ...[...allowed, ...locked].map((name) => ({
      name,
      description: texts[name] ?? name,
      inWording: true,
    })),
    ...Object.entries(templateTexts).map(([name, description]) => ({
      name,
      description,
      inWording: false,
    })),
  ];
};

/** The rules of a DOCX: those of the text, with the fields of the header allowed as well. */
export const templateRules = (kind: StatementFormName): WordingRules => ({
  ...WORDING_RULES[kind],
  allowed: templateFields(kind).map(({ name }) => name),
});

export interface Registered extends RegistrationNumber {
  readonly date: IsoDate;
  readonly registeredOn: IsoDate;
  readonly passportShown: boolean;
}

/** Values of every field of a registered statement; what is unknown is empty. */
export const templateValues = (
  form: StatementFormName,
  content: StatementContent,
  registered: Registered,
): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(filledFields(content, registered.passportShown)).map(
      ([name, value]) => [name, value ?? ''] as const,
    ),
    ['обязательная фраза', form === 'own-refusal' ? ADULT_PHRASE : OBLIGATORY_PHRASE],
    ['организация', content.organisation],
    ['должность директора дат', content.position],
    ['директор дат', content.head],
    ['фио заявителя род', content.applicantGenitive],
    ['адрес', content.address ?? ''],
    ['телефон', spacedPhone(content.phone ?? '')],
    ['дата заявления', russianDate(registered.date)],
    ['вх номер', formatRegistrationNumber(registered)],
    ['вх дата', shortDate(registered.registeredOn)],
    ['классный руководитель', content.classTeacher ?? ''],
    ['родитель кратко', signedName(content.guardianName ?? '')],
    ['ученик кратко', signedName(content.studentName)],
    ['классный руководитель кратко', signedName(content.classTeacher ?? '')],
  ]);

interface TemplateRecord {
  readonly name: string;
  readonly fields: string;
  readonly file: string;
}

export interface StoredTemplate {
  readonly name: string;
  readonly fields: readonly string[];
  readonly bytes: Uint8Array;
}

/** The school's own DOCX of a form; null when it has none. */
export const templateOf = async (
  db: Knex,
  kind: StatementFormName,
): Promise<StoredTemplate | null> => {
  const row: TemplateRecord | undefined = await db('form_templates')
    .where({ form: formName(kind) })
    .first();
  return row
    ? { name: row.name, fields: JSON.parse(row.fields), bytes: Buffer.from(row.file, 'base64') }
    : null;
};

export const storeTemplate = async (
  trx: Knex,
  kind: StatementFormName,
  { name, fields, bytes }: StoredTemplate,
): Promise<void> => {
  const form = formName(kind);
  const row = {
    form,
    name,
    fields: JSON.stringify(fields),
    file: Buffer.from(bytes).toString('base64'),
  };
  const changed = await trx('form_templates').where({ form }).update(row);
  if (changed === 0) await trx('form_templates').insert(row);
};

export const dropTemplate = async (trx: Knex, kind: StatementFormName): Promise<void> => {
  await trx('form_templates')
    .where({ form: formName(kind) })
    .delete();
};
