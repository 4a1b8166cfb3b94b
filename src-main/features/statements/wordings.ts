import type { Knex } from 'knex';
import { OfficeError } from '../../contract/errors.ts';
import type { OperationOutput } from '../../contract/operations.ts';
import { statementFormKind } from '../../contract/statements-fields.ts';
import type { StatementFormName } from '../../contract/statements-fields.ts';
import { isOwnDraft, STATEMENT_TITLES } from '../../domain/statement-texts.ts';
import {
  DEFAULT_WORDING,
  WORDING_RULES,
  statementWordingProblems,
} from '../../domain/statement-wording.ts';
import type { WordingProblem } from '../../domain/wording.ts';
import { formName, templateFields, templateOf } from './template-store.ts';

/** The school's own text of a form outside the locked phrase (domain.md §8). */

/** The school's own text; undefined = the original. */
export const wordingOf = async (db: Knex, kind: StatementFormName): Promise<string | undefined> => {
  const row: { text: string } | undefined = await db('form_wordings')
    .where({ form: formName(kind) })
    .first('text');
  return row?.text;
};

/** @throws OfficeError `code` with every problem as a field */
export const refuseWording = (
  code: string,
  path: string,
  problems: readonly WordingProblem[],
): void => {
  if (problems.length === 0) return;
  const text = problems.map(({ message }) => message).join(' ');
  throw new OfficeError(
    code,
    text,
    problems.map(({ message }) => ({ path, message })),
  );
};

export const resetWording = async (trx: Knex, kind: StatementFormName): Promise<void> => {
  await trx('form_wordings')
    .where({ form: formName(kind) })
    .delete();
};

/** @throws OfficeError `wording-problems` */
export const saveWording = async (
  trx: Knex,
  kind: StatementFormName,
  text: string,
): Promise<void> => {
  refuseWording('wording-problems', 'text', statementWordingProblems(kind, text));
  if (text === DEFAULT_WORDING[kind]) return resetWording(trx, kind);
  const form = formName(kind);
  const changed = await trx('form_wordings').where({ form }).update({ text });
  if (changed === 0) await trx('form_wordings').insert({ form, text });
};

const fieldsOfText = (kind: StatementFormName) => {
  const { required, locked } = WORDING_RULES[kind];
  return templateFields(kind)
    .filter(({ inWording }) => inWording)
    .map(({ name, description }) => ({
      name,
      description,
      required: required.includes(name) || locked.includes(name),
      locked: locked.includes(name),
    }));
};

/** Every form with the text in use, its fields and the school's own file. */
export const allWordings = async (db: Knex): Promise<OperationOutput<'statements.wordings'>> => {
  const wordings = [];
  for (const kind of statementFormKind.options) {
    const own = await wordingOf(db, kind);
    const template = await templateOf(db, kind);
    wordings.push({
      kind,
      title: STATEMENT_TITLES[kind],
      ownDraft: isOwnDraft(kind),
      text: own ?? DEFAULT_WORDING[kind],
      original: DEFAULT_WORDING[kind],
      changed: own !== undefined,
      fields: fieldsOfText(kind),
      template: template && { name: template.name, fields: template.fields },
    });
  }
  return { wordings };
};
