import { z } from 'zod';
import type { ValueOf } from './fields.ts';
import { line, nothing, optionalLine, read } from './fields.ts';
import { command, query } from './operation.ts';
import { sheetRules } from './sheets-fields.ts';

export const level = z.enum(['school', 'municipality', 'region']);

/** Requisites of the organisation as its documents print them. */
export const school = z.strictObject({
  level: level.default('school'),
  /** «Муниципальное бюджетное общеобразовательное учреждение …» */
  name: line(300),
  /** «МБОУ «СОШ № 1»» */
  shortName: line(120),
  /**
   * Code of the organisation in the municipality's registry: the collector knows the school by it.
   * Null only in a folder where it was never asked; saving requires it.
   */
  code: optionalLine(40),
  municipality: line(200),
  address: optionalLine(300),
  phone: optionalLine(60),
  email: optionalLine(120),
  site: optionalLine(200),
  directorPosition: line(120).default('Директор'),
  /** «Иванова Мария Петровна» */
  directorName: line(160),
  executorName: optionalLine(160),
  executorPhone: optionalLine(60),
});
export type School = ValueOf<typeof school>;

const marginMm = z.number().min(5, 'Поле не меньше 5 мм').max(50, 'Поле не больше 50 мм');

/**
 * Paper of every document: millimetres and points. A4 with the margins and sizes usual in Russian
 * offices by GOST R 7.0.97-2016 (domain.md §8). The line height is a multiple of the font's own.
 */
export const paper = z.strictObject({
  margins: z
    .strictObject({ left: marginMm, right: marginMm, top: marginMm, bottom: marginMm })
    .default({ left: 30, right: 15, top: 20, bottom: 20 }),
  fontFamily: z.enum(['Times New Roman', 'PT Serif', 'Arial']).default('Times New Roman'),
  fontSizePt: z.number().min(8, 'Кегль от 8').max(18, 'Кегль до 18').default(14),
  lineHeight: z.number().min(1, 'Интервал от 1').max(1.5, 'Интервал до 1,5').default(1.15),
  firstLineIndentMm: z.number().min(0).max(25, 'Отступ до 25 мм').default(12.5),
});
export type PaperInput = ValueOf<typeof paper>;

/** The rule «более двух недель» (domain.md §3), fixed into each report. */
export const twoWeekRule = z.strictObject({
  measure: z.enum(['span', 'school-days-in-row', 'cumulative']).default('span'),
  excusedOnly: z.boolean().default(false),
});
export type TwoWeekRuleSetting = ValueOf<typeof twoWeekRule>;

/** How appeals are handled. */
export const appealRules = z.strictObject({
  /** Calendar days to close an appeal before it shows as overdue. */
  daysToClose: z.int().min(1).max(90).default(10),
  portalName: line(120).default('Сетевой класс Белогорья'),
});

/** How credentials of the electronic diary are handed out (S2 §2, §4; domain.md §5). */
export const credentialRules = z.strictObject({
  /** The sealed secret is wiped once the issue is signed. */
  wipeAfterIssue: z.boolean().default(true),
  /** Minutes during which a signed issue can be taken back: so long its secret stays; 0 = not. */
  takeBackMinutes: z.int().min(0).max(1440, 'Не больше суток: 1440 минут').default(30),
  /** First class whose students may receive their own credentials personally. */
  personalFrom: z.int().min(1, 'Класс от 1 до 11').max(11, 'Класс от 1 до 11').default(7),
  /** «БАРС», «АВЕРС» or another system of the electronic diary. */
  systemName: line(80).default('БАРС'),
  /** Address people enter the system by; printed on the cards with its QR code. */
  siteUrl: optionalLine(300).refine(
    (text) => text === null || /^(?:https?:\/\/)?[^\s/.]+(?:\.[^\s/.]+)+(?:[/?#]\S*)?$/u.test(text),
    'Укажите адрес сайта, например https://дневник.рф',
  ),
});
export type CredentialRules = ValueOf<typeof credentialRules>;

const belonging = z.strictObject({
  control: z.boolean().default(true),
  journal: z.boolean().default(true),
  sheets: z.boolean().default(true),
});
const inAll = { control: true, journal: true, sheets: true };

/** Whether pupils of очно-заочная and заочная форма are in control, journals and sheets. */
export const studyFormRules = z.strictObject({
  partTime: belonging.default(inAll),
  extramural: belonging.default(inAll),
});
export type StudyFormRules = ValueOf<typeof studyFormRules>;

/** What the program may know of people beyond what the service needs (S2 §8; domain.md §1). */
export const personalField = z.enum([
  'studentSex',
  'studentAddress',
  'guardianPhone',
  'guardianEmail',
  'guardianAddress',
]);
export type PersonalField = ValueOf<typeof personalField>;

/** Whether the school keeps a field, and what for in its own words. */
const keptFor = (purpose: string) =>
  z
    .strictObject({ kept: z.boolean().default(true), purpose: line(200).default(purpose) })
    .default({ kept: true, purpose });

/** The purposes stand in neither source: they are the program's draft, for the school to change. */
export const personalFields = z.strictObject({
  studentSex: keptFor('согласование слов в документах'),
  studentAddress: keptFor('адрес в заявлениях и списках класса'),
  guardianPhone: keptFor('связь с родителями'),
  guardianEmail: keptFor('письма и ответы родителям'),
  guardianAddress: keptFor('адрес в шапке заявления'),
});
export type PersonalFields = ValueOf<typeof personalFields>;

/** Look of the screens; a person's taste, not the office's data. */
export const appearance = z.strictObject({
  theme: z.enum(['light', 'dark', 'system']).default('system'),
});

/** Everything under one roof; a key that was never saved has its default. */
export const settings = z.strictObject({
  school: school.nullable(),
  paper,
  twoWeekRule,
  appealRules,
  credentials: credentialRules,
  sheets: sheetRules,
  studyForms: studyFormRules,
  personalFields,
  appearance,
});
export type Settings = ValueOf<typeof settings>;

export const settingsOperations = {
  // The lock screen is drawn in the user's theme.
  'settings.get': query(nothing, settings, { whileLocked: true }),
  /** Refusals: `requisites-wrong`; `requisites-doubtful` until `doubtsConfirmed` (domain/requisites.ts). */
  'settings.saveSchool': command(
    school.extend({ code: line(40), doubtsConfirmed: z.boolean().default(false), ...read }),
    nothing,
  ),
  'settings.savePaper': command(paper.extend(read), nothing),
  'settings.saveTwoWeekRule': command(twoWeekRule.extend(read), nothing),
  'settings.saveAppealRules': command(appealRules.extend(read), nothing),
  'settings.saveCredentials': command(credentialRules.extend(read), nothing),
  'settings.saveSheets': command(sheetRules.extend(read), nothing),
  'settings.saveStudyForms': command(studyFormRules.extend(read), nothing),
  /** Turning a field off hides and refuses it; stored values stay until `people.emptyPersonalField`. */
  'settings.savePersonalFields': command(personalFields.extend(read), nothing),
  'settings.saveAppearance': command(appearance, nothing),
} as const;
