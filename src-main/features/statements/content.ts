import type { StatementContent } from '../../contract/statements-fields.ts';
import { splitFullName } from '../../domain/names.ts';
import { formatRegistrationNumber } from '../../domain/numbering.ts';
import { initials, nonBreaking, russianDate } from '../../domain/russian.ts';
import { OFFER_REMARK } from '../../domain/statement-texts.ts';
import type { FormKind } from '../../domain/statement-texts.ts';
import { agreeing, childWord, statementParagraphs } from '../../domain/statement-wording.ts';
import type { StatementFields } from '../../domain/statement-wording.ts';

/** From what is kept of a statement to the words of its form. */

const date = (value: string | null): string | null =>
  value === null ? null : nonBreaking(russianDate(value));

const yesNo = (value: boolean | null): string | null => {
  if (value === null) return null;
  return value ? 'да' : 'нет';
};

/** «+7 920 000 00 01», never broken at the end of a line. */
export const spacedPhone = (phone: string): string =>
  phone.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/u, '+7\u00A0$1\u00A0$2\u00A0$3\u00A0$4');

/** «Иванова А. П.» of a full name, for the «расшифровка» of a signature. */
export const signedName = (name: string): string => {
  const parts = splitFullName(name);
  return parts ? nonBreaking(initials(parts.lastName, parts.firstName, parts.middleName)) : name;
};

/** «1 сентября 2026 г.» ends a sentence by itself: «…с 1 сентября 2026 г..» has one dot too many. */
export const tidyDots = (text: string): string => text.replaceAll(/(?<!\.)\.\.(?!\.)/gu, '.');

/** Values of the fields of a filled form. */
export const filledFields = (
  content: Omit<StatementContent, 'paragraphs'>,
  passportShown: boolean,
): StatementFields => ({
  'фио родителя': content.guardianName,
  'фио ученика': content.studentName,
  'фио ученика род': content.studentGenitive,
  'моего ребёнка': content.childWord,
  ...agreeing(content.studentSex),
  класс: content.className,
  система: content.system,
  причина: content.reason ?? '',
  'предложение услуги': content.offered ? OFFER_REMARK : '',
  'дата отказа': date(content.refusal?.date ?? null),
  'номер отказа': content.refusal && formatRegistrationNumber(content.refusal),
  'дата возобновления': date(content.resumeOn),
  'выдать логин': yesNo(content.issueCredentials),
  'дата рождения': date(content.birthDate),
  паспорт: passportShown ? 'да' : 'нет',
});

const rule = (length: number): string => '_'.repeat(length);
/** A full name by hand takes about ten centimetres. */
const longRule = rule(42);
const handDate = '«____»\u00A0______________\u00A020____\u00A0г.';
const yesOrNo = 'да\u00A0/\u00A0нет';

/** Values of a blank: rules as long as the answer, but for what the office knows beforehand. */
export const blankFields = (
  form: FormKind,
  system: string | null,
  impossibilityReason: string,
): StatementFields => ({
  'фио родителя': longRule,
  'фио ученика': longRule,
  'фио ученика род': longRule,
  'моего ребёнка': childWord(null, null),
  ...agreeing(null),
  класс: rule(7),
  система: system,
  причина: form.endsWith('impossibility') ? impossibilityReason : longRule,
  // The parent did not say it yet, so a blank does not say it for him.
  'предложение услуги': '',
  'дата отказа': handDate,
  'номер отказа': rule(10),
  'дата возобновления': handDate,
  'выдать логин': `${yesOrNo} (нужное подчеркнуть)`,
  'дата рождения': handDate,
  паспорт: yesOrNo,
});

export const paragraphsOf = (
  form: FormKind,
  fields: StatementFields,
  wording: string | undefined,
): string[] =>
  statementParagraphs(form, fields, wording).map((text) => tidyDots(nonBreaking(text)));
