import type { Knex } from 'knex';
import { OfficeError, fieldError } from '../../contract/errors.ts';
import type { StatementFormName } from '../../contract/statements-fields.ts';
import { fillTemplate, templateKeys } from '../../documents/docx-template.ts';
import { printedNumber } from '../../domain/numbering.ts';
import { formKindOf } from '../../domain/statement-texts.ts';
import { fieldName, wordingProblems } from '../../domain/wording.ts';
import type { WordingProblem } from '../../domain/wording.ts';
import { DEFAULT_LIMITS } from '../../spreadsheets/limits.ts';
import { inspectZip } from '../../spreadsheets/zip-guard.ts';
import type { InputFile } from '../../ports/files.ts';
import { readContents, requireStatement } from './repository.ts';
import { storeTemplate, templateOf, templateRules, templateValues } from './template-store.ts';
import { refuseWording } from './wordings.ts';

/** The school's own Word files for the forms: checked before they are kept (domain.md §8). */

const megabyte = 1024 * 1024;
const limits = {
  ...DEFAULT_LIMITS,
  fileBytes: 5 * megabyte,
  inflatedBytes: 60 * megabyte,
  zipEntries: 1000,
  ratioFromBytes: 8 * megabyte,
};

const unreadable = () =>
  fieldError(
    'template-unreadable',
    'file',
    'Это не документ Word (.docx). Сохраните бланк в Word или LibreOffice в формате DOCX и выберите его.',
  );

/** Visible text, a paragraph a line. */
const plainText = (xml: string): string =>
  xml
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&amp;', '&');

const bodyOf = async ({ bytes }: InputFile): Promise<string> => {
  if (bytes.byteLength > limits.fileBytes)
    throw fieldError('file-too-big', 'file', 'Бланк больше 5 МБ. Уберите из него рисунки.');
  if (!Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from('PK\u0003\u0004'))) throw unreadable();
  const { names, kept } = await inspectZip(bytes, limits, 'word/document.xml');
  const isMacro = names.some((name) => name.endsWith('vbaProject.bin'));
  if (kept === null || kept.includes('<!DOCTYPE')) throw unreadable();
  if (isMacro)
    throw fieldError(
      'template-with-macros',
      'file',
      'В бланке есть макросы. Сохраните его как обычный документ Word (.docx) без макросов.',
    );
  return kept;
};

export interface TemplateCheck {
  readonly fields: readonly string[];
  readonly problems: readonly WordingProblem[];
}

/**
 * Fields of the file and everything that keeps it from being saved.
 * @throws OfficeError `template-unreadable`, `template-with-macros`, `file-too-big`, `file-…`
 */
export const checkTemplate = async (
  kind: StatementFormName,
  file: InputFile,
): Promise<TemplateCheck> => {
  const text = plainText(await bodyOf(file));
  const keys = await templateKeys(file.bytes).catch((error: unknown) => {
    throw Object.assign(unreadable(), { cause: error });
  });
  const fields = [...new Set(keys.map(fieldName))];
  const rules = templateRules(kind);
  const broken = wordingProblems(text, rules).filter(({ code }) => code === 'broken-braces');
  const others = wordingProblems(fields.map((name) => `{{${name}}}`).join(' '), rules);
  return { fields, problems: [...broken, ...others] };
};

/** @throws OfficeError `template-problems` and as `checkTemplate` */
export const saveTemplate = async (
  trx: Knex,
  kind: StatementFormName,
  file: InputFile,
): Promise<void> => {
  const { fields, problems } = await checkTemplate(kind, file);
  refuseWording('template-problems', 'file', problems);
  await storeTemplate(trx, kind, { name: file.name, fields, bytes: file.bytes });
};

const noTemplate = () =>
  new OfficeError(
    'template-none',
    'Для этой формы свой бланк не загружен. Загрузите его в настройках текстов заявлений.',
  );

/** @throws OfficeError `template-none` */
export const requireTemplate = async (db: Knex, kind: StatementFormName) => {
  const template = await templateOf(db, kind);
  if (template) return template;
  throw noTemplate();
};

/** The school's own file filled with a registered statement. @throws as `requireTemplate` */
export const printByTemplate = async (
  db: Knex,
  id: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const row = await requireStatement(db, id);
  const form = formKindOf(row.kind, row.guardianId);
  const template = await requireTemplate(db, form);
  const content = (await readContents(db, [id])).get(id);
  if (!content) throw noTemplate();
  const values = templateValues(form, content, row);
  return {
    name: `Заявление № ${printedNumber(row)}-${row.year}.docx`,
    bytes: await fillTemplate(template.bytes, (key) => values.get(fieldName(key)) ?? ''),
  };
};
